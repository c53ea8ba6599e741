/// Known answers of the cryptography, computed once in a process before its first signature: a build or a machine whose
/// libraries answer otherwise must not sign.
package enum SelfTest {
    private static let outcome = Result { try check() }

    /// Passes, or throws the same every time; only the first call computes.
    /// - Throws: `WalletError` of code `selfTest`, naming what failed; `system`
    package static func run() throws { try outcome.get() }

    /// All known answers, computed anew.
    static func check(_ answers: KnownAnswers = .published) throws {
        try expect("Keccak-256", Keccak256.hash(text: "abc").bytes, answers.keccak)
        try expect("SHA-256", Array("abc".utf8).withUnsafeBytes(SHA256.hash).bytes, answers.sha256)
        try expect("HMAC-SHA-512", hmac(), answers.hmac)
        try expect("PBKDF2-HMAC-SHA-512", pbkdf2(.sha512, "password", "salt", 2), answers.pbkdf2SHA512)
        try expect("PBKDF2-HMAC-SHA-256", pbkdf2(.sha256, "passwd", "salt", 1), answers.pbkdf2SHA256)
        try expect("scrypt", scrypt(), answers.scrypt)
        try expect("AES-128-CTR", cipher(), answers.cipher)
        try expect("secp256k1", signature(), answers.signature)
    }

    private static func expect(_ name: String, _ found: [UInt8], _ expected: String) throws {
        guard !found.isEmpty, HexText.encode(found, prefix: false) == expected else {
            throw WalletError(
                .selfTest, "the self-test of \(name) failed: nothing is signed",
                hint: "the libraries of this machine or this build are damaged; install ai1 again")
        }
    }

    private static func hmac() throws -> [UInt8] {
        try bytes("Jefe").withUnsafeBytes { key in
            try bytes("what do ya want for nothing?").withUnsafeBytes { try HMACSHA512.code(key: key, $0).known }
        }
    }

    private static func pbkdf2(
        _ function: PBKDF2.Function, _ password: String, _ salt: String, _ rounds: UInt32
    ) throws -> [UInt8] {
        try bytes(salt).withUnsafeBytes {
            try PBKDF2.derive(function, password: secret(bytes(password)), salt: $0, rounds: rounds, count: 64).known
        }
    }

    /// With parameters so small that it costs microseconds.
    private static func scrypt() throws -> [UInt8] {
        let cost = try ScryptCost(n: 16, r: 1, p: 1)
        return try Scrypt.derive(password: secret([]), salt: [], cost: cost, count: 64).known
    }

    /// The first two blocks of NIST SP 800-38A, F.5.1.
    private static func cipher() throws -> [UInt8] {
        let key = HexText.decode("2b7e151628aed2a6abf7158809cf4f3c") ?? []
        let counter = HexText.decode("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff") ?? []
        let text = HexText.decode("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51") ?? []
        return try text.withUnsafeBytes { text in
            try key.withUnsafeBytes { try AES128CTR.apply(text, key: $0, counter: counter).known }
        }
    }

    /// By the key 1, with the nonce of RFC 6979.
    private static func signature() throws -> [UInt8] {
        let key = try PrivateKey(secret(Array(repeating: 0, count: 31) + [1]))
        let signature = try key.signUntested(bytes("Satoshi Nakamoto").withUnsafeBytes(SHA256.hash))
        return signature.r.bytes + signature.s.bytes + [signature.yParity]
    }

    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func secret(_ bytes: [UInt8]) throws -> SecretBytes {
        try bytes.withUnsafeBytes { try SecretBytes(copying: $0) }
    }
}

extension SecretBytes {
    /// The octets of an answer that is published.
    fileprivate var known: [UInt8] { withBytes { Array($0) } }
}
