internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// What is not settled, as lines and as JSON.
enum PendingView {
    /// Who sent is what a narrow terminal has no room for.
    static func table(_ reports: [PendingReport], now: Timestamp, isNarrow: Bool) -> TextTable {
        let from: [TextTable.Column] = isNarrow ? [] : [.init("from")]
        var table = TextTable(
            [.init("nonce", .right)] + from + [
                .init("state", canShrink: isNarrow), .init("age", .right), .init("what", canShrink: true),
            ])
        for report in reports {
            let entry = report.entry
            let sender: [TextTable.Cell] = isNarrow ? [] : [.init(entry.sender.short)]
            table.append(
                [.init(grouped(String(entry.nonce)))] + sender + [
                    state(report, among: reports),
                    .init(age(now.milliseconds(since: entry.created)), .dim), .init(entry.summary),
                ])
        }
        return table
    }

    /// What to do about one; nothing about one whose place another is taking.
    static func hint(_ report: PendingReport, among reports: [PendingReport]) -> String? {
        successor(of: report, among: reports) == nil ? report.hint : nil
    }

    private static func successor(of report: PendingReport, among reports: [PendingReport]) -> Hash32? {
        reports.first { $0.entry.replaces == report.entry.hash }?.entry.hash
    }

    static func json(_ report: PendingReport, among reports: [PendingReport]) -> JSONValue {
        let entry = report.entry
        return [
            "hash": .string(entry.hash.hex), "status": .string(name(report.status)),
            "chain_id": TransactionReceiptView.number(entry.chainID), "from": .string(entry.sender.checksummed),
            "nonce": TransactionReceiptView.number(entry.nonce),
            "to": entry.recipient.map { .string($0.checksummed) } ?? .null,
            "beneficiary": entry.beneficiary.map { .string($0.checksummed) } ?? .null,
            "summary": .string(entry.summary), "worst_fee": .string(entry.maxFees),
            "idempotency_key": entry.idempotencyKey.map { .string($0) } ?? .null,
            "replaces": entry.replaces.map { .string($0.hex) } ?? .null, "attempts": .integer(entry.attempts),
            "created": .string(entry.created.utcText), "sent": entry.sent.map { .string($0.utcText) } ?? .null,
            "hint": hint(report, among: reports).map { .string($0) } ?? .null,
            "raw": .string(HexText.encode(entry.raw)),
        ]
    }

    /// What the journal alone says.
    static func status(_ state: EntryState) -> PendingReport.Status {
        switch state {
        case .journalled: .unsent
        case .sending: .unconfirmed
        case .sent, .mined, .replaced, .released, .dropped: .pending
        }
    }

    private static func state(_ report: PendingReport, among reports: [PendingReport]) -> TextTable.Cell {
        switch report.status {
        case .unconfirmed, .pending, .stuck, .dropped:
            if successor(of: report, among: reports) != nil { return .init("being replaced", .dim) }
        case .unsent, .mined, .replaced, .gone: break
        }
        return .init(words(report.status), mark(report.status))
    }

    private static func words(_ status: PendingReport.Status) -> String {
        switch status {
        case .unsent: "not sent"
        case .unconfirmed: "perhaps sent"
        case .pending: "waits"
        case .stuck(.nonceGap(let missing)): "stuck: nonce \(missing) is missing"
        case .stuck(.feeBelowBase): "stuck: fee too low"
        case .dropped: "dropped"
        case .mined(let inclusion): inclusion.succeeded ? "in block \(inclusion.blockNumber)" : "reverted"
        case .replaced: "replaced"
        case .gone: "given up"
        }
    }

    private static func name(_ status: PendingReport.Status) -> String {
        switch status {
        case .unsent: "unsent"
        case .unconfirmed: "unconfirmed"
        case .pending: "pending"
        case .stuck(.nonceGap): "nonce_gap"
        case .stuck(.feeBelowBase): "fee_too_low"
        case .dropped: "dropped"
        case .mined: "mined"
        case .replaced: "replaced"
        case .gone: "gone"
        }
    }

    private static func mark(_ status: PendingReport.Status) -> Style.Mark {
        switch status {
        case .unsent, .unconfirmed, .stuck, .dropped: .yellow
        case .pending, .mined: .none
        case .replaced, .gone: .dim
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
