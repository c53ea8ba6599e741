import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Random sequences of orders")
struct RandomSequenceTests {
    /// `AI1_LEDGER_SEQUENCES` asks for more.
    private static let count = getenv("AI1_LEDGER_SEQUENCES").flatMap { Int(String(cString: $0)) } ?? 1_000
    private static let steps = 50

    private static func fails(_ operations: [LedgerOperation]) throws -> LedgerMatch.Difference? {
        let scratch = try ScratchLedger()
        var match = try LedgerMatch { try scratch.open(clock: $0, calendar: $1) }
        do {
            try match.run(operations)
            return nil
        } catch let difference as LedgerMatch.Difference {
            return difference
        }
    }

    @Test("The ledger in a file and the one in memory answer alike, step by step", arguments: 0..<4)
    func alike(part: Int) throws {
        for seed in stride(from: part, to: Self.count, by: 4) {
            let operations = LedgerOperation.sequence(SeededRandom(seed: UInt64(seed)), count: Self.steps)
            guard try Self.fails(operations) != nil else { continue }
            let shortest = try LedgerShrinker.shrink(operations) { try Self.fails($0) != nil }
            let difference = try Self.fails(shortest)
            Issue.record(
                """
                seed \(seed), \(shortest.count) steps:
                \(shortest.map { "  \($0)" }.joined(separator: "\n"))
                \(difference?.description ?? "it went away")
                """)
            return
        }
    }
}
