internal import AI1Core
internal import AI1Ledger

extension LocalCalendar {
    /// The time of today, or a day and the time of it, such as `11-24 19:02`; with the year when it is another.
    func whenText(_ time: Timestamp, now: Timestamp) -> String {
        let seconds = time.millisecondsSinceEpoch / 1_000
        let clock = timeText(seconds)
        let (day, today) = (day(seconds), day(now.millisecondsSinceEpoch / 1_000))
        guard day != today else { return clock }
        let date = dayText(seconds)
        return "\(day / 10_000 == today / 10_000 ? String(date.dropFirst(5)) : date) \(clock)"
    }
}
