import AI1Core
import AI1Wallet
import Testing

@testable import AI1Commands

@Suite("Amounts on a command line")
struct AmountWordsTests {
    @Test(
        "A unit stands behind the number or is the next word",
        arguments: [["25", "AI1NET", "@a"], ["25AI1NET", "@a"], ["0.1eth", "0x00"], ["100gwei", "main"]])
    func units(_ words: [String]) throws {
        let amount = try AmountWords(words)
        #expect(amount.rest == [words[words.count - 1]])
        let unit = try #require(amount.unit)
        #expect(words.dropLast().joined().hasSuffix(unit) && !unit.isEmpty)
    }

    @Test("An address or a contact is never taken for a unit", arguments: ["@savings", "0x9dF4"])
    func forgotten(_ recipient: String) throws {
        let amount = try AmountWords(["25", recipient])
        #expect(amount.unit == nil && amount.rest == [recipient])
    }

    @Test(
        "What is no amount is refused", arguments: [[], ["AI1NET"], ["-5eth"], ["1."], [".5eth"], ["1.2.3eth"], ["+1"]])
    func refused(_ words: [String]) {
        #expect(throws: CommandError.self) { try AmountWords(words) }
    }

    @Test("A price of gas is wei, or has a unit")
    func prices() throws {
        #expect(try GasPriceText.wei("20gwei") == UInt256(20_000_000_000))
        #expect(try GasPriceText.wei("1.5 gwei") == UInt256(1_500_000_000))
        #expect(try GasPriceText.wei("7") == 7)
        #expect(try GasPriceText.wei("7wei") == 7)
        #expect(try GasPriceText.wei("0.05eth") == UInt256(50_000_000_000_000_000))
        for text in ["", "gwei", "1.5", "1e9", "-1gwei", "1.0000000001gwei", "1.gwei", ".5gwei", "1,000"] {
            #expect(throws: WalletError.self, "\(text)") { try GasPriceText.wei(text) }
        }
        #expect(GasPriceText.gwei(UInt256(1_500_000_000)) == "1.5")
        #expect(GasPriceText.gwei(UInt256(1)) == "0.000000001")
        #expect(GasPriceText.gwei(UInt256(2_000_000_000_000)) == "2,000")
    }
}
