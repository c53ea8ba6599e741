/// What one attempt at one target showed about it: the raw material of its statistics.
package struct AttemptObservation: Sendable, Hashable {
    /// How it ended, as far as the target is to blame.
    package enum Result: String, Sendable, Hashable, CaseIterable {
        /// The answer came whole, or reached its length limit.
        case succeeded
        /// Nothing came.
        case failed
        /// The answer broke off after it had begun.
        case cut
        /// The provider's safety filter refused the request or stopped the answer.
        case refused
        /// The user or the reader went away: it says nothing about the target.
        case cancelled
    }

    package var target: TargetName
    package var task: TaskKind
    package var time: Timestamp
    package var result: Result
    /// The kind of fault, for an attempt that did not succeed.
    package var fault: FaultKind?
    /// From the attempt's start to its first content; nil when none came.
    package var firstTokenMilliseconds: Double?
    /// From the attempt's start to its end.
    package var totalMilliseconds: Double
    package var inputTokens: Int64
    package var outputTokens: Int64
    /// Nil when the price is not known or nothing was charged for.
    package var cost: NanoUSD?

    package init(
        target: TargetName, task: TaskKind, time: Timestamp, result: Result, fault: FaultKind? = nil,
        firstTokenMilliseconds: Double? = nil, totalMilliseconds: Double, inputTokens: Int64 = 0,
        outputTokens: Int64 = 0, cost: NanoUSD? = nil
    ) {
        self.target = target
        self.task = task
        self.time = time
        self.result = result
        self.fault = fault
        self.firstTokenMilliseconds = firstTokenMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.cost = cost
    }
}
