/// The Merkle audit path of RFC 6962, section 2.1.1: the hashes that lead from a leaf to the root.
struct MerkleProof: Sendable, Hashable {
    /// From 0.
    let index: UInt64
    /// Leaves of the tree.
    let size: UInt64
    /// From the leaf's sibling upwards.
    let path: [TreeHash]

    /// The root that a leaf leads to; nil when the path is not one of a tree of this size.
    func root(of leaf: TreeHash) -> TreeHash? {
        guard index < size else { return nil }
        // RFC 9162, 2.1.3.2, describes this walk.
        var node = leaf
        var position = index
        var last = size - 1
        for sibling in path {
            guard last > 0 else { return nil }
            if position & 1 == 1 || position == last {
                node = .node(sibling, node)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                node = .node(node, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 ? node : nil
    }
}
