/// How a keystore's password becomes 32 octets: 16 for the cipher, 16 for the code that checks the password.
enum KeystoreKDF: Sendable, Hashable {
    /// The octets that every keystore derives.
    static let derivedCount = 32
    /// No keystore may ask for more rounds of PBKDF2.
    static let maximumRounds: UInt32 = 10_000_000
    /// The longest salt.
    static let maximumSaltBytes = 1_024

    case scrypt(ScryptCost, salt: [UInt8])
    /// With HMAC-SHA-256.
    case pbkdf2(rounds: UInt32, salt: [UInt8])

    /// - Throws: `WalletError` of code `system`
    func derive(_ password: SecretBytes) throws -> SecretBytes {
        switch self {
        case .scrypt(let cost, let salt):
            try Scrypt.derive(password: password, salt: salt, cost: cost, count: Self.derivedCount)
        case .pbkdf2(let rounds, let salt):
            try salt.withUnsafeBytes {
                try PBKDF2.derive(.sha256, password: password, salt: $0, rounds: rounds, count: Self.derivedCount)
            }
        }
    }
}
