package import AI1Core

/// What the user wanted of a request's route, as it was said: it is routed when it is sent.
package struct QueueWishes: Sendable, Hashable {
    /// The pinned model, as the user named it.
    package var model: String?
    /// Only these providers; empty for all.
    package var providers: [String]
    /// Models and providers that must not serve it, as the user named them.
    package var excluded: [String]
    package var objective: Objective?
    package var maxCost: NanoUSD?
    /// Only servers on this machine.
    package var isLocalOnly: Bool
    /// What the request is part of, for statistics.
    package var job: String?
    /// The safety action, as the user named it.
    package var safety: String?
    /// The whole time that a sending may take.
    package var deadlineMilliseconds: Int64?
    /// What may serve it when the pinned model cannot, as the user named it.
    package var fallbacks: [String]
    /// Whether anybody else may serve it at all.
    package var allowsFallback: Bool
    /// What it may be expected to take at most.
    package var maxLatencyMilliseconds: Int64?
    /// Whether another than the best may be asked, to learn about it.
    package var explores: Bool
    /// Decides what is explored; nil for chance.
    package var routeSeed: UInt64?

    package init(
        model: String? = nil, providers: [String] = [], excluded: [String] = [], objective: Objective? = nil,
        maxCost: NanoUSD? = nil, isLocalOnly: Bool = false, job: String? = nil, safety: String? = nil,
        deadlineMilliseconds: Int64? = nil, fallbacks: [String] = [],
        allowsFallback: Bool = true, maxLatencyMilliseconds: Int64? = nil, explores: Bool = true,
        routeSeed: UInt64? = nil
    ) {
        self.model = model
        self.providers = providers
        self.excluded = excluded
        self.objective = objective
        self.maxCost = maxCost
        self.isLocalOnly = isLocalOnly
        self.job = job
        self.safety = safety
        self.deadlineMilliseconds = deadlineMilliseconds
        self.fallbacks = fallbacks
        self.allowsFallback = allowsFallback
        self.maxLatencyMilliseconds = maxLatencyMilliseconds
        self.explores = explores
        self.routeSeed = routeSeed
    }
}
