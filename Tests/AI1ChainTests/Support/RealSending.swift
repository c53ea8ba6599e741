import AI1Core
import AI1TestSupport
import AI1Wallet
import Synchronization

@testable import AI1Chain

/// A real chain with an account of it, a journal, and senders that work with them.
final class RealSending: Sendable {
    let scene: ChainScene
    let client: ChainClient
    let journal: TransactionJournal
    let sender: Address
    private let folder: TemporaryFolder
    private let clock = TestClock(sleeping: .advances)
    private let notices = Mutex<[SendingNotice]>([])

    init(chainID: UInt64 = 31_337) async throws {
        scene = try await ChainScene.start(chainID: chainID)
        folder = try TemporaryFolder()
        client = try scene.client(clock: clock)
        journal = try TransactionJournal.open(folder.path(TransactionJournal.name), clock: clock)
        sender = try ChainScene.address(1)
    }

    var node: EVMNode { scene.node }
    var told: [SendingNotice] { notices.withLock { $0 } }

    /// How many of the account's transactions are in blocks.
    func mined() throws -> Int { try node.nonce(sender.checksummed) }

    func sending(probe: SendingProbe = .none) -> TransactionSender {
        TransactionSender(
            client: client, journal: journal, lock: NonceLock(folder: folder.path("state"), clock: clock), clock: clock,
            probe: probe, notify: tell)
    }

    func watcher() -> ReceiptWatcher { ReceiptWatcher(client: client, journal: journal, clock: clock, notify: tell) }

    @Sendable private func tell(_ notice: SendingNotice) { notices.withLock { $0.append(notice) } }

    /// A payment of so much from the account, or a call.
    func order(
        wei: UInt64 = 1, to: Address? = nil, data: [UInt8] = [], key: String? = nil
    ) throws -> SendingOrder {
        let transaction = try Transaction(
            kind: .dynamicFee, chainID: node.chainID, nonce: 0, gasLimit: 100_000,
            fees: .dynamic(maxFee: 4_000_000_000, maxPriorityFee: 1_000_000_000),
            to: to ?? ChainScene.address(2), value: UInt256(wei), data: data)
        return SendingOrder(
            transaction: transaction, sender: sender, idempotencyKey: key, summary: "send \(wei) wei",
            maxFees: "0.0004 ETH")
    }

    func sign(_ transaction: Transaction) throws -> SignedTransaction { try transaction.signed(by: ChainScene.key(1)) }

    @discardableResult
    func send(_ order: SendingOrder, probe: SendingProbe = .none) async throws -> JournalEntry {
        try await sending(probe: probe).send(order, sign: sign).entry
    }
}
