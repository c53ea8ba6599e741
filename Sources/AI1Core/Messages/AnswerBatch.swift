/// What one piece of a provider's body decoded to. A decoder appends to it; the reader empties it. Text is UTF-8 octets so
/// that a stream of small events costs one buffer and no strings.
package struct AnswerBatch: Sendable {
    /// Visible text, valid UTF-8 up to a character that the next piece may finish.
    package var text: [UInt8] = []
    /// Reasoning that the provider chose to show.
    package var reasoning: [UInt8] = []
    package var toolCalls: [ToolCall] = []
    /// Pictures, recordings and vectors, whole.
    package var media: [MediaPart] = []
    /// Where media of the answer is to be fetched from.
    package var mediaURLs: [String] = []
    /// The whole turn in the provider's form, once, when the request offered tools and something in it must come back.
    package var native: NativeTurn?
    /// The newest usage report. Later reports replace earlier ones.
    package var usage: TokenUsage?
    /// The newest usage report when it cannot be true: `usage` is nil then.
    package var unbelievedUsage: UnbelievedUsage?
    /// Set once, when the provider says why the answer ended.
    package var finish: FinishReason?
    /// The model that answered, as the provider names it.
    package var servedModel: String?
    /// The provider's own id of the answer.
    package var providerID: String?
    /// Number of stream events that were decoded.
    package var events = 0

    package init() {}

    /// Forgets the content and keeps the buffers' capacity.
    package mutating func removeContent() {
        text.removeAll(keepingCapacity: true)
        reasoning.removeAll(keepingCapacity: true)
        toolCalls.removeAll(keepingCapacity: true)
        media.removeAll()
        mediaURLs.removeAll()
        native = nil
        usage = nil
        unbelievedUsage = nil
        finish = nil
        servedModel = nil
        providerID = nil
        events = 0
    }
}

/// A provider's report of tokens that cannot be true: a count that is negative, huge or no number.
package struct UnbelievedUsage: Sendable, Hashable {
    /// The most characters that are kept of a report.
    package static let limit = 400

    /// The report's JSON, cleaned and at most 400 characters.
    package let text: String
    /// What it says, when all of it are numbers from zero up that fit.
    package let usage: TokenUsage?

    package init(text: String, usage: TokenUsage?) {
        self.text = TerminalCleaner.cleanLine(text, limit: Self.limit)
        self.usage = usage
    }
}

/// Why an answer ended.
package enum FinishReason: String, Sendable, Hashable {
    /// The model was done, or reached a stop sequence.
    case stop
    /// The output limit or the window was reached: the answer is incomplete.
    case length
    /// The model wants a tool's result.
    case toolCalls = "tool_calls"
    /// The provider's safety filter stopped or refused the answer.
    case contentFilter = "content_filter"
}
