extension Timestamp {
    /// The day in UTC, as in ISO 8601: `2026-07-28`.
    package var utcDate: String {
        let (year, month, day) = civilDay
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// The moment in UTC to the second, as in ISO 8601: `2026-07-28T09:05:00Z`.
    package var utcText: String {
        let second = millisecondsOfDay / 1_000
        let time = [second / 3_600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }
        return utcDate + "T" + time.joined(separator: ":") + "Z"
    }

    private static let millisecondsPerDay: Int64 = 86_400_000

    private var millisecondsOfDay: Int64 {
        let rest = millisecondsSinceEpoch % Self.millisecondsPerDay
        return rest < 0 ? rest + Self.millisecondsPerDay : rest
    }

    /// The proleptic Gregorian date. Years are counted from March, so that the leap day is a year's last: 400 of them
    /// have 146,097 days, and the months from March on follow one line of 153 days in five months.
    private var civilDay: (year: Int64, month: Int64, day: Int64) {
        let days = (millisecondsSinceEpoch - millisecondsOfDay) / Self.millisecondsPerDay + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
