import AI1Core
import AI1Ledger
import Testing

@testable import AI1Commands

/// The moments of `--not-before` and `--expires`.
@Suite struct MomentArgumentTests {
    /// 2026-11-24 12:34:56 UTC.
    private static let now = Timestamp(millisecondsSinceEpoch: 1_795_523_696_000)
    private static let dawn: Int64 = 1_795_478_400_000

    /// Texts with the seconds after the dawn of that day that they mean.
    private static let moments: [(text: String, seconds: Int64)] = [
        ("90s", 45_386), ("2h", 52_496), ("3d", 304_496), ("12:35", 45_300), ("12:34", 131_640), ("6:05", 108_300),
        ("tomorrow", 86_400), ("2026-11-24", 0), ("2026-11-25 18:30", 153_000), ("2026-11-25T18:30", 153_000),
        ("2028-02-29 00:01", 39_916_860),
    ]

    @Test("A moment is so long from now, the next such time, a day, or a day and a time", arguments: moments)
    func moment(_ text: String, _ seconds: Int64) throws {
        let time = try MomentArgument(text).time(LocalCalendar(offsetSeconds: 0), now: Self.now)
        #expect(time.millisecondsSinceEpoch == Self.dawn + seconds * 1_000)
    }

    @Test("It is the user's local time")
    func local() throws {
        let time = try MomentArgument("2026-11-25 18:30").time(LocalCalendar(offsetSeconds: 19_800), now: Self.now)
        #expect(time.millisecondsSinceEpoch == Self.dawn + 86_400_000 + 66_600_000 - 19_800_000)
    }

    @Test(
        "What is no moment is refused",
        arguments: [
            "", "2", "h", "-2h", "24:00", "12:60", "1:2", "2026-02-29", "2026-11-25 ", "2026-11-25 25:00", "20261125",
            "0d", "9999d", "yesterday", "2026-11-25  18:30",
        ])
    func refused(_ text: String) {
        #expect(throws: (any Error).self) { _ = try MomentArgument(text) }
    }
}
