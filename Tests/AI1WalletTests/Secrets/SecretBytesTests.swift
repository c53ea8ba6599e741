import Testing

@testable import AI1Wallet

@Suite("Memory for secrets")
struct SecretBytesTests {
    @Test("Parts and wholes are compared by their octets and length")
    func matching() throws {
        let whole = try SecretBytes.text("correct horse")
        #expect(try whole.part(8..<13).matches(.text("horse")))
        #expect(try !whole.part(8..<13).matches(.text("house")))
        #expect(try !whole.matches(.text("correct hors")))
        #expect(try whole.part(3..<3).matches(.text("")))
    }

    @Test("A description, a reflection and a dump tell nothing")
    func redacted() throws {
        let secret = try SecretBytes.text("correct horse")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)"] {
            #expect(!text.contains("horse"))
            #expect(text.contains("redacted"))
        }
    }

    @Test("What filling throws is thrown on")
    func throwing() {
        let thrown = WalletError(.system, "no more")
        #expect(throws: thrown) { try SecretBytes(capacity: 8) { _ in throw thrown } }
    }

    @Test("Random ones differ")
    func random() throws {
        #expect(try !SecretBytes.random(count: 32).matches(.random(count: 32)))
        #expect(try SecretBytes.random(count: 0).count == 0)
    }
}
