import AI1Core
import AI1TestSupport
import AI1Wallet

@testable import AI1Chain

/// A journal in a folder of its own, and entries to put into it.
final class ScratchJournal {
    static let sender = Address([UInt8](repeating: 0x11, count: 20))!
    static let friend = Address([UInt8](repeating: 0x22, count: 20))!

    let folder: TemporaryFolder
    let clock = TestClock()
    let journal: TransactionJournal

    init() throws {
        folder = try TemporaryFolder()
        journal = try TransactionJournal.open(folder.path(TransactionJournal.name), clock: clock)
    }

    /// The same file opened again, as another process would.
    func reopened() throws -> TransactionJournal {
        try TransactionJournal.open(folder.path(TransactionJournal.name), clock: clock)
    }

    /// An entry with octets that are no transaction: the journal does not look into them.
    static func entry(
        _ name: String = "a", nonce: UInt64 = 0, value: UInt64 = 1, chain: UInt64 = 31_337,
        sender: Address = ScratchJournal.sender, key: String? = nil, replaces: Hash32? = nil,
        beneficiary: Address? = nil, summary: String = "send 1 wei"
    ) throws -> NewEntry {
        try NewEntry(
            chainID: chain, sender: sender, nonce: nonce, raw: Array("\(name) \(chain) \(sender) \(nonce)".utf8),
            intent: TransactionIntent(
                chainID: chain, sender: sender, recipient: friend, value: UInt256(value), data: []),
            idempotencyKey: key, replaces: replaces, recipient: friend, beneficiary: beneficiary, summary: summary,
            maxFees: "0.001 ETH")
    }

    static let block = Inclusion(blockNumber: 7, blockHash: Keccak256.hash(text: "block 7"), succeeded: true)
}

/// The code of the error that something throws; nil when it throws none, or another.
func chainCode(_ body: () throws -> Void) -> ChainError.Code? {
    do {
        try body()
        return nil
    } catch { return (error as? ChainError)?.code }
}
