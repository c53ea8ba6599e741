import AI1Storage
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Steps of a journalled transaction")
struct StepTests {
    @Test("From the pen to a block and back, when the chain turns")
    func wholeWay() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        #expect(try scratch.journal.beginSending(hash).state == .sending)
        #expect(try scratch.journal.beginSending(hash).attempts == 2)
        scratch.clock.advance(milliseconds: 50)
        let sent = try scratch.journal.confirmSent(hash)
        #expect(sent.state == .sent && sent.sent == scratch.clock.now)
        scratch.clock.advance(milliseconds: 50)
        let mined = try scratch.journal.confirmMined(hash, ScratchJournal.block)
        #expect(mined.state == .mined && mined.inclusion == ScratchJournal.block)
        #expect(mined.settled == scratch.clock.now && mined.sent == sent.sent)
        let back = try scratch.journal.returnToSent(hash)
        #expect(back.state == .sent && back.inclusion == nil && back.settled == nil)
        let other = Inclusion(blockNumber: 8, blockHash: Keccak256.hash(text: "8"), succeeded: false)
        #expect(try scratch.journal.confirmMined(hash, other).inclusion == other)
        #expect(try scratch.journal.confirmMined(hash, ScratchJournal.block).inclusion == ScratchJournal.block)
    }

    @Test("A step that was taken changes nothing")
    func again() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        try scratch.journal.beginSending(hash)
        let sent = try scratch.journal.confirmSent(hash)
        scratch.clock.advance(milliseconds: 9)
        #expect(try scratch.journal.confirmSent(hash) == sent)
        let mined = try scratch.journal.confirmMined(hash, ScratchJournal.block)
        scratch.clock.advance(milliseconds: 9)
        #expect(try scratch.journal.confirmMined(hash, ScratchJournal.block) == mined)
        #expect(try scratch.journal.confirmSent(hash) == mined)
    }

    @Test("Only what was never sent can be released")
    func release() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        try scratch.journal.beginSending(hash)
        #expect(chainCode { try scratch.journal.release(hash) } == .usage)
        try scratch.journal.confirmSent(hash)
        #expect(chainCode { try scratch.journal.release(hash) } == .usage)
        let other = try scratch.journal.record(ScratchJournal.entry("b", nonce: 1, value: 2)).hash
        #expect(try scratch.journal.release(other).state == .released)
        #expect(try scratch.journal.release(other).state == .released)
        #expect(chainCode { try scratch.journal.beginSending(other) } == .usage)
        #expect(chainCode { try scratch.journal.confirmSent(other) } == .usage)
    }

    @Test("An attempt that reached nobody is taken back; only without another in doubt it counts as never sent")
    func revoked() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        try scratch.journal.beginSending(hash)
        try scratch.journal.beginSending(hash)
        #expect(try scratch.journal.revokeAttempt(hash).state == .sending)
        #expect(chainCode { try scratch.journal.release(hash) } == .usage)
        #expect(try scratch.journal.revokeAttempt(hash).state == .journalled)
        #expect(try scratch.journal.revokeAttempt(hash).attempts == 0)
        #expect(try scratch.journal.release(hash).state == .released)
    }

    @Test("Of a transaction and its replacement one is mined, whichever, and the other is replaced")
    func replacement() throws {
        let scratch = try ScratchJournal()
        let old = try scratch.journal.record(ScratchJournal.entry()).hash
        #expect(chainCode { _ = try scratch.journal.record(ScratchJournal.entry("b", replaces: old)) } == .usage)
        try scratch.journal.beginSending(old)
        try scratch.journal.confirmSent(old)
        let new = try scratch.journal.record(ScratchJournal.entry("b", replaces: old)).hash
        #expect(chainCode { _ = try scratch.journal.record(ScratchJournal.entry("c", replaces: old)) } == .conflict)
        try scratch.journal.beginSending(new)
        try scratch.journal.confirmMined(new, ScratchJournal.block)
        #expect(try scratch.journal.entry(old)?.state == .replaced)
        #expect(try scratch.journal.pending().isEmpty)
        try scratch.journal.returnToSent(new)
        #expect(try scratch.journal.pending().map(\.hash) == [old, new])
        try scratch.journal.confirmMined(old, ScratchJournal.block)
        #expect(try scratch.journal.entry(new)?.state == .replaced)
        // The chain turned without our having seen it wait in between.
        try scratch.journal.confirmMined(new, ScratchJournal.block)
        #expect(try scratch.journal.entry(old)?.state == .replaced)
        #expect(try scratch.journal.entry(old)?.inclusion == nil)
    }

    @Test("A replacement is of the same account, chain and nonce")
    func foreignReplacement() throws {
        let scratch = try ScratchJournal()
        let old = try scratch.journal.record(ScratchJournal.entry()).hash
        try scratch.journal.beginSending(old)
        for new in [
            try ScratchJournal.entry("b", nonce: 1, replaces: old),
            try ScratchJournal.entry("b", chain: 1, replaces: old),
            try ScratchJournal.entry("b", sender: ScratchJournal.friend, replaces: old),
            try ScratchJournal.entry("b", replaces: .zero),
        ] {
            #expect(chainCode { _ = try scratch.journal.record(new) } == .notFound)
        }
    }

    @Test("The schema itself refuses a step that does not exist, a changed entry and a removed one")
    func schema() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        for statement in [
            "UPDATE entry SET state = 'sent', sent = 1", "UPDATE entry SET state = 'sending'",
            "UPDATE entry SET raw = x'00'", "UPDATE entry SET nonce = 1", "UPDATE entry SET id = 9",
            "UPDATE entry SET idempotency_key = 'x'",
            "UPDATE entry SET replaces = x'\(HexText.encode(Hash32.zero.bytes, prefix: false))'",
            "UPDATE entry SET block = 1", "UPDATE entry SET settled = 1", "DELETE FROM entry",
        ] {
            #expect(throws: StorageError.self, "\(statement)") {
                try scratch.journal.write { try $0.execute(statement) }
            }
        }
        #expect(try scratch.journal.entry(hash)?.state == .journalled)
    }

    @Test("A chain that began anew leaves its entries behind, and their octets may be used again")
    func forgotten() throws {
        let scratch = try ScratchJournal()
        let hash = try scratch.journal.record(ScratchJournal.entry()).hash
        try scratch.journal.beginSending(hash)
        try scratch.journal.confirmMined(hash, ScratchJournal.block)
        let sender = ScratchJournal.sender
        #expect(try scratch.journal.mined(chain: 31_337, sender: sender, from: 0).map(\.hash) == [hash])
        #expect(try scratch.journal.mined(chain: 31_337, sender: sender, from: 1).isEmpty)
        #expect(try scratch.journal.drop(hash).state == .dropped)
        #expect(try scratch.journal.drop(hash).state == .dropped)
        #expect(try scratch.journal.record(ScratchJournal.entry()).state == .journalled)
        #expect(chainCode { try scratch.journal.drop(hash) } == .usage)
    }

    @Test("A transaction that is not in the journal is not found")
    func missing() throws {
        let scratch = try ScratchJournal()
        #expect(chainCode { try scratch.journal.beginSending(.zero) } == .notFound)
        #expect(chainCode { try scratch.journal.release(.zero) } == .notFound)
        #expect(chainCode { try scratch.journal.confirmMined(.zero, ScratchJournal.block) } == .notFound)
        #expect(try scratch.journal.entry(.zero) == nil)
    }
}
