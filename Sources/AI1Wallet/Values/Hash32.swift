/// 32 octets: a Keccak-256 hash, a transaction's hash, a storage word.
package struct Hash32: Sendable, Hashable {
    /// Big-endian words, so that a value needs no memory of its own.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// All zero.
    package static let zero = Hash32 { _ in }

    /// Made by a function that fills 32 octets, zero before.
    package init(filling fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        words = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { buffer in
            fill(buffer.baseAddress!.assumingMemoryBound(to: UInt8.self))
        }
    }

    /// nil unless there are exactly 32 octets.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.init { output in
            var index = 0
            for byte in bytes {
                output[index] = byte
                index += 1
            }
        }
    }

    /// `0x` and 64 hexadecimal digits; nil for anything else.
    package init?(hex text: String) {
        guard let bytes = HexText.decode(text), text.hasPrefix("0x") else { return nil }
        self.init(bytes)
    }

    package var bytes: [UInt8] { withBytes { Array($0) } }

    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        try withUnsafeBytes(of: words, body)
    }

    /// `0x` and 64 digits in lower case.
    package var hex: String { HexText.encode(bytes) }

    package static func == (left: Hash32, right: Hash32) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension Hash32: CustomStringConvertible {
    package var description: String { hex }
}
