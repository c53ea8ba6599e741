import AI1Core
import AI1TestSupport

extension Driver {
    private static let seedsAtOnce = 500

    /// Random sequences of orders, compared with the ledger in memory.
    func sequences() async throws -> [Figure] {
        let count = isFull ? 100_000 : 500
        let template = try LedgerTemplate()
        let failures = try await withThrowingTaskGroup(of: [String].self) { group in
            var failures: [String] = []
            var started = 0
            for start in stride(from: 0, to: count, by: Self.seedsAtOnce) {
                if started >= 4 { failures += try await group.next() ?? [] }
                started += 1
                group.addTask {
                    // Other seeds than those of the suite.
                    try (start..<min(start + Self.seedsAtOnce, count)).compactMap {
                        try template.failure(seed: 1_000_000 + UInt64($0))
                    }
                }
            }
            for try await more in group { failures += more }
            return failures
        }
        for failure in failures.prefix(3) { Console.say(failure) }
        return [
            Figure(
                what: "\(grouped(Int64(count))) random sequences of 50 orders against the ledger in memory",
                toReach: "0 differences", measured: "\(failures.count) differences", isReached: failures.isEmpty)
        ]
    }
}
