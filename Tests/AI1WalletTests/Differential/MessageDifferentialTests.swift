import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Signed messages against eth-account", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct MessageDifferentialTests {
    @Test("3,000 random messages are signed to the same octets, and their signer is found")
    func messages() async throws {
        let result = try await OutsideCases.compare("messages") { each in
            let message = PersonalMessage(try each.octets("message"))
            guard message.hash.hex == (try each.text("hash")) else { return "another hash" }
            let signature = try message.signed(by: try each.privateKey())
            guard HexText.encode(signature.bytes) == (try each.text("signature")) else { return "another signature" }
            let signer = try message.signer(of: Signature(bytes: each.octets("signature")))
            return signer.checksummed == (try each.text("signer")) ? nil : "another signer"
        }
        #expect(result.count == 3_000)
        #expect(result.failures.isEmpty, "\(result.failures.count): \(result.failures.prefix(3))")
    }
}
