internal import Crypto

/// Thirty-two octets of SHA-256 without an allocation: a leaf or a node of the tree of events.
struct TreeHash: Sendable, Hashable {
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// Nil when there are not exactly thirty-two octets.
    init?(_ octets: [UInt8]) {
        guard octets.count == 32 else { return nil }
        self = octets.withUnsafeBytes { TreeHash($0)! }
    }

    /// Nil when there are not exactly thirty-two octets.
    init?(_ octets: UnsafeRawBufferPointer) {
        guard octets.count == 32 else { return nil }
        words = octets.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    init(_ digest: SHA256.Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
    }

    /// In their order.
    var octets: [UInt8] { withBytes { Array($0) } }

    func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        try withUnsafeBytes(of: words, body)
    }

    /// The first sixty-four bits, for sums over many.
    var prefix: UInt64 { words.0 }

    /// RFC 6962, 2.1: the hash of a tree's or subtree's two halves.
    static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { buffer in
            buffer[0] = 1
            left.withBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0) }
            right.withBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]).copyMemory(from: $0) }
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return TreeHash(hasher.finalize())
        }
    }

    /// RFC 6962, 2.1: the hash of the tree that has no leaf.
    static var empty: TreeHash { TreeHash(SHA256.hash(data: [UInt8]())) }

    static func == (left: TreeHash, right: TreeHash) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
