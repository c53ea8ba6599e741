internal import CSodium

/// Words that are a wallet's seed on paper (BIP-39, English list). All of it stays in memory for secrets.
package struct Mnemonic: Sendable {
    /// How many words there may be: 128 to 256 bits of randomness and a checksum.
    package static let wordCounts = [12, 15, 18, 21, 24]

    /// The words in lower case with one space between them.
    package let text: SecretBytes
    /// One of `wordCounts`.
    package let wordCount: Int

    /// New words from the system's randomness.
    /// - Parameter words: one of `wordCounts`
    /// - Throws: `WalletError` of code `invalidKey` for another count, `system`
    package static func generate(words: Int = 12) throws -> Mnemonic {
        guard wordCounts.contains(words) else { throw wrongCount(words) }
        defer { Wiping.wipeStack() }
        return try Mnemonic(entropy: SecretBytes.random(count: words / 3 * 4))
    }

    /// The words of randomness that is given.
    /// - Parameter entropy: 16, 20, 24, 28 or 32 octets
    /// - Throws: `WalletError` of code `invalidKey` for another count, `system`
    package init(entropy: SecretBytes) throws {
        let words = entropy.count / 4 * 3
        guard entropy.count.isMultiple(of: 4), Self.wordCounts.contains(words) else {
            throw WalletError(.invalidKey, "a mnemonic is made from 16, 20, 24, 28 or 32 octets")
        }
        let bits = try entropy.withBytes { bytes in
            let checksum = SHA256.hash(bytes)
            return try checksum.withBytes {
                try SecretBytes.joined(bytes, UnsafeRawBufferPointer(rebasing: $0[..<1]))
            }
        }
        text = try bits.withBytes { try Self.text(bits: $0, words: words) }
        wordCount = words
    }

    /// Reads words with any white space around and between them, in either case.
    /// - Parameter source: UTF-8 of at most `SecretInput.limitBytes`
    /// - Throws: `WalletError` of code `invalidKey` (count, a word that is not in the list, checksum; the message names
    ///   the place of the word, never the word), `malformed` (no UTF-8, too long), `system`
    package init(parsing source: SecretBytes) throws {
        defer { Wiping.wipeStack() }
        guard source.count <= SecretInput.limitBytes else { throw WalletError(.malformed, "the mnemonic is too long") }
        let normal = try UnicodeText.nfkd(source)
        let words = normal.withBytes { Self.wordRanges(in: $0) }
        guard Self.wordCounts.contains(words.count) else { throw Self.wrongCount(words.count) }
        let bits = try normal.withBytes { try Self.bits(of: words, in: $0) }
        let entropy = try bits.part(0..<words.count / 3 * 4)
        let checksumBits = words.count / 3
        let isRight = bits.withBytes { all in
            let checksum = entropy.withBytes { SHA256.hash($0).withBytes { $0[0] } }
            return all[entropy.count] == checksum & ~UInt8(0xFF >> checksumBits)
        }
        guard isRight else {
            throw WalletError(
                .invalidKey, "the checksum of the mnemonic is wrong",
                hint: "a word was mistyped, left out or exchanged with another: compare with what you wrote down")
        }
        try self.init(entropy: entropy)
    }

    /// The seed of BIP-32's master key: 64 octets by PBKDF2-HMAC-SHA-512, 2,048 rounds.
    /// - Parameter passphrase: UTF-8, normalised here; nil is the same as an empty one
    /// - Throws: `WalletError` of code `malformed` when the passphrase is not UTF-8, `system`
    package func seed(passphrase: SecretBytes? = nil) throws -> SecretBytes {
        defer { Wiping.wipeStack() }
        let prefix: StaticString = "mnemonic"
        let start = UnsafeRawBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
        let salt = try passphrase.map(UnicodeText.nfkd)?.withBytes { try SecretBytes.joined(start, $0) }
        return try (salt ?? SecretBytes(copying: start)).withBytes {
            try PBKDF2.derive(.sha512, password: text, salt: $0, rounds: 2_048, count: 64)
        }
    }

    private static func wrongCount(_ count: Int) -> WalletError {
        WalletError(.invalidKey, "a mnemonic has 12, 15, 18, 21 or 24 words, not \(count)")
    }
}
