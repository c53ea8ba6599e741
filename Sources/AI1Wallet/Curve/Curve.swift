internal import CSecp256k1
internal import CSodium

/// libsecp256k1's context: tables for signing that are blinded with the system's randomness against side channels.
final class Curve: @unchecked Sendable {
    // SAFETY: the context is written in the initialiser only; libsecp256k1 allows any number of readers at once.
    let context: OpaquePointer

    /// The one of this process, made at first use.
    private static let shared = Result { try Curve() }

    private init() throws {
        let seed = try SecretBytes.random(count: 32)
        let made = seed.withBytes { ai1_secp256k1_context($0.baseAddress!.assumingMemoryBound(to: UInt8.self)) }
        guard let made else { throw WalletError(.system, "no memory for libsecp256k1") }
        context = made
    }

    /// - Throws: `WalletError` of code `system`
    static func get() throws -> Curve { try shared.get() }
}
