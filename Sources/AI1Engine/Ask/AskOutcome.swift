package import AI1Core

/// What became of a request.
package struct AskOutcome: Sendable {
    package var requestID: RequestID
    /// The target that answered, wholly or in part.
    package var target: TargetName?
    /// The model that answered, in the provider's words.
    package var servedModel: String?
    /// Why the answer ended; nil when it did not end by itself.
    package var finish: FinishReason?
    package var toolCalls: [ToolCall] = []
    /// Of the answer alone.
    package var usage = TokenUsage(source: .estimated)
    /// Of all attempts together; nil when a price is not known.
    package var cost: NanoUSD? = .zero
    package var attempts: [AttemptRecord] = []
    package var firstTokenMilliseconds: Double?
    package var totalMilliseconds: Double = 0
    /// Octets of visible text that were handed to the sink.
    package var textBytes = 0
    /// What went wrong; nil when the answer is complete.
    package var error: EngineError?
    /// Whether a cut answer was kept so that it can be resumed.
    package var canResume = false

    package init(requestID: RequestID) { self.requestID = requestID }
}

/// One attempt at one target.
package struct AttemptRecord: Sendable, Hashable {
    package var target: TargetName
    package var fault: ProviderFault?
    package var usage: TokenUsage?
    package var cost: NanoUSD?
    /// Milliseconds from the attempt's start to its end.
    package var milliseconds: Double

    package init(
        target: TargetName, fault: ProviderFault? = nil, usage: TokenUsage? = nil, cost: NanoUSD? = nil,
        milliseconds: Double
    ) {
        self.target = target
        self.fault = fault
        self.usage = usage
        self.cost = cost
        self.milliseconds = milliseconds
    }
}
