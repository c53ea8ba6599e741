import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization

@testable import AI1Chain

/// A chain, an account and a journal, and senders that work with them.
final class SendingBench: Sendable {
    let chain: FakeChain
    let folder: TemporaryFolder
    let clock: any WallClock
    let client: ChainClient
    let journal: TransactionJournal
    let key: PrivateKey
    /// What the user was told.
    let notices = Mutex<[SendingNotice]>([])
    /// How often something was signed.
    let signatures = Mutex<[Hash32]>([])

    static let friend = Address([UInt8](repeating: 0x22, count: 20))!

    init(chainID: UInt64 = 31_337, clock: any WallClock = TestClock(sleeping: .advances)) throws {
        chain = FakeChain(chainID: chainID)
        folder = try TemporaryFolder()
        self.clock = clock
        client = try chain.client(clock: clock)
        journal = try TransactionJournal.open(folder.path(TransactionJournal.name), clock: clock)
        key = try PrivateKey.random()
    }

    var address: Address { key.address }
    var told: [SendingNotice] { notices.withLock { $0 } }
    var signed: [Hash32] { signatures.withLock { $0 } }

    /// A sender of its own, as another process would have.
    func sender(
        journal: TransactionJournal? = nil, waitMilliseconds: Int64 = 30_000, limits: SendingLimits = SendingLimits(),
        probe: SendingProbe = .none
    ) -> TransactionSender {
        TransactionSender(
            client: client, journal: journal ?? self.journal,
            lock: NonceLock(folder: folder.path("state"), clock: clock, waitMilliseconds: waitMilliseconds),
            clock: clock, limits: limits, probe: probe,
            notify: { notice in self.notices.withLock { $0.append(notice) } })
    }

    func watcher() -> ReceiptWatcher {
        ReceiptWatcher(client: client, journal: journal, clock: clock) { notice in
            self.notices.withLock { $0.append(notice) }
        }
    }

    func order(
        value: UInt64 = 1, nonce: SendingOrder.NonceChoice = .next, key: String? = nil, fee: UInt64 = 1_000
    ) throws -> SendingOrder {
        SendingOrder(
            transaction: try Transaction(
                kind: .dynamicFee, chainID: chain.chainID, nonce: 0, gasLimit: 50_000,
                fees: .dynamic(maxFee: UInt256(fee), maxPriorityFee: 10), to: Self.friend, value: UInt256(value)),
            sender: address, nonce: nonce, idempotencyKey: key, summary: "send \(value) wei", maxFees: "0.00005 ETH")
    }

    /// Signs, and remembers that it did.
    func sign(_ transaction: Transaction) throws -> SignedTransaction {
        let signed = try transaction.signed(by: key)
        signatures.withLock { $0.append(signed.hash) }
        return signed
    }

    func send(_ order: SendingOrder) async throws -> SendingReport { try await sender().send(order, sign: sign) }

    /// A transaction of the account that the journal knows nothing of.
    func foreign(nonce: UInt64, fee: UInt64 = 9_000) throws -> SignedTransaction {
        try order(value: 77, fee: fee).transaction.with(nonce: nonce).signed(by: key)
    }

    func state(_ hash: Hash32) throws -> EntryState? { try journal.entry(hash)?.state }
}

/// The machine's own clock.
struct RealClock: WallClock {
    private static let start = ContinuousClock.now

    var now: Timestamp { Timestamp(millisecondsSinceEpoch: 1_767_225_600_000 + monotonicNanoseconds / 1_000_000) }

    var monotonicNanoseconds: Int64 {
        let (seconds, attoseconds) = Self.start.duration(to: .now).components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    func sleep(milliseconds: Int64) async throws { try await Task.sleep(for: .milliseconds(milliseconds)) }
}

/// The end of a process at a point of the sending.
struct Killed: Error {}
