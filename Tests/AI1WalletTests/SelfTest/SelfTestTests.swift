import Testing

@testable import AI1Wallet

@Suite("Self-test of the cryptography")
struct SelfTestTests {
    @Test("All known answers come out")
    func passes() throws {
        try SelfTest.run()
        try SelfTest.check()
    }

    @Test("It costs little before the first signature")
    func cost() throws {
        try SelfTest.check()
        let clock = ContinuousClock()
        let best = try (0..<20).map { _ in try clock.measure { try SelfTest.check() } }.min()
        // An unoptimised build, on a busy machine: the release build needs a twentieth of it.
        #expect(try #require(best) < .milliseconds(20))
    }

    private static let parts: [(name: String, part: any WritableKeyPath<KnownAnswers, String> & Sendable)] = [
        ("Keccak-256", \.keccak), ("SHA-256", \.sha256), ("HMAC-SHA-512", \.hmac),
        ("PBKDF2-HMAC-SHA-512", \.pbkdf2SHA512), ("PBKDF2-HMAC-SHA-256", \.pbkdf2SHA256), ("scrypt", \.scrypt),
        ("AES-128-CTR", \.cipher), ("secp256k1", \.signature),
    ]

    @Test("A wrong answer of any part is found out and named", arguments: parts.indices)
    func fails(_ index: Int) throws {
        let (name, part) = Self.parts[index]
        var answers = KnownAnswers.published
        answers[keyPath: part] = String(answers[keyPath: part].reversed())
        let error = #expect(throws: WalletError.self) { try SelfTest.check(answers) }
        #expect(error?.code == .selfTest)
        #expect(error?.message == "the self-test of \(name) failed: nothing is signed")
    }
}
