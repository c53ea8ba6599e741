import AI1TestSupport
import Testing

@Suite("Random sequences of orders")
struct RandomSequenceTests {
    private static let parts = 4
    private static let count = 1_000

    @Test("The ledger in a file and the one in memory answer alike, step by step", arguments: 0..<parts)
    func alike(part: Int) throws {
        let template = try LedgerTemplate()
        for seed in stride(from: part, to: Self.count, by: Self.parts) {
            let failure = try template.failure(seed: UInt64(seed))
            #expect(failure == nil)
            if failure != nil { return }
        }
    }

    @Test("A sequence that shows a difference is made as short as it goes")
    func shrinking() {
        let operations = LedgerOperation.sequence(SeededRandom(seed: 3), count: 60)
        let wanted = [operations[7], operations[31], operations[52]]
        let shortest = LedgerShrinker.shrink(operations) { tried in
            var rest = wanted[...]
            for operation in tried where operation == rest.first { rest.removeFirst() }
            return rest.isEmpty
        }
        #expect(shortest == wanted)
    }
}
