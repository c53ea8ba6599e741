internal import CSodium

/// HMAC-SHA-512 (RFC 4231) of secrets by libsodium, which writes into the caller's memory and wipes its own state.
/// swift-crypto's would give out the code as a value that stays on the stack.
enum HMACSHA512 {
    /// The 64 octets of the code of some pieces, one behind the other.
    /// - Throws: `WalletError` of code `system` without memory
    static func code(key: UnsafeRawBufferPointer, _ pieces: UnsafeRawBufferPointer...) throws -> SecretBytes {
        try SecretBytes(capacity: 64) { output in
            var state = crypto_auth_hmacsha512_state()
            defer { withUnsafeMutableBytes(of: &state) { Wiping.wipe($0) } }
            crypto_auth_hmacsha512_init(&state, key.octets, key.count)
            for piece in pieces {
                crypto_auth_hmacsha512_update(&state, piece.octets, UInt64(piece.count))
            }
            crypto_auth_hmacsha512_final(&state, output.baseAddress!.assumingMemoryBound(to: UInt8.self))
            return 64
        }
    }
}
