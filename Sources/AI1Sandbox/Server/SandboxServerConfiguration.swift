package import AI1Core
package import AI1Providers

/// How a sandbox server behaves.
package struct SandboxServerConfiguration: Sendable {
    /// The address to listen at: `127.0.0.1` or `localhost`; others are refused.
    package var host = "127.0.0.1"
    /// 0 lets the system choose.
    package var port: UInt16 = 0
    /// What happens to requests that no other plan is for.
    package var plan = FaultPlan()
    /// Plans by the beginning of the path; the longest that fits counts, before all others.
    package var plansByPath: [String: FaultPlan] = [:]
    /// Plans by model id, before those by dialect.
    package var plansByModel: [String: FaultPlan] = [:]
    package var plansByDialect: [DialectName: FaultPlan] = [:]
    /// The key that every request must carry in its dialect's own way; nil for none.
    package var requiredKey: String?
    /// The models that are listed.
    package var models = SandboxModel.allCases.map(\.rawValue)
    /// Whether a model that is not listed is answered too; otherwise it gets the dialect's 404.
    package var acceptsAnyModel = true
    /// Whether a prompt's first line may bear directives (`sandbox: fault=429`).
    package var obeysPrompts = true
    /// Whether the simulated models' own latencies are played.
    package var simulatesLatency = false
    /// Connections served at once; those beyond get a 503.
    package var maximumConnections = 256
    /// How many of the newest requests are kept to be looked at.
    package var recordedRequests = 0
    /// Renders one streamed answer a dialect, by `plan`, and sends it again and again whatever is asked: for
    /// measuring clients.
    package var prerendered = false
    /// Decides which requests a plan with `percent` hits.
    package var seed: UInt64 = 1

    package init() {}

    package init(plan: FaultPlan) { self.plan = plan }
}
