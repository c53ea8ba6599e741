internal import AI1Conversations
internal import AI1Core
internal import AI1Ledger
internal import AI1Terminal

/// The queue as a table and as JSON.
struct QueueView {
    let listing: QueueStore.Listing
    let live: Composition

    /// A narrower terminal shows no times of sending.
    private static let wide = 72

    /// What the user said.
    static func prompt(_ entry: QueueEntry) -> String {
        entry.request.messages.last { $0.role == .user }?.text ?? ""
    }

    var table: TextTable {
        let isWide = (live.outputFacts.columns ?? .max) >= Self.wide
        let hasErrors = listing.entries.contains { $0.lastError != nil }
        var columns: [TextTable.Column] = [.init("kept", .right), .init("id"), .init("state")]
        if isWide { columns.append(.init("next", .right)) }
        columns.append(.init("prompt", canShrink: true))
        if hasErrors { columns.append(.init("last error", canShrink: true)) }
        var table = TextTable(columns)
        let now = live.context.clock.now
        for entry in listing.entries {
            var cells: [TextTable.Cell] = [
                .init(live.calendar.whenText(entry.created, now: now), .dim), .init(entry.id.short, .dim),
                Self.state(entry.state),
            ]
            if isWide { cells.append(.init(next(entry, now))) }
            cells.append(.init(TerminalCleaner.cleanLine(Self.prompt(entry), limit: 60)))
            if hasErrors { cells.append(.init(entry.lastError ?? "")) }
            table.append(cells)
        }
        return table
    }

    /// When it is sent; empty for what is not sent by itself.
    private func next(_ entry: QueueEntry, _ now: Timestamp) -> String {
        guard entry.state == .pending else { return "" }
        if entry.isExpired(at: now) { return "expired" }
        guard let time = entry.notBefore, time > now else { return "due" }
        return live.calendar.whenText(time, now: now)
    }

    private static func state(_ state: QueueEntry.State) -> TextTable.Cell {
        switch state {
        case .pending: .init("waits")
        case .sending: .init("sending")
        case .done: .init("answered")
        case .failed: .init("failed", .red)
        case .unknown: .init("unknown", .yellow)
        }
    }

    /// Version 1.
    var json: JSONValue {
        [
            "v": 1, "requests": .array(listing.entries.map(Self.object)),
            "damaged": .array(listing.damaged.map { .string(TerminalCleaner.cleanLine($0, limit: 400)) }),
        ]
    }

    private static func object(_ entry: QueueEntry) -> JSONValue {
        [
            "id": .string(entry.id.description), "state": .string(entry.state.rawValue),
            "created": .string(entry.created.utcText), "changed": .string(entry.changed.utcText),
            "not_before": entry.notBefore.map { .string($0.utcText) } ?? .null,
            "expires": entry.expires.map { .string($0.utcText) } ?? .null, "attempts": .integer(entry.attempts),
            "job": entry.wishes.job.map { .string($0) } ?? .null,
            "model": entry.wishes.model.map { .string($0) } ?? .null,
            "target": entry.outcome.map { .string($0.target.description) } ?? .null,
            "charge": OutcomeJSON.cost(entry.outcome?.charge),
            "error": entry.lastError.map { .string($0) } ?? .null,
            "prompt": .string(TerminalCleaner.cleanLine(prompt(entry), limit: 200)),
        ]
    }

    /// Names and values of an answered request, one a line.
    static func head(_ entry: QueueEntry, _ outcome: QueueEntry.Outcome, _ books: LogBooks) -> TextTable {
        var table = TextTable([.init(""), .init("", canShrink: true)])
        func line(_ name: String, _ value: String?) {
            if let value { table.append([.init(name, .dim), .init(value)]) }
        }
        line("id", entry.id.description)
        line("kept", books.moment(entry.created))
        line("answered", books.moment(outcome.time))
        line("job", entry.wishes.job)
        line("target", outcome.target.description)
        line("state", outcome.state.rawValue)
        line("error", entry.lastError)
        line("charged", outcome.charge?.credits)
        return table
    }
}
