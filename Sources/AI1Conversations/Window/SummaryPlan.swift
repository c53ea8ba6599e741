package import AI1Core

/// Which of the oldest turns are to be summarised, and what to ask a model for it. Pure.
package struct SummaryPlan: Sendable, Hashable {
    /// Newest turns that stay as they are at least.
    package static let leastKeptTurns = 2
    /// The most octets of one message that a summary is made from; its middle is left out beyond.
    package static let messageBytes = 16_384
    /// The longest summary that is asked for, in tokens.
    package static let outputTokens = 2_048

    /// The last turn that the summary will cover.
    package let upTo: Int
    /// How many turns it covers beyond an earlier summary.
    package let turns: Int
    /// The system prompt of the request.
    package let system: String
    /// Its prompt: the transcript.
    package let prompt: String

    /// Plans a summary of the oldest turns, so that about half of a window is free again.
    /// - Parameters:
    ///   - content: the conversation with the summary that it has so far
    ///   - target: the model whose window the conversation is to fit
    ///   - writer: the model that is to write the summary; its window bounds the transcript
    /// - Returns: nil when too few turns are left to be worth it
    package static func make(
        for content: WindowContent, target: WindowTarget, writer: WindowTarget
    ) -> SummaryPlan? {
        let covered = content.summary?.upTo ?? 0
        let open = content.turns.filter { $0.number > covered }
        let oldest = open.prefix(max(0, open.count - newest(open, target)))
        guard !oldest.isEmpty else { return nil }

        let earlier = content.summary.map { "Earlier summary:\n\($0.text)\n\n" } ?? ""
        // The window of a model that nobody knows is taken to be small.
        let room = (writer.inputTokens ?? 8_192) - WindowEstimate.tokens(of: SummaryText.instruction) - 64
        var transcript = SummaryText.withoutTags(earlier, ["conversation"])
        var tokens = WindowEstimate.tokens(of: transcript)
        var last: ChatTurn?
        var count = 0
        for turn in oldest {
            let text = SummaryText.withoutTags(Transcript.text(of: turn), ["conversation"])
            let more = WindowEstimate.tokens(of: text)
            guard tokens + more <= room else { break }
            transcript += text
            tokens += more
            last = turn
            count += 1
        }
        guard let last else { return nil }
        return SummaryPlan(
            upTo: last.number, turns: count, system: SummaryText.instruction,
            prompt: "<conversation>\n\(transcript)</conversation>")
    }

    /// The request that asks for the summary.
    package func request(id: RequestID) -> ChatRequest {
        ChatRequest(
            id: id, system: system, messages: [.user(prompt)],
            options: ChatOptions(maxOutputTokens: Self.outputTokens), stream: false)
    }

    /// How many of the newest turns fit in half of what the window takes, and two at least.
    private static func newest(_ turns: [ChatTurn], _ target: WindowTarget) -> Int {
        guard let room = target.inputTokens else { return max(leastKeptTurns, turns.count / 2) }
        var adapter = PartAdapter(target)
        var tokens: Int64 = 0
        var count = 0
        for turn in turns.reversed() {
            tokens += WindowEstimate.tokens(of: adapter.messages(of: turn))
            if count >= leastKeptTurns, tokens > room / 2 { break }
            count += 1
        }
        return count
    }
}
