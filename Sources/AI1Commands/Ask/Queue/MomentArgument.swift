internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import ArgumentParser

/// A moment on the command line: `2h` from now, `18:30` at the next such time, `tomorrow`, a day, or a day and a time of it.
package struct MomentArgument: Sendable {
    private enum Form: Sendable, Hashable {
        case after(milliseconds: Int64)
        case clock(minutes: Int64)
        case tomorrow
        case day(Int64, minutes: Int64)
    }

    /// The farthest in days.
    private static let mostDays: Int64 = 3_650

    private let form: Form

    /// - Throws: `ValidationError` that says what a moment looks like
    package init(_ text: String) throws {
        guard let form = Self.form(text) else {
            throw ValidationError("it must be a time such as 2h, 3d, 18:30, tomorrow, 2026-11-24 or '2026-11-24 18:30'")
        }
        self.form = form
    }

    private static func form(_ text: String) -> Form? {
        if text == "tomorrow" { return .tomorrow }
        if let milliseconds = DurationText.milliseconds(parsing: text) { return .after(milliseconds: milliseconds) }
        if text.hasSuffix("d"), let days = number(text.dropLast(), digits: 1...4), (1...mostDays).contains(days) {
            return .after(milliseconds: days * 86_400_000)
        }
        if let minutes = minutes(text[...]) { return .clock(minutes: minutes) }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }
        guard let first = parts.first, let day = day(first) else { return nil }
        guard parts.count == 2 else { return .day(day, minutes: 0) }
        return minutes(parts[1]).map { .day(day, minutes: $0) }
    }

    /// `2026-11-24` as 20261124.
    private static func day(_ text: Substring) -> Int64? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let day = number(Substring(parts.joined()), digits: 8...8),
            LocalCalendar(offsetSeconds: 0).start(ofDay: day) != nil
        else { return nil }
        return day
    }

    /// `18:30` as minutes since midnight.
    private static func minutes(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = number(parts[0], digits: 1...2), let minute = number(parts[1], digits: 2...2),
            hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int64? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(text)
    }

    /// The moment in the user's local time.
    func time(_ calendar: LocalCalendar, now: Timestamp) -> Timestamp {
        let seconds = now.millisecondsSinceEpoch / 1_000
        switch form {
        case .after(let milliseconds): return now.advanced(byMilliseconds: milliseconds)
        case .tomorrow: return Timestamp(millisecondsSinceEpoch: calendar.span(.day, at: seconds).stop * 1_000)
        case .clock(let minutes):
            let today = calendar.span(.day, at: seconds)
            let moment = Self.moment(today.start, minutes, calendar)
            return Timestamp(
                millisecondsSinceEpoch: (moment > seconds ? moment : Self.moment(today.stop, minutes, calendar)) * 1_000)
        case .day(let day, let minutes):
            // A day that the zone's calendar left out has no first moment: the one of UTC comes near.
            let start = calendar.start(ofDay: day) ?? LocalCalendar(offsetSeconds: 0).start(ofDay: day) ?? seconds
            return Timestamp(millisecondsSinceEpoch: Self.moment(start, minutes, calendar) * 1_000)
        }
    }

    /// The moment of a day at which its clocks show a time; on a day when they are put on or back that is not so many minutes
    /// after its start.
    private static func moment(_ start: Int64, _ minutes: Int64, _ calendar: LocalCalendar) -> Int64 {
        let moment = start + minutes * 60
        let shown = calendar.time(moment)
        let difference = minutes - (shown.hour * 60 + shown.minute)
        let corrected = moment + difference * 60
        // A time that the clocks leave out: the moment at which they jump over it.
        return calendar.day(corrected) == calendar.day(start) && abs(difference) <= 180 ? corrected : moment
    }
}
