internal import CUtf8proc

/// Normalisation of secret text, within memory for secrets.
enum UnicodeText {
    /// NFKD (Unicode Standard Annex 15), as BIP-39 wants mnemonics and passphrases.
    /// - Parameter text: UTF-8
    /// - Throws: `WalletError` of code `malformed` when it is not UTF-8, `system` without memory
    static func nfkd(_ text: SecretBytes) throws -> SecretBytes {
        let isPlain = text.withBytes { source in source.allSatisfy { $0 < 0x80 } }
        if isPlain { return text }
        let points = try decompose(text, into: nil)
        // One place more: re-encoding in place ends with a zero octet.
        let encoded = try SecretBytes(capacity: (points + 1) * MemoryLayout<Int32>.stride) { memory in
            let buffer = memory.bindMemory(to: Int32.self)
            guard try decompose(text, into: buffer) == points else { throw malformed }
            let count = utf8proc_reencode(buffer.baseAddress!, points, ai1_utf8proc_nfkd())
            guard count >= 0 else { throw malformed }
            return count
        }
        return encoded
    }

    /// The number of code points after decomposition, and they themselves where a buffer is given.
    private static func decompose(_ text: SecretBytes, into buffer: UnsafeMutableBufferPointer<Int32>?) throws -> Int {
        let count = text.withOctets { octets, octetCount in
            utf8proc_decompose(octets, octetCount, buffer?.baseAddress, buffer?.count ?? 0, ai1_utf8proc_nfkd())
        }
        guard count >= 0 else { throw malformed }
        return count
    }

    private static var malformed: WalletError { WalletError(.malformed, "the text is not valid UTF-8") }
}
