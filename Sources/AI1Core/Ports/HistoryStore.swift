/// Where requests and their answers are kept.
package protocol HistoryStore: Sendable {
    /// Takes a finished, cut or cancelled answer. A store that cannot write says nothing: an answer is never lost for its record.
    func finish(_ record: AnswerRecord) async
    /// The newest record, or the one whose id ends in or equals `id`.
    /// - Throws: an `AI1Error` when the record cannot be read
    func find(_ id: String?) async throws -> AnswerRecord?
}

/// A request with what became of it.
package struct AnswerRecord: Sendable, Hashable {
    package enum State: String, Sendable, Hashable {
        case complete
        /// The answer reached its length limit.
        case incomplete
        /// The stream broke off, or the user cancelled.
        case cut
    }

    package var request: ChatRequest
    package var target: TargetName
    package var time: Timestamp
    package var state: State
    /// The visible text that came.
    package var text: String
    package var usage: TokenUsage

    package init(
        request: ChatRequest, target: TargetName, time: Timestamp, state: State, text: String, usage: TokenUsage
    ) {
        self.request = request
        self.target = target
        self.time = time
        self.state = state
        self.text = text
        self.usage = usage
    }
}
