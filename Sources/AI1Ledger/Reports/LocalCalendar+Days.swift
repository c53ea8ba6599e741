extension LocalCalendar {
    /// The first second of a day such as 20261122; nil when the calendar has no such day, or not in the years 1970 to 9999.
    package func start(ofDay day: Int64) -> Int64? {
        let (year, month, dayOfMonth) = (day / 10_000, day / 100 % 100, day % 100)
        guard (1970...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(dayOfMonth)
        else { return nil }
        // Noon in UTC is at most a day away from any hour of the day elsewhere.
        var moment = Self.daysSince1970(year, month, dayOfMonth) * 86_400 + 43_200
        for _ in 0..<3 {
            let here = self.day(moment)
            if here == day { return span(.day, at: moment).start }
            let span = span(.day, at: moment)
            moment = here < day ? span.stop : span.start - 1
        }
        return nil
    }

    /// The last days up to one that a moment belongs to, the oldest first, as numbers such as 20261122.
    package func days(_ count: Int, upTo seconds: Int64) -> [Int64] {
        var days: [Int64] = []
        var moment = seconds
        for _ in 0..<max(0, count) {
            days.append(day(moment))
            moment = span(.day, at: moment).start - 1
        }
        return days.reversed()
    }

    /// A moment as `2026-11-22T09:05:00Z` (RFC 3339).
    package static func utcText(_ seconds: Int64) -> String {
        let utc = LocalCalendar(offsetSeconds: 0, zone: "UTC")
        return "\(utc.dayText(seconds))T\(utc.timeText(seconds, hasSeconds: true))Z"
    }

    /// The time of day as `09:05`.
    package func timeText(_ seconds: Int64, hasSeconds: Bool = false) -> String {
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let time = time(seconds)
        return "\(two(time.hour)):\(two(time.minute))" + (hasSeconds ? ":\(two(time.second))" : "")
    }

    private static func days(inMonth month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let past = year - 1
        let leapDays = past / 4 - past / 100 + past / 400 - 477
        return (year - 1970) * 365 + leapDays + (1..<month).reduce(0) { $0 + days(inMonth: $1, of: year) } + day - 1
    }
}
