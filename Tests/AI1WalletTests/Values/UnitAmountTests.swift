import Testing

@testable import AI1Wallet

@Suite("Amounts with units")
struct UnitAmountTests {
    @Test(
        "Amounts of ether are read exactly",
        arguments: [
            ("1.5eth", "1500000000000000000"), ("0.1ether", "100000000000000000"), ("100gwei", "100000000000"),
            ("7wei", "7"), ("1 ETH", "1000000000000000000"), ("  2.50  Gwei ", "2500000000"), ("1kwei", "1000"),
            ("1mwei", "1000000"), ("1szabo", "1000000000000"), ("1finney", "1000000000000000"), ("0eth", "0"),
            ("0.000000000000000001eth", "1"), ("1.000000000000000000000eth", "1000000000000000000"), ("007wei", "7"),
            (
                "115792089237316195423570985008687907853269984665640564039457.584007913129639935eth",
                "115792089237316195423570985008687907853269984665640564039457584007913129639935"
            ),
        ])
    func ether(text: String, wei: String) throws { #expect(try UnitAmount(parsing: text).wei().decimal == wei) }

    @Test(
        "What is no amount, or is one to some readers only, is refused",
        arguments: [
            "", " ", "eth", "-1eth", "+1eth", "1e3", "1E3", "1e+3wei", "1e-3eth", "0x10", "0x10 wei", "1,000 wei",
            "1,5 eth",
            "1_000 wei", ".5eth", "1.eth", "1.5.5 eth", "1 000 wei", "1 .5 eth", "٣eth", "1\teth", "1 eth\n",
            "1eth 2eth",
            "1\u{7f}", "1\0eth",
        ])
    func refused(text: String) {
        let error = #expect(throws: WalletError.self) { try UnitAmount(parsing: text).wei() }
        #expect(error?.code == .malformed)
    }

    @Test("More decimals than there are, a number too large, an unknown unit and none are refused")
    func limits() throws {
        func code(_ text: String) -> WalletError.Code? {
            do {
                _ = try UnitAmount(parsing: text).wei()
                return nil
            } catch { return error.code }
        }
        #expect(code("0.5wei") == .malformed)
        #expect(code("1.0000000000000000001eth") == .malformed)
        #expect(code("115792089237316195423570985008687907853269984665640564039457.584007913129639936eth") == .overflow)
        #expect(code(String(repeating: "9", count: 79) + "wei") == .overflow)
        #expect(code("1" + String(repeating: "0", count: 256) + "wei") == .malformed)
        #expect(code("1 doge") == .malformed)
        #expect(code("1") == .malformed)
        #expect(try UnitAmount(parsing: "1").wei(default: .gwei) == 1_000_000_000)
        #expect(try UnitAmount(parsing: "1eth").wei(default: .gwei) == .powerOfTen(18))
    }

    @Test("Amounts of a token follow its decimals and its symbol")
    func token() throws {
        let amount = try UnitAmount(parsing: "25 AI1NET")
        #expect(amount.unit == "AI1NET")
        #expect(try amount.units(of: "AI1NET", decimals: 18).decimal == "25000000000000000000")
        #expect(try UnitAmount(parsing: "25 $AI1NET").units(of: "AI1NET", decimals: 0) == 25)
        #expect(try UnitAmount(parsing: "25ai1net").units(of: "AI1NET", decimals: 2) == 2_500)
        #expect(try UnitAmount(parsing: "0.000001").units(of: "USDC", decimals: 6) == 1)
        #expect(try UnitAmount(parsing: "0").units(of: "X", decimals: 255) == 0)
        for (text, decimals) in [("1 ETH", 18), ("0.1", 0), ("1", 78), ("1", 255)] {
            let amount = try UnitAmount(parsing: text)
            #expect(throws: WalletError.self) { try amount.units(of: "AI1NET", decimals: decimals) }
        }
    }

    @Test("Amounts are shown exactly, without zeros at the end, thousands separated")
    func shown() {
        #expect(UnitAmount.text(1_204_500_000, decimals: 6) == "1,204.5")
        #expect(UnitAmount.text(.zero, decimals: 18) == "0")
        #expect(UnitAmount.text(.one, decimals: 18) == "0.000000000000000001")
        #expect(UnitAmount.text(999, decimals: 0) == "999")
        #expect(UnitAmount.text(1_000, decimals: 0) == "1,000")
        #expect(UnitAmount.text(1_000_000, decimals: 6) == "1")
        #expect(UnitAmount.plainText(1_204_500_000, decimals: 6) == "1204.5")
        #expect(UnitAmount.grouped(.powerOfTen(19)) == "10,000,000,000,000,000,000")
        #expect(UnitAmount.text(.one, decimals: 255).utf8.count == 257)
        #expect(UnitAmount.text(.max, decimals: 77).hasPrefix("1.157920892373161954"))
    }

    @Test("What is shown is read again as the same amount")
    func roundTrips() throws {
        for decimals in [0, 1, 6, 18, 77, 78] {
            for exponent in 0...77 {
                let amount = try UInt256.powerOfTen(exponent).adding(exponent == 77 ? .zero : 7)
                let text = UnitAmount.plainText(amount, decimals: decimals)
                #expect(try UnitAmount(parsing: text).units(decimals: decimals) == amount)
            }
        }
    }
}
