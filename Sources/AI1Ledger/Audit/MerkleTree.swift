/// The tree of RFC 6962, section 2.1, that grows by one leaf at a time and keeps only the roots of its full subtrees:
/// at most sixty-four hashes.
struct MerkleTree: Sendable, Hashable {
    /// Leaves.
    private(set) var size: UInt64 = 0
    /// The roots of the full subtrees from the largest, which is leftmost, to the smallest: one for each bit of `size`.
    private var frontier: [TreeHash] = []

    init() {}

    /// Takes up a tree of that size again; nil when the octets are not its frontier.
    init?(size: UInt64, frontier octets: [UInt8]) {
        guard octets.count == size.nonzeroBitCount * 32 else { return nil }
        self.size = size
        octets.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: 32) {
                frontier.append(TreeHash(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 32]))!)
            }
        }
    }

    /// What `init(size:frontier:)` takes: the hashes one after another.
    var frontierOctets: [UInt8] { frontier.flatMap(\.octets) }

    /// - Parameter leaf: its hash, not what was hashed
    mutating func append(_ leaf: TreeHash) {
        var node = leaf
        var full = size
        while full & 1 == 1 {
            node = .node(frontier.removeLast(), node)
            full >>= 1
        }
        frontier.append(node)
        size += 1
    }

    /// The Merkle tree hash.
    var root: TreeHash {
        guard var node = frontier.last else { return .empty }
        for left in frontier.dropLast().reversed() { node = .node(left, node) }
        return node
    }
}
