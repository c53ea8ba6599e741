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
    /// Pictures, recordings and vectors, whole.
    package var media: [MediaPart] = []
    /// The whole turn as the provider gave it, when something in it must come back with the calls' results.
    package var native: NativeTurn?
    /// Of the answer alone.
    package var usage = TokenUsage(source: .estimated)
    /// What its counts are of.
    package var unit = PriceUnit.tokens
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
    /// Whether it is the stored answer of an earlier request: nothing was sent.
    package var isReplayed = false
    /// What became of the credits; nil when nothing was charged, or no books are kept.
    package var settlement: Settlement?

    package init(requestID: RequestID) { self.requestID = requestID }
}

/// One attempt at one target.
package struct AttemptRecord: Sendable, Hashable {
    package var target: TargetName
    package var fault: ProviderFault?
    /// What is charged for; nil for nothing.
    package var usage: TokenUsage?
    /// The exact cost in pico-US-dollars; nil when nothing is charged for, or no price is known.
    package var costPicoUSD: Int64?
    /// What the provider said was used, when that was not believed.
    package var claim: UsageClaim?
    /// Milliseconds from the attempt's start to its first content; nil when none came.
    package var firstTokenMilliseconds: Double?
    /// Milliseconds from the attempt's start to its end.
    package var milliseconds: Double

    package init(
        target: TargetName, fault: ProviderFault? = nil, usage: TokenUsage? = nil, costPicoUSD: Int64? = nil,
        claim: UsageClaim? = nil, firstTokenMilliseconds: Double? = nil, milliseconds: Double
    ) {
        self.target = target
        self.fault = fault
        self.usage = usage
        self.costPicoUSD = costPicoUSD
        self.claim = claim
        self.firstTokenMilliseconds = firstTokenMilliseconds
        self.milliseconds = milliseconds
    }

    /// The cost rounded up; nil as `costPicoUSD`.
    package var cost: NanoUSD? { costPicoUSD.map { NanoUSD(roundingUpPicoUSD: Int128($0)) } }
}
