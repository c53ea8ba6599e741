internal import AI1Catalog
internal import AI1Core
internal import AI1Terminal

/// What a sync found, in words.
enum SyncWords {
    /// Changes that are shown of each kind.
    static let shownChanges = 10
    private static let shownNames = 3

    static func text(_ objection: SyncReading.Objection) -> String {
        switch objection {
        case .empty: "has no model that could be used"
        case .tooMany(let count):
            "has \(grouped(Int64(count))) models, more than the \(grouped(Int64(SyncReading.largestCount))) that are believed"
        case .shrunk(let now, let before):
            "has only \(grouped(Int64(now))) models; there were \(grouped(Int64(before))) the last time"
        case .mostlyRefused(let refused, let usable):
            "has \(grouped(Int64(refused))) rows that cannot be right, and \(grouped(Int64(usable))) that can"
        }
    }

    static func text(_ refusal: SyncReading.Refusal) -> String {
        switch refusal {
        case .name: "name cannot be used"
        case .price: "price is negative or absurd"
        case .duplicate: "listed twice"
        case .provider: "provider's name cannot be used"
        }
    }

    static func text(_ surplus: SyncReading.Surplus) -> String {
        switch surplus {
        case .otherOutput: "for other things than answers in text"
        case .otherProtocol: "of providers whose protocol ai1 does not speak"
        case .local: "of servers on your own machine"
        }
    }

    /// Refusals with their examples: `2: price is negative or absurd (p/m, p/n)`.
    static func refusals(_ reading: SyncReading) -> String {
        SyncReading.Refusal.allCases.compactMap { kind in
            reading.refused[kind].map { "\(grouped(Int64($0.count))): \(text(kind)) (\(examples($0)))" }
        }.joined(separator: "; ")
    }

    private static func examples(_ tally: SyncReading.Tally) -> String {
        tally.examples.joined(separator: ", ") + (tally.count > tally.examples.count ? ", …" : "")
    }

    /// A few names, and how many more there are.
    static func names(_ names: [String]) -> String {
        let shown = names.prefix(shownNames).joined(separator: ", ")
        return names.count > shownNames ? shown + ", …" : shown
    }

    /// Prices before and after, the largest change first.
    static func table(_ changes: [SyncComparison.Repricing]) -> TextTable {
        var table = TextTable(
            [
                .init("model", canShrink: true), .init("in $/M", .right), .init("", .left), .init("out $/M", .right),
                .init("", .left),
            ], indent: 2)
        for change in changes.prefix(shownChanges) {
            table.append([
                .init(change.name.description), .init(change.old.input.usdPerMillionTokens),
                .init(arrow(change.old.input, change.new.input)), .init(change.old.output.usdPerMillionTokens),
                .init(arrow(change.old.output, change.new.output)),
            ])
        }
        return table
    }

    private static func arrow(_ old: TokenPrice, _ new: TokenPrice) -> String {
        old == new ? "" : "→ \(new.usdPerMillionTokens)"
    }
}
