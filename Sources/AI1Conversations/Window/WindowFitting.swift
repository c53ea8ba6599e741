internal import AI1Core

/// Fits a conversation to a model, by one rule: the system prompt, the summary and the new message always; then whole
/// turns from the newest back, as long as they fit. Pure: the same content and model give the same result, and a larger
/// window never gives fewer turns.
package enum WindowFitting {
    /// What is sent of a conversation to a model.
    /// - Throws: `ConversationError` of code `windowTooSmall` when what must always be sent does not fit
    package static func fit(_ content: WindowContent, to target: WindowTarget) throws(ConversationError) -> FittedWindow
    {
        var adapter = PartAdapter(target)
        let message = adapter.adapt(user: content.message, names: content.imageNames)
        let system = SummaryText.systemPrompt(content.system, summary: content.summary)
        let tools = target.capabilities.tools ? content.tools : []
        var tokens =
            WindowEstimate.tokens(of: message) + (system.map(WindowEstimate.tokens(of:)) ?? 0)
            + WindowEstimate.tokens(of: tools, content.schema)
        if let room = target.inputTokens, tokens > room { throw tooLarge(content, target, tokens: tokens, room: room) }

        let covered = content.summary?.upTo ?? 0
        let turns = content.turns.filter { $0.number > covered }
        var kept: [[Message]] = []
        var unanswered = 0
        for turn in turns.reversed() {
            var changed = adapter
            let messages = changed.messages(of: turn)
            let more = WindowEstimate.tokens(of: messages)
            if let room = target.inputTokens, tokens + more > room { break }
            tokens += more
            adapter = changed
            kept.append(messages)
            if messages.isEmpty { unanswered += 1 }
        }
        let summarised = content.turns.count - turns.count
        let leftOut = turns.count - kept.count
        return FittedWindow(
            system: system, messages: kept.reversed().flatMap { $0 } + [message], tools: tools,
            keptTurns: kept.count - unanswered, leftOutTurns: leftOut, summarisedTurns: summarised,
            estimatedTokens: tokens,
            notes: notes(content, target, adapter, leftOut: leftOut, summarised: summarised))
    }

    private static func notes(
        _ content: WindowContent, _ target: WindowTarget, _ adapter: PartAdapter, leftOut: Int, summarised: Int
    ) -> [String] {
        var notes: [String] = []
        if leftOut > 0 {
            let window = grouped(Int64(target.contextTokens))
            notes.append(
                "\(leftOut) of \(content.turns.count) turns left out: "
                    + "the window of \(target.shownName) is \(window) tokens"
            )
        }
        if summarised > 0 { notes.append("\(count(summarised, "older turn")) given as a summary") }
        if adapter.hiddenImages > 0 {
            notes.append("\(count(adapter.hiddenImages, "image")) not shown: \(target.shownName) takes no images")
        }
        if adapter.spelledTools > 0 {
            notes.append(
                "\(count(adapter.spelledTools, "tool call")) given as text: \(target.shownName) takes no tools")
        }
        if !content.tools.isEmpty, !target.capabilities.tools {
            notes.append("no tools offered: \(target.shownName) takes none")
        }
        return notes
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(grouped(Int64(number))) \(thing)\(number == 1 ? "" : "s")"
    }

    private static func tooLarge(
        _ content: WindowContent, _ target: WindowTarget, tokens: Int64, room: Int64
    ) -> ConversationError {
        let what = content.summary == nil ? "the message" : "the message with the summary of the chat"
        return ConversationError(
            .windowTooSmall,
            "\(what) alone has about \(grouped(tokens)) tokens, and \(target.shownName) takes \(grouped(room)) "
                + "beside an answer (its window is \(grouped(Int64(target.contextTokens))))",
            hint: "shorten it, or choose a model with a larger window: ai1 route models")
    }
}
