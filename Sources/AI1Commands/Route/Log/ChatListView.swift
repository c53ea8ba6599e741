internal import AI1Conversations
internal import AI1Core
internal import AI1Ledger
internal import AI1Terminal

/// The user's chats as a table and as JSON.
struct ChatListView {
    let cards: [ChatCard]
    let live: Composition

    /// A narrower terminal shows neither model nor cost.
    private static let wide = 72

    func table(columns width: Int?) -> TextTable {
        let isWide = (width ?? .max) >= Self.wide
        var columns: [TextTable.Column] = [
            .init("when", .right), .init("name", canShrink: true), .init("turns", .right),
        ]
        if isWide { columns += [.init("cost", .right), .init("last model", canShrink: true)] }
        columns.append(.init("begins", canShrink: true))
        var table = TextTable(columns)
        let now = live.context.clock.now
        for card in cards {
            var cells: [TextTable.Cell] = [
                .init(live.calendar.whenText(card.lastUsed, now: now), .dim), .init(card.title),
                .init(String(card.turns)),
            ]
            if isWide { cells += [.init(card.charge.credits), .init(card.target?.model ?? "-")] }
            cells.append(card.damage.map { .init($0, .red) } ?? .init(card.first))
            table.append(cells)
        }
        return table
    }

    /// As rows of a screen.
    func rows(columns: Int, style: Style) -> [String] {
        guard !cards.isEmpty else { return ["no chats yet"] }
        var lines = table(columns: columns).render(width: columns - 1, style: style).split(
            separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map(String.init)
    }

    var json: JSONValue {
        [
            "v": 1,
            "chats": .array(
                cards.map { card in
                    [
                        "id": .string(card.id.description), "name": card.name.map { .string($0) } ?? .null,
                        "turns": .integer(card.turns), "last_used": .string(card.lastUsed.utcText),
                        "target": card.target.map { .string($0.description) } ?? .null,
                        "charge": OutcomeJSON.cost(card.charge), "first": .string(card.first),
                        "damage": card.damage.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}
