import AI1Storage
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Asking the journal")
struct QueryTests {
    @Test("Pending ones are told apart by chain and account, and ordered by nonce")
    func pending() throws {
        let scratch = try ScratchJournal()
        let friend = ScratchJournal.friend
        for nonce: UInt64 in [2, 0, 1] {
            _ = try scratch.journal.record(ScratchJournal.entry("a", nonce: nonce, value: nonce))
        }
        _ = try scratch.journal.record(ScratchJournal.entry("a", nonce: 5, chain: 1))
        _ = try scratch.journal.record(ScratchJournal.entry("a", nonce: 4, sender: friend))
        #expect(try scratch.journal.pending().map(\.nonce) == [5, 0, 1, 2, 4])
        #expect(try scratch.journal.pending(chain: 1).map(\.nonce) == [5])
        #expect(try scratch.journal.pending(sender: friend).map(\.nonce) == [4])
        #expect(try scratch.journal.pending(chain: 31_337, sender: ScratchJournal.sender).map(\.nonce) == [0, 1, 2])
        #expect(try scratch.journal.pending(chain: 2).isEmpty)
    }

    @Test("The history begins with the newest")
    func history() throws {
        let scratch = try ScratchJournal()
        for nonce: UInt64 in 0..<5 {
            _ = try scratch.journal.record(ScratchJournal.entry("a", nonce: nonce, value: nonce))
        }
        #expect(try scratch.journal.history(limit: 2).map(\.nonce) == [4, 3])
        #expect(try scratch.journal.history(limit: -1).isEmpty)
        #expect(try scratch.journal.history(chain: 1).isEmpty)
    }

    @Test("A first use ends when something was sent there, to the recipient or for the one who benefits")
    func firstUse() throws {
        let scratch = try ScratchJournal()
        let spender = Address([UInt8](repeating: 0x33, count: 20))!
        let hash = try scratch.journal.record(ScratchJournal.entry(beneficiary: spender)).hash
        let sender = ScratchJournal.sender
        try scratch.journal.beginSending(hash)
        #expect(try !scratch.journal.hasSent(from: sender, to: spender, chain: 31_337))
        try scratch.journal.confirmSent(hash)
        #expect(try scratch.journal.hasSent(from: sender, to: spender, chain: 31_337))
        #expect(try scratch.journal.hasSent(from: sender, to: ScratchJournal.friend, chain: 31_337))
        #expect(try !scratch.journal.hasSent(from: sender, to: ScratchJournal.friend, chain: 1))
        #expect(try !scratch.journal.hasSent(from: spender, to: ScratchJournal.friend, chain: 31_337))
    }

    @Test("A key finds its entry")
    func key() throws {
        let scratch = try ScratchJournal()
        let entry = try scratch.journal.record(ScratchJournal.entry(key: "k"))
        #expect(try scratch.journal.entry(key: "k", chain: 31_337, sender: ScratchJournal.sender) == entry)
        #expect(try scratch.journal.entry(key: "k", chain: 1, sender: ScratchJournal.sender) == nil)
        #expect(try scratch.journal.entry(key: "l", chain: 31_337, sender: ScratchJournal.sender) == nil)
    }

    @Test("A file of another kind, and one that is no database, are refused")
    func foreign() throws {
        let scratch = try ScratchJournal()
        try scratch.folder.write("other.sqlite", String(repeating: "no database ", count: 100))
        #expect(throws: StorageError.self) {
            _ = try TransactionJournal.open(scratch.folder.path("other.sqlite"), clock: scratch.clock)
        }
    }

    @Test("Octets that were changed in the file are noticed")
    func damage() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        try scratch.journal.write { try $0.execute("DROP TRIGGER entry_fixed; UPDATE entry SET raw = x'00'") }
        #expect(throws: StorageError.self) { _ = try scratch.journal.entry(hash) }
    }
}
