internal import AI1Conversations
internal import AI1Core
internal import AI1History

/// The answer to a kept request that the history does not have: the queue keeps it until it was shown.
struct HeldAnswer {
    let books: LogBooks
    private let desk: QueueDesk

    init(_ books: LogBooks) {
        self.books = books
        desk = QueueDesk(books.live)
    }

    /// Prints the answer, and then lets go of it.
    /// - Returns: false when the queue has none, or the history has it too
    /// - Throws: as `OutputStream.write`; `ConversationError`, `SettingsError`
    func show(_ id: String, json: Bool) throws -> Bool {
        guard let entry = try desk.answered(id), let outcome = entry.outcome, !isInHistory(entry.id) else {
            return false
        }
        let output = books.live.context.output
        if json {
            try output.line(Self.object(entry, outcome).text)
        } else {
            try print(entry, outcome, on: output)
        }
        if entry.state == .done { try? desk.store.remove(entry.id) }
        return true
    }

    private func isInHistory(_ id: RequestID) -> Bool { (try? books.history.show(id))?.content?.answer != nil }

    private func print(_ entry: QueueEntry, _ outcome: QueueEntry.Outcome, on output: OutputStream) throws {
        let facts = books.live.outputFacts
        try output.show(QueueView.head(entry, outcome, books), facts)
        for (title, text) in [("prompt", QueueView.prompt(entry)), ("answer", outcome.answer)] {
            try output.line("\n" + title)
            var body = Substring(output.isTerminal ? TerminalCleaner.clean(text) : text)
            while body.hasSuffix("\n") { body = body.dropLast() }
            try output.line(String(body))
        }
        if entry.state == .done, books.live.context.errors.isTerminal {
            try books.live.context.errors.line("it is not kept any longer")
        }
    }

    /// Version 1: what the history would say, as far as the queue knows it.
    private static func object(_ entry: QueueEntry, _ outcome: QueueEntry.Outcome) -> JSONValue {
        [
            "v": 1, "id": .string(entry.id.description), "time": .string(outcome.time.utcText),
            "job": entry.wishes.job.map { .string($0) } ?? .null, "target": .string(outcome.target.description),
            "state": .string(outcome.state.rawValue), "charge": OutcomeJSON.cost(outcome.charge),
            "error": entry.lastError.map { .string($0) } ?? .null, "prompt": .string(QueueView.prompt(entry)),
            "answer": .string(outcome.answer),
        ]
    }
}
