import AI1Core
import AI1Storage
import AI1TestSupport
import AI1Wallet
import Testing

@testable import AI1Chain

@Suite("Writing into the journal")
struct RecordingTests {
    @Test("An entry is there with all its parts after the file was opened again")
    func roundTrip() throws {
        let scratch = try ScratchJournal()
        let other = Address([UInt8](repeating: 0x33, count: 20))!
        let new = try ScratchJournal.entry(nonce: 9, key: "k", beneficiary: other)
        let entry = try scratch.journal.record(new)
        let found = try #require(try scratch.reopened().entry(Keccak256.hash(new.raw)))
        #expect(found == entry)
        #expect(found.raw == new.raw)
        #expect(found.intent == new.intent)
        #expect(found.nonce == 9 && found.chainID == 31_337 && found.sender == ScratchJournal.sender)
        #expect(found.idempotencyKey == "k" && found.beneficiary == other && found.recipient == ScratchJournal.friend)
        #expect(found.state == .journalled && found.attempts == 0 && found.sent == nil && found.settled == nil)
        #expect(found.created == scratch.clock.now)
        #expect(scratch.folder.mode(TransactionJournal.name) == 0o600)
    }

    @Test("Words are cleaned of control characters and cut")
    func words() throws {
        let new = try ScratchJournal.entry(
            summary: "send\u{1B}[2J 1 \u{202E}TOK\n" + String(repeating: "x", count: 900))
        let scratch = try ScratchJournal()
        let entry = try scratch.journal.record(new)
        #expect(!entry.summary.contains("\u{1B}") && !entry.summary.contains("\u{202E}"))
        #expect(entry.summary.count == 400)
        #expect(entry.summary.hasPrefix("send 1 TOK xxx"))
    }

    @Test("The same octets twice are one entry")
    func same() throws {
        let scratch = try ScratchJournal()
        let first = try scratch.journal.record(ScratchJournal.entry())
        #expect(try scratch.journal.record(ScratchJournal.entry()) == first)
        #expect(try scratch.journal.history().count == 1)
    }

    @Test("The same intent without a key is refused while it is under way, and not afterwards")
    func intent() throws {
        let scratch = try ScratchJournal()
        let first = try scratch.journal.record(ScratchJournal.entry("a", nonce: 0))
        #expect(chainCode { _ = try scratch.journal.record(ScratchJournal.entry("b", nonce: 1)) } == .unsettled)
        try scratch.journal.beginSending(first.hash)
        #expect(chainCode { _ = try scratch.journal.record(ScratchJournal.entry("b", nonce: 1)) } == .unsettled)
        try scratch.journal.confirmSent(first.hash)
        #expect(chainCode { _ = try scratch.journal.record(ScratchJournal.entry("b", nonce: 1)) } == .unsettled)
        try scratch.journal.confirmMined(first.hash, ScratchJournal.block)
        #expect(try scratch.journal.record(ScratchJournal.entry("b", nonce: 1)).state == .journalled)
    }

    @Test("The refusal of an unsettled intent says how to go on")
    func hint() throws {
        let scratch = try ScratchJournal()
        let first = try scratch.journal.record(ScratchJournal.entry("a", nonce: 0))
        do {
            _ = try scratch.journal.record(ScratchJournal.entry("b", nonce: 1))
            Issue.record("nothing was thrown")
        } catch let error as ChainError {
            #expect(error.kind == .tryLater)
            #expect(error.hint?.contains("ai1 wallet tx rebroadcast \(first.hash.hex)") == true)
        }
    }

    @Test("A key gives back its entry, and is refused for another intent")
    func key() throws {
        let scratch = try ScratchJournal()
        let first = try scratch.journal.record(ScratchJournal.entry("a", nonce: 0, key: "rent"))
        #expect(try scratch.journal.record(ScratchJournal.entry("b", nonce: 1, key: "rent")) == first)
        let other = try ScratchJournal.entry("c", nonce: 1, value: 2, key: "rent")
        #expect(chainCode { _ = try scratch.journal.record(other) } == .conflict)
        // Another name for the same intent is another intent.
        #expect(try scratch.journal.record(ScratchJournal.entry("d", nonce: 1, key: "rent 2")).id != first.id)
        let elsewhere = try ScratchJournal.entry("e", nonce: 0, chain: 1, key: "rent")
        #expect(try scratch.journal.record(elsewhere).chainID == 1)
    }

    @Test("A key of no or too many octets is refused", arguments: ["", String(repeating: "k", count: 257)])
    func badKey(key: String) {
        #expect(chainCode { _ = try ScratchJournal.entry(key: key) } == .usage)
    }

    @Test("Numbers and octets that no chain has are refused")
    func limits() {
        #expect(chainCode { _ = try ScratchJournal.entry(chain: 0) } == .usage)
        #expect(chainCode { _ = try ScratchJournal.entry(nonce: .max) } == .usage)
        #expect(chainCode { _ = try ScratchJournal.entry(chain: .max) } == .usage)
        #expect(chainCode { _ = try ScratchJournal.entry(String(repeating: "x", count: 131_072)) } == .usage)
    }

    @Test("One nonce, one transaction; a released one gives its nonce and its key free")
    func nonce() throws {
        let scratch = try ScratchJournal()
        let first = try scratch.journal.record(ScratchJournal.entry("a", key: "k"))
        let other = try ScratchJournal.entry("b", value: 2)
        #expect(chainCode { _ = try scratch.journal.record(other) } == .conflict)
        try scratch.journal.release(first.hash)
        #expect(try scratch.journal.record(other).nonce == 0)
        let again = try ScratchJournal.entry("c", nonce: 1, value: 3, key: "k")
        #expect(try scratch.journal.record(again).idempotencyKey == "k")
    }

    @Test("A released transaction may be written again, octet for octet")
    func revived() throws {
        let scratch = try ScratchJournal()
        let first = try scratch.journal.record(ScratchJournal.entry(key: "old"))
        try scratch.journal.release(first.hash)
        let again = try scratch.journal.record(ScratchJournal.entry(key: "new"))
        #expect(
            again.id > first.id && again.hash == first.hash && again.state == .journalled
                && again.idempotencyKey == "new")
    }

    @Test("Two intents differ in each of their parts")
    func intents() {
        let sender = ScratchJournal.sender
        let friend = ScratchJournal.friend
        let intents: Set<TransactionIntent> = [
            .init(chainID: 1, sender: sender, recipient: friend, value: 0, data: []),
            .init(chainID: 2, sender: sender, recipient: friend, value: 0, data: []),
            .init(chainID: 1, sender: friend, recipient: friend, value: 0, data: []),
            .init(chainID: 1, sender: sender, recipient: sender, value: 0, data: []),
            .init(chainID: 1, sender: sender, recipient: nil, value: 0, data: []),
            .init(chainID: 1, sender: sender, recipient: .zero, value: 0, data: []),
            .init(chainID: 1, sender: sender, recipient: friend, value: 1, data: []),
            .init(chainID: 1, sender: sender, recipient: friend, value: 0, data: [0]),
        ]
        #expect(intents.count == 8)
    }
}
