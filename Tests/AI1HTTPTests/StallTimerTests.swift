import Testing

@testable import AI1HTTP

@Suite("noticing a stall")
struct StallTimerTests {
    private func timer(_ milliseconds: Int64 = 10) -> StallTimer { StallTimer(limitMilliseconds: milliseconds, now: 0) }

    @Test("nothing for the limit after the request went out is a stall")
    func silent() {
        var timer = timer()
        #expect(timer.due == 10_000)
        #expect(timer.check(10_000, sentAt: 3_000, count: 0) == false)
        #expect(timer.due == 13_000)
        #expect(timer.check(13_000, sentAt: 3_000, count: 0) == true)
    }

    @Test("connecting does not count")
    func connecting() {
        var timer = timer()
        #expect(timer.check(10_000, sentAt: nil, count: 0) == false)
        #expect(timer.check(20_000, sentAt: nil, count: 0) == false)
        #expect(timer.check(30_000, sentAt: 19_000, count: 0) == true)
    }

    @Test("what comes puts the stall off")
    func activity() {
        var timer = timer()
        timer.touch(8_000)
        #expect(timer.check(10_000, sentAt: 0, count: 5) == false)
        #expect(timer.due == 18_000)
        #expect(timer.check(18_000, sentAt: 0, count: 5) == true)
    }

    @Test("octets that nobody saw are progress, once")
    func unseen() {
        var timer = timer()
        #expect(timer.check(10_000, sentAt: 0, count: 1) == false)
        #expect(timer.check(20_000, sentAt: 0, count: 2) == false)
        #expect(timer.check(30_000, sentAt: 0, count: 2) == true)
    }

    @Test("a paused transfer is not stalled, and starts anew when it goes on")
    func paused() {
        var timer = timer()
        timer.pause()
        #expect(timer.due == .max)
        #expect(timer.check(1_000_000, sentAt: 0, count: 0) == false)
        timer.resume(1_000_000)
        #expect(timer.due == 1_010_000)
        #expect(timer.check(1_010_000, sentAt: 0, count: 0) == true)
    }

    @Test("the largest and smallest limits do not overflow", arguments: [Int64.max, 0, -5, .min])
    func extremes(_ milliseconds: Int64) {
        var timer = timer(milliseconds)
        timer.touch(.max / 4)
        timer.resume(.max / 4)
        #expect(timer.due > .max / 4)
    }
}
