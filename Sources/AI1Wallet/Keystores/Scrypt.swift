internal import CSodium

/// scrypt (RFC 7914) by libsodium, straight into memory for secrets.
enum Scrypt {
    /// - Throws: `WalletError` of code `system` when the memory for it cannot be had
    static func derive(password: SecretBytes, salt: [UInt8], cost: ScryptCost, count: Int) throws -> SecretBytes {
        try SecretBytes(capacity: count) { output in
            let result = password.withOctets { secret, secretCount in
                crypto_pwhash_scryptsalsa208sha256_ll(
                    secret, secretCount, salt, salt.count, cost.n, cost.r, cost.p,
                    output.baseAddress!.assumingMemoryBound(to: UInt8.self), count)
            }
            guard result == 0 else {
                let mebibytes = 128 * UInt64(cost.r) * cost.n >> 20
                throw WalletError(
                    .system, "scrypt cannot have its \(mebibytes) MiB of memory",
                    hint: "close other programs, or raise ulimit -v")
            }
            return count
        }
    }
}
