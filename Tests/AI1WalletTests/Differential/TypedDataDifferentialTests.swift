import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Wallet

@Suite("Typed data against eth-account", .enabled(if: ChainPython.isThere, "\(ChainPython.absence)"))
struct TypedDataDifferentialTests {
    @Test("3,000 random documents have the same hash and the same signature")
    func documents() async throws {
        let result = try await OutsideCases.compare("typed-data") { each in
            let data = try TypedData(json: each["document"] ?? .null)
            guard data.hash.hex == (try each.text("hash")) else { return "another hash: \(data.encodedType)" }
            let signature = try data.signed(by: try each.privateKey())
            return HexText.encode(signature.bytes) == (try each.text("signature")) ? nil : "another signature"
        }
        #expect(result.count == 3_000)
        #expect(result.failures.isEmpty, "\(result.failures.count): \(result.failures.prefix(3))")
    }
}
