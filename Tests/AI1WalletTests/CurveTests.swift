import Testing

@testable import AI1Wallet

@Suite("Keys and signatures")
struct CurveTests {
    @Test("The key 1 has the address that everybody knows")
    func addressOfOne() throws {
        let key = try PrivateKey(
            SecretBytes(capacity: 32) { memory in
                memory.initializeMemory(as: UInt8.self, repeating: 0)
                memory[31] = 1
                return 32
            })
        #expect(key.address.checksummed == "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf")
        let signature = try key.sign(Keccak256.hash(text: "hello"))
        #expect(try signature.signer(of: Keccak256.hash(text: "hello")) == key.publicKey)
    }
}
