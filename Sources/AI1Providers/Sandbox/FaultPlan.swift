package import AI1Core

/// How an exchange with the sandbox is to go wrong, and how large its answer is. The empty plan is a good answer.
/// Sizes are octets, times milliseconds unless named otherwise.
package struct FaultPlan: Sendable, Hashable {
    /// Where in a stream something happens.
    package enum Place: String, Sendable, Hashable { case before, after }

    /// What is said about the tokens used.
    package enum UsageReport: Sendable, Hashable {
        case counted
        case absent
        /// JSON text that stands in the place of the dialect's usage object, whatever it says.
        case literal(String)
    }

    /// How long the answer is.
    package enum Size: Sendable, Hashable {
        case natural
        case words(Int)
        case bytes(Int)
        /// That many stream events of that many octets of text.
        case events(Int, bytesEach: Int)
    }

    /// The HTTP status of a refusal.
    package var status: Int?
    package var retryAfterSeconds: Int?
    /// Takes the place of the dialect's usual error code (`context_length_exceeded`, `insufficient_quota`).
    package var errorCode: String?
    package var errorMessage: String?
    /// A refusal's body is HTML, as gateways send it.
    package var htmlError = false
    package var delayMilliseconds: Int64 = 0
    package var firstEventDelayMilliseconds: Int64 = 0
    /// Between two events (or two drips); nil for the model's own pace.
    package var paceMilliseconds: Int64?
    /// The body is sent in pieces of this size.
    package var dripBytes: Int?
    /// The connection ends cleanly after so much of the body, without the end of the body.
    package var cutAfterBytes: Int?
    package var resetBeforeHeaders = false
    package var resetAfterBytes: Int?
    /// Nothing more comes after so much of the body.
    package var stallAfterBytes: Int?
    package var malformed: Place?
    /// An error event inside a stream that began well.
    package var inBandError: Place?
    /// The stream ends as if it were complete, without a finish reason or its equivalent.
    package var missingEnd = false
    package var finish: FinishReason?
    /// The provider's filter refuses the prompt: a good status, no text, and the filter as the reason.
    package var blocked = false
    package var redirect: String?
    package var usage = UsageReport.counted
    /// One event with so much text comes first.
    package var hugeEventBytes: Int?
    package var size = Size.natural
    /// The answer, whatever was asked.
    package var text: String?
    /// Tools that the model calls before it answers: once what they returned is in the request, it answers.
    package var calls: [ToolCall] = []
    /// A header field of that size comes with the answer.
    package var headerBytes: Int?
    /// What is sent is not HTTP.
    package var garbage = false
    /// Only the first requests are hit; nil for all.
    package var firstRequests: Int?
    /// How many of a hundred requests are hit, chosen by the seed.
    package var percent = 100

    package init() {}

    /// The plan with the faults taken out: what a request gets that the plan does not hit. Size and usage stay.
    package var spared: FaultPlan {
        var plan = FaultPlan()
        plan.size = size
        plan.text = text
        plan.calls = calls
        plan.usage = usage
        plan.paceMilliseconds = paceMilliseconds
        return plan
    }

    /// The error that a refusal or an in-band error speaks of.
    package var failure: SandboxFailure {
        SandboxFailure(
            status: status ?? 500, code: errorCode, message: errorMessage, retryAfterSeconds: retryAfterSeconds)
    }
}
