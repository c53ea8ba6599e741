import AI1Core
import AI1Storage
import AI1TestSupport
import Testing

@testable import AI1History

@Suite struct SweepTests {
    private static let day: Int64 = 86_400_000

    private static func days(_ count: Int64) -> Timestamp { Example.now.advanced(byMilliseconds: count * day) }

    @Test("old words go, also from the index and the file; the request stays")
    func words() throws {
        let fixture = try HistoryFixture()
        for number in 0..<150 {
            let old = number % 2 == 0
            try fixture.history.record(
                Example.record(
                    UInt64(number), at: Self.days(old ? 0 : 40), prompt: old ? "zebrafinch song" : "kingfisher song",
                    answer: old ? "a warbling thing" : "a whistle"))
        }
        // However much there is, it is done in some sweeps, each bounded.
        var sweeps = 0
        while sweeps < 50 {
            try fixture.history.sweep(contentDays: 30, at: Self.days(41))
            sweeps += 1
            if try fixture.history.read({ try !$0.isSweepDue(at: Self.days(41)) }) { break }
        }
        #expect((2..<50).contains(sweeps))
        #expect(try fixture.history.count(HistoryFilter()) == 150)
        #expect(try fixture.history.count(HistoryFilter(search: SearchQuery("zebrafinch"))) == 0)
        #expect(try fixture.history.count(HistoryFilter(search: SearchQuery("kingfisher"))) == 75)
        try fixture.history.store.flush()
        for word in ["zebrafinch", "warbling"] { #expect(!fixture.hasBytes(word), "\(word)") }
        #expect(fixture.hasBytes("kingfisher"))
    }

    @Test("requests go after four hundred days, and what they taught stays")
    func requests() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        try fixture.history.sweep(contentDays: 30, at: Self.days(399))
        #expect(try fixture.history.count(HistoryFilter()) == 1)
        try fixture.history.sweep(contentDays: 30, at: Self.days(401))
        #expect(try fixture.history.count(HistoryFilter()) == 0)
        #expect(try fixture.history.report(by: .target, days: [Example.day], at: Example.now).rows.count == 1)
    }

    @Test("a sweep is due once an hour, and at once when something is left over")
    func due() throws {
        let fixture = try HistoryFixture()
        #expect(try fixture.history.record(Example.record(1)))
        try fixture.history.sweep(contentDays: 30, at: Example.now)
        #expect(try !fixture.history.record(Example.record(2, at: Example.now.advanced(byMilliseconds: 1_000))))
        #expect(try fixture.history.record(Example.record(3, at: Example.now.advanced(byMilliseconds: 3_600_000))))
        for number in UInt64(10)..<80 { try fixture.history.record(Example.record(number, at: Self.days(1))) }
        try fixture.history.sweep(contentDays: 1, at: Self.days(3))
        #expect(try fixture.history.record(Example.record(99, at: Self.days(3))))
    }

    @Test("what is kept for ever is never swept")
    func forever() throws {
        let fixture = try HistoryFixture()
        try fixture.history.record(Example.record(1))
        try fixture.history.sweep(contentDays: nil, at: Self.days(5_000))
        #expect(try fixture.history.show(nil).content != nil)
    }
}
