import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("What an id names")
struct LedgerLookupTests {
    @Test("A hold is found by its id, its request's, and the last digits of either")
    func hold() throws {
        let spender = try Spender()
        try spender.ask(Spender.gpt, cost: 5)
        spender.clock.advance(milliseconds: 5)
        let request = RequestID(time: spender.clock.now, random: (0, 0xABCD_EF01 << 2))
        let hold = LedgerID(high: 0x1234, low: 0x5678_9ABC_DEF0)
        _ = try spender.ledger.hold(
            HoldOrder(id: hold, purse: .credits, amount: NanoUSD(5), request: request, target: Spender.gpt))
        for text in [
            hold.description, request.description, "abcdef01", "ABCDEF01", "9abcdef0", "5678-9abcdef0",
        ] {
            #expect(try LedgerLookup.find(text, in: spender.ledger) == hold, "\(text)")
        }
    }

    @Test("A transfer is found, and of a request's holds the newest")
    func transfer() throws {
        let spender = try Spender()
        let grant = LedgerID(high: 7, low: 0xFEED_F00D)
        try spender.ledger.apply(.grant(id: grant, to: .declared, amount: NanoUSD(5), memo: ""))
        #expect(try LedgerLookup.find("feedf00d", in: spender.ledger) == grant)
        let request = RequestID(time: spender.clock.now, random: (1, 2))
        for number: UInt64 in 1...2 {
            let id = LedgerID(high: 99, low: number)
            _ = try spender.ledger.hold(
                HoldOrder(id: id, purse: .credits, amount: NanoUSD(5), request: request, target: Spender.gpt))
            try spender.ledger.void(id)
        }
        #expect(try LedgerLookup.find(request.description, in: spender.ledger) == LedgerID(high: 99, low: 2))
    }

    @Test("What is no id, names nothing or several things is refused")
    func refused() throws {
        let spender = try Spender()
        for number: UInt64 in 1...2 {
            try spender.ledger.apply(
                .grant(id: LedgerID(high: number, low: 0xAAAA_BBBB), to: .declared, amount: NanoUSD(5), memo: ""))
        }
        for (text, code) in [
            ("", LedgerError.Code.invalid), ("12345", .invalid), ("xyzxyz", .invalid), ("%25%25%25", .invalid),
            (String(repeating: "a", count: 33), .invalid), ("00000000cccccccc", .notFound), ("aaaabbbb", .notFound),
        ] {
            #expect(throws: LedgerError.self, "\(text)") { try LedgerLookup.find(text, in: spender.ledger) }
            do { _ = try LedgerLookup.find(text, in: spender.ledger) } catch let error as LedgerError {
                #expect(error.code == code, "\(text)")
            }
        }
    }
}
