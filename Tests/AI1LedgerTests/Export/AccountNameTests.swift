import AI1TestSupport
import Testing

@testable import AI1Ledger

@Suite("Names of accounts in other programs' books")
struct AccountNameTests {
    @Test("The accounts of a ledger have names that a person can read")
    func readable() {
        #expect(AccountNames.hledger("user:local:promo") == "assets:user:local:promo")
        #expect(AccountNames.hledger("provider:openai:payable") == "expenses:provider:openai:payable")
        #expect(AccountNames.beancount("user:local:promo") == "Assets:User:Local:Promo")
        #expect(AccountNames.beancount("provider:llama.cpp:claimed") == "Equity:Provider:LlamaY2Ecpp:Claimed")
        #expect(AccountNames.beancount("play:spent") == "Expenses:Play:Spent")
        #expect(AccountNames.beancount("provider:0x:payable") == "Expenses:Provider:0x:Payable")
        #expect(AccountNames.beancount("user:local:tracked") == "Liabilities:User:Local:Tracked")
    }

    /// Octets that make trouble, often.
    private static let alphabet = Array("abzYZA-_.:%;|  \"\\\u{9}é0149".utf8)

    @Test("Two accounts never share a name, whatever they are called, and every name is one that the program takes")
    func injective() {
        let random = SeededRandom(seed: 7)
        var hledger: [String: String] = [:]
        var beancount: [String: String] = [:]
        for _ in 0..<50_000 {
            let count = Int(random.next() % 7)
            let octets = (0..<count).map { _ in Self.alphabet[Int(random.next() % UInt64(Self.alphabet.count))] }
            guard let path = String(validating: octets, as: UTF8.self) else { continue }
            let names = (AccountNames.hledger(path), AccountNames.beancount(path))
            #expect(hledger.updateValue(path, forKey: names.0) ?? path == path, "\(names.0)")
            #expect(beancount.updateValue(path, forKey: names.1) ?? path == path, "\(names.1)")
            #expect(names.0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") })
            for part in names.1.split(separator: ":", omittingEmptySubsequences: false) {
                let isName = part.first.map { $0.isASCII && ($0.isUppercase || $0.isNumber) } == true
                #expect(
                    isName && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }, "\(part)")
            }
        }
        #expect(beancount.count > 5_000)
    }
}
