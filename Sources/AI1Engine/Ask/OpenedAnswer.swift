internal import AI1Core

/// An answer whose first content has come.
struct OpenedAnswer: Sendable {
    let attempt: ReadyAttempt
    let body: any HTTPBody
    var decoder: any AnswerDecoder
    /// What has been decoded and not yet handed on.
    var batch: AnswerBatch
    var reports: UsageReports
    /// Whether the body has ended.
    var ended: Bool
    /// A fault that came right after content: reported when the content has been handed on.
    var fault: ProviderFault?
    /// The key that was sent, to be hidden where the provider repeats it.
    let key: Secret?
    let startedNanoseconds: Int64
    let openedNanoseconds: Int64

    /// Whole pictures, recordings and vectors.
    var media: [MediaPart] = []

    var target: PlannedTarget { attempt.target }
}

/// An attempt that failed before any content.
struct AttemptFailure: Error, Sendable {
    let fault: ProviderFault
    /// What the provider said was used, if it said so.
    let reports: UsageReports
    /// Whether the provider had begun to answer: it has read the input, and may charge for it.
    let wasAccepted: Bool
    let milliseconds: Double
}
