/// How long and how often a transaction is sent. Times in milliseconds.
package struct SendingLimits: Sendable, Hashable {
    /// From the first attempt at sending to the last.
    package var deadlineMilliseconds: Int64 = 60_000
    /// How often the same octets are sent at most.
    package var attempts = 6
    /// The wait before the second attempt, doubled before each further one.
    package var firstWaitMilliseconds: Int64 = 500
    package var longestWaitMilliseconds: Int64 = 8_000

    /// The chain id of chains for tests (Hardhat's and anvil's), which begin anew with every start and mine at once.
    package static let localChainID: UInt64 = 31_337

    /// Transactions of one account that a node may say to have in its pool: nodes keep some dozens. A nonce beyond would wait
    /// for ever, and every later one behind it.
    static let mostInPool: UInt64 = 4_096

    package init() {}

    /// The wait before an attempt that follows so many.
    func wait(after attempts: Int) -> Int64 {
        min(longestWaitMilliseconds, firstWaitMilliseconds << Int64(min(max(0, attempts - 1), 20)))
    }
}
