internal import AI1Ledger
internal import ArgumentParser

/// A day on the command line: `2026-11-22`, `today`, `yesterday`, `7d` for seven days ago.
package struct DayArgument: Sendable {
    private enum Form: Sendable {
        case ago(Int)
        case day(Int64)
    }

    /// Longer ago than any ledger goes back.
    private static let mostDaysAgo = 36_500

    private let form: Form

    /// - Throws: `ValidationError` that says what a day looks like
    init(_ text: String) throws {
        switch text {
        case "today": form = .ago(0)
        case "yesterday": form = .ago(1)
        default:
            if text.hasSuffix("d"), let days = Int(text.dropLast()), (0...Self.mostDaysAgo).contains(days),
                text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") })
            {
                form = .ago(days)
            } else if let day = DateDigits.number(text, parts: [4, 2, 2]),
                LocalCalendar(offsetSeconds: 0).start(ofDay: day) != nil
            {
                form = .day(day)
            } else {
                throw ValidationError("it must be a day such as 2026-11-22, today, yesterday or 7d")
            }
        }
    }

    /// The day as 20261122.
    func day(_ ledger: SQLiteLedger) throws -> Int64 { day(ledger.calendar, nowSeconds: try ledger.nowSeconds()) }

    /// The first moment of the day in microseconds since 1970.
    func microseconds(_ ledger: SQLiteLedger) throws -> Int64 {
        seconds(ledger.calendar, nowSeconds: try ledger.nowSeconds()) * 1_000_000
    }

    private func day(_ calendar: LocalCalendar, nowSeconds: Int64) -> Int64 {
        switch form {
        case .day(let day): day
        case .ago(let count): calendar.days(count + 1, upTo: nowSeconds).first ?? 0
        }
    }

    /// The first moment of the day in seconds since 1970.
    func seconds(_ calendar: LocalCalendar, nowSeconds: Int64) -> Int64 {
        // A day that the zone's calendar left out has no first moment: the one of UTC comes near.
        let day = day(calendar, nowSeconds: nowSeconds)
        return calendar.start(ofDay: day) ?? LocalCalendar(offsetSeconds: 0).start(ofDay: day) ?? 0
    }
}

/// A month on the command line: `2026-11`, `this` or `last`.
package struct MonthArgument: Sendable {
    private enum Form: Sendable {
        case ago(Int)
        case month(Int64)
    }

    private let form: Form

    /// - Throws: `ValidationError` that says what a month looks like
    init(_ text: String) throws {
        switch text {
        case "this": form = .ago(0)
        case "last": form = .ago(1)
        default:
            guard let month = DateDigits.number(text, parts: [4, 2]),
                LocalCalendar(offsetSeconds: 0).start(ofDay: month * 100 + 1) != nil
            else { throw ValidationError("it must be a month such as 2026-11, this or last") }
            form = .month(month)
        }
    }

    /// All days of the month, as numbers such as 20261122.
    func days(_ ledger: SQLiteLedger) throws -> ClosedRange<Int64> {
        let month: Int64
        switch form {
        case .month(let number): month = number
        case .ago(let count):
            var start = ledger.calendar.span(.month, at: try ledger.nowSeconds()).start
            for _ in 0..<count { start = ledger.calendar.span(.month, at: start - 1).start }
            month = ledger.calendar.day(start) / 100
        }
        return month * 100 + 1...month * 100 + 31
    }
}

private enum DateDigits {
    /// Digits in groups with dashes between them, as one number.
    static func number(_ text: String, parts: [Int]) -> Int64? {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == parts,
            groups.joined().utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return nil }
        return Int64(groups.joined())
    }
}
