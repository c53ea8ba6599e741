import Testing

@testable import AI1Wallet

@Suite("Personal messages")
struct PersonalMessageTests {
    private func key(_ text: String) throws -> PrivateKey {
        let bytes = Keccak256.hash(text: text).bytes
        return try bytes.withUnsafeBytes { try PrivateKey(SecretBytes(copying: $0)) }
    }

    @Test(
        "Known hashes",
        arguments: [
            ("hello", "0x50b2c43fd39106bafbba0da34fc430e1f91e3c96ea2acee2bc34119f92b37750"),
            ("Hello World", "0xa1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2"),
            ("", "0x5f35dce98ba4fba25530a026ed80b2cecdaa31091ba4958b99b52ea1d068adad"),
        ])
    func hashes(_ text: String, _ hash: String) { #expect(PersonalMessage(text).hash.hex == hash) }

    @Test("What is signed is found to be signed by that account, and nothing else is")
    func signing() throws {
        let cow = try key("cow")
        let message = PersonalMessage("moo")
        let signature = try message.signed(by: cow)
        #expect(message.isSigned(signature, by: cow.address))
        #expect(!PersonalMessage("moo ").isSigned(signature, by: cow.address))
        #expect(!message.isSigned(signature, by: try key("dog").address))
    }

    @Test("Octets that are no text stay octets")
    func octets() {
        let message = PersonalMessage([0xFF, 0xFE])
        #expect(message.text == nil)
        #expect(message.bytes == [0xFF, 0xFE])
        #expect(PersonalMessage("I♥SF").hash == PersonalMessage(Array("I♥SF".utf8)).hash)
    }
}
