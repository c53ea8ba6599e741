import Testing

@testable import AI1HTTP

@Suite("noticing a stall")
struct StallTimerTests {
    /// Looks whenever it is due, as the engine does, and says when it is found stalled; nil when not before `end`.
    private func stalledAt(
        limitMilliseconds: Int64 = 8, touches: [Int64] = [], sentAt: Int64 = 0, until end: Int64 = 1_000_000,
        count: (Int64) -> Int64 = { _ in 0 }
    ) -> Int64? {
        var timer = StallTimer(limitMilliseconds: limitMilliseconds, now: 0)
        var touches = touches[...]
        while timer.due < end {
            let now = timer.due
            while let touch = touches.first, touch <= now {
                timer.touch(touch)
                touches.removeFirst()
            }
            if timer.check(now, sentAt: now >= sentAt ? sentAt : nil, count: count(now)) { return now }
            #expect(timer.due > now)
            if timer.due <= now { return nil }
        }
        return nil
    }

    @Test("nothing for the limit after the request went out is a stall, to the microsecond")
    func silent() {
        #expect(stalledAt() == 8_000)
        #expect(stalledAt(sentAt: 3) == 8_003)
    }

    @Test("connecting does not count")
    func connecting() {
        #expect(stalledAt(sentAt: 30_001) == 38_001)
    }

    @Test("what comes puts the stall off, to the microsecond")
    func activity() {
        #expect(stalledAt(touches: [5]) == 8_005)
        #expect(stalledAt(touches: [7_999, 15_998, 16_000]) == 24_000)
        #expect(stalledAt(touches: [100, 9_000]) == 8_100)
    }

    @Test("octets that a callback has told are not counted again")
    func counted() {
        #expect(stalledAt(touches: [5, 1_999], count: { $0 < 1_999 ? 0 : 500 }) == 9_999)
    }

    @Test("octets that nobody saw are progress, told late by a quarter of the limit at most")
    func unseen() throws {
        #expect(stalledAt(count: { $0 }) == nil)
        for last in stride(from: Int64(0), to: 30_000, by: 777) {
            let end = try #require(stalledAt(count: { min($0, last) }))
            #expect(end >= last + 8_000)
            #expect(end <= last + 10_000)
        }
    }

    @Test("a paused transfer is not stalled, and starts anew when it goes on")
    func paused() {
        var timer = StallTimer(limitMilliseconds: 8, now: 0)
        timer.pause()
        #expect(timer.due == .max)
        #expect(timer.check(1_000_000, sentAt: 0, count: 0) == false)
        timer.resume(1_000_000)
        #expect(timer.check(1_007_999, sentAt: 0, count: 0) == false)
        #expect(timer.due == 1_008_000)
        #expect(timer.check(1_008_000, sentAt: 0, count: 0) == true)
    }

    @Test("the largest and smallest limits do not overflow", arguments: [Int64.max, 0, -5, .min])
    func extremes(_ milliseconds: Int64) {
        var timer = StallTimer(limitMilliseconds: milliseconds, now: .max / 4)
        timer.touch(.max / 4)
        #expect(timer.check(.max / 4, sentAt: .max / 4, count: 0) == false)
        #expect(timer.due > .max / 4)
        timer.resume(.max / 4)
        #expect(timer.due > .max / 4)
    }
}
