internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// Entries of the journal as lines and as JSON.
enum JournalView {
    static func table(_ entries: [JournalEntry], now: Timestamp) -> TextTable {
        var table = TextTable([
            .init("nonce", .right), .init("transaction"), .init("state"), .init("age", .right), .init("from"),
            .init("what", canShrink: true),
        ])
        for entry in entries {
            let hash = entry.hash.hex
            table.append([
                .init(grouped(String(entry.nonce))), .init("\(hash.prefix(10))…\(hash.suffix(4))"),
                .init(words(entry.state), mark(entry.state)),
                .init(age(now.milliseconds(since: entry.created)), .dim), .init(entry.sender.short),
                .init(entry.summary),
            ])
        }
        return table
    }

    static func json(_ entry: JournalEntry) -> JSONValue {
        [
            "hash": .string(entry.hash.hex), "state": .string(entry.state.rawValue),
            "chain_id": ReceiptView.number(entry.chainID), "from": .string(entry.sender.checksummed),
            "nonce": ReceiptView.number(entry.nonce),
            "to": entry.recipient.map { .string($0.checksummed) } ?? .null,
            "beneficiary": entry.beneficiary.map { .string($0.checksummed) } ?? .null,
            "summary": .string(entry.summary), "worst_fee": .string(entry.maxFees),
            "idempotency_key": entry.idempotencyKey.map { .string($0) } ?? .null,
            "replaces": entry.replaces.map { .string($0.hex) } ?? .null, "attempts": .integer(entry.attempts),
            "created": .string(entry.created.utcText), "sent": entry.sent.map { .string($0.utcText) } ?? .null,
            "block": entry.inclusion.map { ReceiptView.number($0.blockNumber) } ?? .null,
            "raw": .string(HexText.encode(entry.raw)),
        ]
    }

    static func words(_ state: EntryState) -> String {
        switch state {
        case .journalled: "not sent"
        case .sending: "perhaps sent"
        case .sent: "sent"
        case .mined: "in a block"
        case .replaced: "replaced"
        case .released: "given up"
        case .dropped: "chain is gone"
        }
    }

    private static func mark(_ state: EntryState) -> Style.Mark {
        switch state {
        case .journalled, .sending: .yellow
        case .sent, .mined: .none
        case .replaced, .released, .dropped: .dim
        }
    }

    /// `42 s`, `5 min`, `3 h`, `2 d`.
    private static func age(_ milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds / 1_000)
        if seconds < 120 { return "\(seconds) s" }
        if seconds < 7_200 { return "\(seconds / 60) min" }
        return seconds < 172_800 ? "\(seconds / 3_600) h" : "\(seconds / 86_400) d"
    }
}
