internal import CKeccak

/// PBKDF2 (RFC 8018) by Crypto++, which writes into the caller's memory and wipes its own. swift-crypto's leaves the
/// derived key in memory that it frees without wiping.
enum PBKDF2 {
    /// The hash function that HMAC is made of.
    enum Function {
        case sha256, sha512
    }

    /// Derives octets from a password.
    /// - Parameters:
    ///   - rounds: at least 1
    ///   - count: how many octets to derive, at least 1
    /// - Throws: `WalletError` of code `system` without memory
    static func derive(
        _ function: Function, password: SecretBytes, salt: UnsafeRawBufferPointer, rounds: UInt32, count: Int
    ) throws -> SecretBytes {
        precondition(rounds >= 1 && count >= 1 && !salt.isEmpty)
        return try SecretBytes(capacity: count) { output in
            let isDone = password.withOctets { secret, secretCount in
                let derive = function == .sha256 ? ai1_pbkdf2_sha256 : ai1_pbkdf2_sha512
                return derive(
                    secret, secretCount, salt.baseAddress!.assumingMemoryBound(to: UInt8.self), salt.count, rounds,
                    output.baseAddress!.assumingMemoryBound(to: UInt8.self), count)
            }
            guard isDone == 1 else { throw WalletError(.system, "no memory for deriving a key") }
            return count
        }
    }
}
