internal import AI1Core

/// The words and numbers of exports.
enum ExportText {
    /// An amount in units of 10⁻⁹ with all nine decimals: `-0.000000120`.
    static func amount(_ nano: Int64) -> String {
        let digits = String(nano.magnitude)
        let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
        return (nano < 0 ? "-" : "") + padded.dropLast(9) + "." + padded.suffix(9)
    }

    /// A text on one line without control characters and without these.
    static func clean(_ text: String, without characters: String) -> String {
        String(TerminalCleaner.cleanLine(text, limit: 200).map { characters.contains($0) ? " " : $0 })
    }

    /// What a transfer is, in a few words.
    static func words(_ transfer: ExportTransfer) -> String {
        if let target = transfer.target { return "ask \(target)" }
        return transfer.memo.isEmpty ? transfer.kind.word : transfer.memo
    }
}

/// The days of transactions: local ones, that never go back, so that whoever sorts by them keeps the order.
struct ExportDays {
    private let calendar: LocalCalendar
    private var latest: (day: Int64, seconds: Int64)?

    init(_ calendar: LocalCalendar) { self.calendar = calendar }

    /// The day as `2026-11-22`.
    mutating func text(_ seconds: Int64) -> String {
        let day = calendar.day(seconds)
        // The night that summer time ends can repeat an hour of the day before.
        if latest == nil || day >= latest?.day ?? 0 { latest = (day, seconds) }
        return calendar.dayText(latest?.seconds ?? seconds)
    }

    /// The last day that was told.
    var last: String { calendar.dayText(latest?.seconds ?? 0) }

    /// The day after it.
    var next: String { calendar.dayText(calendar.span(.day, at: latest?.seconds ?? 0).stop) }
}
