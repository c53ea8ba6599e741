package import AI1Core

/// The loop around a model that calls tools: it is asked, its calls are made, it is asked again with their results, until it
/// calls none. What a tool returns is data: all it can lead to is another call, which is decided about like the first.
package struct ToolRounds: Sendable {
    /// What the model answered in one round.
    package struct Answer: Sendable {
        package var text: String
        package var calls: [ToolCall]
        /// The turn in its provider's form, where it must come back so.
        package var native: NativeTurn?
        /// Whether the model can be given images.
        package var takesImages: Bool

        package init(text: String, calls: [ToolCall], native: NativeTurn? = nil, takesImages: Bool = false) {
            self.text = text
            self.calls = calls
            self.native = native
            self.takesImages = takesImages
        }
    }

    private let desk: ToolDesk
    private let approver: ToolApprover
    private let report: @Sendable (ToolCallRecord) -> Void
    private let notice: @Sendable (String) -> Void

    /// - Parameters:
    ///   - approver: asked about calls that nothing else decides
    ///   - report: told of every call when it is over
    ///   - notice: told what a person should hear of the servers, cleaned, once each
    package init(
        desk: ToolDesk, approver: @escaping ToolApprover, report: @escaping @Sendable (ToolCallRecord) -> Void,
        notice: @escaping @Sendable (String) -> Void
    ) {
        self.desk = desk
        self.approver = approver
        self.report = report
        self.notice = notice
    }

    /// Goes through the rounds.
    /// - Parameters:
    ///   - request: the request as it is without tools
    ///   - ask: asks the model the request of a round, counted from 0
    ///   - onTurns: told of the turns so far after every round
    /// - Returns: the turns of the calls and their results, in the order in which they belong after the request's messages
    /// - Throws: `ToolError`, what `ask` throws, `CancellationError`
    package func run(
        _ request: ChatRequest, ask: (ChatRequest, Int) async throws -> Answer, onTurns: ([Message]) -> Void = { _ in }
    ) async throws -> [Message] {
        var turns: [Message] = []
        var told: Set<String> = []
        for round in 0...desk.limits.rounds {
            let offer = try await desk.offer()
            for line in offer.notices where told.insert(line).inserted { notice(line) }
            var next = request
            next.messages += turns
            next.tools = offer.tools.map(\.offer)
            let answer = try await ask(next, round)
            guard !answer.calls.isEmpty else { return turns }
            guard round < desk.limits.rounds else { break }
            let records = try await desk.perform(
                answer.calls, of: offer, takesImages: answer.takesImages, approver: approver, report: report)
            turns += Self.turns(answer, records)
            onTurns(turns)
        }
        throw ToolError(
            .tooManyRounds, "the model still calls tools after \(desk.limits.rounds) rounds",
            hint: "--max-tool-rounds allows more")
    }

    /// The model's turn with its calls, and the turn with their results.
    static func turns(_ answer: Answer, _ records: [ToolCallRecord]) -> [Message] {
        let text: [Part] = answer.text.isEmpty ? [] : [.text(answer.text)]
        let calls = Message(
            role: .assistant, parts: text + records.map { .toolCall($0.echoed) }, native: answer.native)
        let results = Message(
            role: .tool,
            parts: records.map { .toolResult($0.result) } + records.flatMap { $0.answer.images.map(Part.image) })
        return [calls, results]
    }
}
