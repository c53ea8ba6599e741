import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("Days of the calendar")
struct DaysTests {
    @Test(
        "The first second of a day is found in every zone", arguments: [-43_200, -3_600, 0, 19_800, 50_400] as [Int64])
    func start(offset: Int64) {
        let calendar = LocalCalendar(offsetSeconds: offset)
        for day: Int64 in [19_700_103, 20_000_229, 20_240_229, 20_251_231, 20_260_101, 21_000_301, 99_991_230] {
            let start = calendar.start(ofDay: day)
            #expect(start.map(calendar.day) == day, "\(day)")
            #expect(start.map { calendar.day($0 - 1) } ?? day < day, "\(day)")
            #expect(start == start.map { calendar.span(.day, at: $0).start }, "\(day)")
        }
    }

    @Test(
        "What is no day is none",
        arguments: [0, 20_260_229, 21_000_229, 20_261_301, 20_260_001, 20_260_132, 20_260_100, 19_691_231, -20_260_101])
    func noDay(day: Int64) {
        #expect(LocalCalendar(offsetSeconds: 0).start(ofDay: day) == nil)
    }

    @Test("The last days end with today")
    func last() {
        let calendar = LocalCalendar(offsetSeconds: 3_600)
        #expect(calendar.days(3, upTo: 1_772_319_600) == [20_260_227, 20_260_228, 20_260_301])
        #expect(calendar.days(0, upTo: 0).isEmpty)
    }

    @Test("Moments are written as RFC 3339 has them")
    func text() {
        #expect(LocalCalendar.utcText(1_767_225_605) == "2026-01-01T00:00:05Z")
        #expect(LocalCalendar(offsetSeconds: 3_600).timeText(1_767_225_605) == "01:00")
    }
}
