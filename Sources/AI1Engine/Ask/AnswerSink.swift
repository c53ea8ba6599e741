package import AI1Core

/// Where an answer goes while it comes.
package protocol AnswerSink: Sendable {
    /// Takes visible text as it arrives. Called from one task at a time.
    /// - Throws: `EngineError` of code `readerGone` or `writeFailed`; the request is then cancelled upstream
    func write(_ text: [UInt8]) throws
    /// Takes reasoning that the provider shows.
    func writeReasoning(_ text: [UInt8]) throws
    /// Takes news about the request's way.
    func notice(_ notice: AskNotice)
}

/// News about a request's way, for a person to see.
package enum AskNotice: Sendable, Hashable {
    case started(TargetName)
    /// An attempt failed and another target takes over.
    case fallingBack(from: TargetName, fault: ProviderFault, to: TargetName)
    /// An attempt failed and nothing takes over at once.
    case failed(TargetName, ProviderFault)
    case retrying(TargetName, fault: ProviderFault, afterMilliseconds: Int64, attempt: Int, of: Int)
    /// A target that is cooling down is waited for.
    case waiting(TargetName, milliseconds: Int64)
    /// The first token is late and a second target was started.
    case hedging(slow: TargetName, with: TargetName)
    /// The output limit was lowered to what the model allows.
    case limited(to: Int)
    /// The output limit was lowered to what credits and budgets pay for.
    case limitedByCredits(to: Int)
    /// A candidate cannot be paid for, and another takes its place.
    case skipped(TargetName, reason: String, next: TargetName)
}
