/// Makes audit paths for some leaves while all leaves of a tree pass by once, from the first to the last. Keeps as many
/// hashes as the tree is high for each leaf that is asked for.
struct MerkleProver {
    private struct Subtree {
        var hash: TreeHash
        /// Places in `wanted` whose leaf is below.
        var wanted: [Int]
    }

    private let size: UInt64
    private let wanted: [UInt64]
    private var paths: [[TreeHash]]
    private var frontier: [Subtree] = []
    private var count: UInt64 = 0

    /// - Parameter wanted: indexes of leaves, from 0
    init(size: UInt64, wanted: [UInt64]) {
        self.size = size
        self.wanted = wanted
        paths = Array(repeating: [], count: wanted.count)
    }

    mutating func append(_ leaf: TreeHash) {
        var subtree = Subtree(hash: leaf, wanted: wanted.indices.filter { wanted[$0] == count })
        var full = count
        while full & 1 == 1 {
            subtree = join(frontier.removeLast(), subtree)
            full >>= 1
        }
        frontier.append(subtree)
        count += 1
    }

    private mutating func join(_ left: Subtree, _ right: Subtree) -> Subtree {
        for place in left.wanted { paths[place].append(right.hash) }
        for place in right.wanted { paths[place].append(left.hash) }
        return Subtree(hash: .node(left.hash, right.hash), wanted: left.wanted + right.wanted)
    }

    /// The root and the proofs in the order of `wanted`; nil when not exactly `size` leaves passed by, or one that is
    /// wanted did not.
    mutating func finish() -> (root: TreeHash, proofs: [MerkleProof])? {
        guard count == size, wanted.allSatisfy({ $0 < size }), var subtree = frontier.popLast() else { return nil }
        while let left = frontier.popLast() { subtree = join(left, subtree) }
        return (
            subtree.hash, zip(wanted, paths).map { MerkleProof(index: $0, size: size, path: $1) }
        )
    }
}
