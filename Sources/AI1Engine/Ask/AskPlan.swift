package import AI1Core

/// Everything the engine needs for one request: what to send, to whom in which order, and within which bounds.
package struct AskPlan: Sendable {
    package var request: ChatRequest
    /// Best first.
    package var targets: [PlannedTarget]
    /// Targets that would serve but are cooling down, with what is left of it in milliseconds.
    package var cooling: [(target: PlannedTarget, milliseconds: Int64)]
    package var policy: AskPolicy
    /// What sort of work it is, for the books.
    package var task: TaskKind?
    /// Whether the whole answer is kept for a repetition of the request under its key.
    package var keepsAnswer: Bool

    package init(
        request: ChatRequest, targets: [PlannedTarget], cooling: [(target: PlannedTarget, milliseconds: Int64)] = [],
        policy: AskPolicy = AskPolicy(), task: TaskKind? = nil, keepsAnswer: Bool = false
    ) {
        self.request = request
        self.targets = targets
        self.cooling = cooling
        self.policy = policy
        self.task = task
        self.keepsAnswer = keepsAnswer
    }
}

/// A candidate with the way to its endpoint. Reading a key may run a command, so it waits until the candidate's turn.
package struct PlannedTarget: Sendable {
    package let row: ModelRow
    package let healthKey: HealthKey
    /// Whether the key comes from a command.
    package let endpointMayTakeLong: Bool
    /// - Throws: an `AI1Error` when the key cannot be had
    package let endpoint: @Sendable () async throws -> Endpoint

    package init(
        row: ModelRow, healthKey: HealthKey, endpointMayTakeLong: Bool = false,
        endpoint: @escaping @Sendable () async throws -> Endpoint
    ) {
        self.row = row
        self.healthKey = healthKey
        self.endpointMayTakeLong = endpointMayTakeLong
        self.endpoint = endpoint
    }
}

/// The bounds of a request. Times in milliseconds.
package struct AskPolicy: Sendable, Hashable {
    /// From the start to the end of everything, waits and fallbacks included.
    package var deadlineMilliseconds: Int64 = 600_000
    /// The longest single wait for a target that is limited or cooling down.
    package var longestWaitMilliseconds: Int64 = .max
    package var connectTimeoutMilliseconds: Int64 = 10_000
    package var stallTimeoutMilliseconds: Int64 = 60_000
    /// Whether a second candidate is started when the first is slow.
    package var hedges = false
    /// How long the first token may take before a hedge starts.
    package var hedgeAfterMilliseconds: Int64 = 20_000
    /// Times that a failed round may be repeated when nothing else can serve.
    package var retries = Backoff.attempts
    /// Whether nothing is sent any more once nobody can know what a provider did with an attempt.
    package var sendsOnce = false

    package init() {}
}
