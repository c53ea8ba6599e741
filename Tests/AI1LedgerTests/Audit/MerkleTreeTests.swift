import AI1Core
import Testing

@testable import AI1Ledger

@Suite("The Merkle tree of RFC 6962")
struct MerkleTreeTests {
    /// The definition of section 2.1, word for word.
    private static func naiveRoot(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
        if leaves.isEmpty { return .empty }
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return .node(naiveRoot(leaves[..<middle]), naiveRoot(leaves[middle...]))
    }

    /// The definition of section 2.1.1, word for word.
    private static func naivePath(_ index: Int, _ leaves: ArraySlice<TreeHash>) -> [TreeHash] {
        if leaves.count <= 1 { return [] }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return index < split
            ? naivePath(index, leaves[..<middle]) + [naiveRoot(leaves[middle...])]
            : naivePath(index - split, leaves[middle...]) + [naiveRoot(leaves[..<middle])]
    }

    private static func leaves(_ count: Int) -> [TreeHash] {
        (0..<count).map { TreeHash(ChainHash.leaf([UInt8($0 & 255), UInt8($0 >> 8)]))! }
    }

    private static func hexadecimalText(_ hash: TreeHash) -> String {
        hash.octets.map { hexadecimal(UInt64($0), width: 2) }.joined()
    }

    @Test("has the published roots of the eight published leaves")
    func publishedRoots() {
        let leaves: [[UInt8]] = [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
            Array(0x50...0x57), Array(0x60...0x6F),
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var tree = MerkleTree()
        #expect(
            Self.hexadecimalText(tree.root) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (leaf, root) in zip(leaves, roots) {
            tree.append(TreeHash(ChainHash.leaf(leaf))!)
            #expect(Self.hexadecimalText(tree.root) == root)
        }
    }

    @Test("has the root, the paths and the continuation that the definition gives, for every size up to 70")
    func againstDefinition() throws {
        let all = Self.leaves(70)
        var tree = MerkleTree()
        for size in 1...70 {
            tree.append(all[size - 1])
            let leaves = all[..<size]
            let root = Self.naiveRoot(leaves)
            #expect(tree.root == root)
            #expect(MerkleTree(size: UInt64(size), frontier: tree.frontierOctets) == tree)
            var prover = MerkleProver(size: UInt64(size), wanted: (0..<UInt64(size)).map { $0 })
            for leaf in leaves { prover.append(leaf) }
            let finished = prover.finish()
            let made = try #require(finished)
            #expect(made.root == root)
            for (index, proof) in made.proofs.enumerated() {
                #expect(proof.path == Self.naivePath(index, leaves))
                #expect(proof.root(of: leaves[index]) == root)
            }
        }
    }

    @Test("refuses a proof with another leaf, index, size, order or length")
    func wrongProofs() {
        let all = Self.leaves(71)
        for size in [1, 2, 3, 7, 8, 33, 70] {
            let root = Self.naiveRoot(all[..<size])
            for index in 0..<size {
                let path = Self.naivePath(index, all[..<size])
                let proof = MerkleProof(index: UInt64(index), size: UInt64(size), path: path)
                #expect(proof.root(of: all[70]) != root)
                let other = MerkleProof(index: UInt64((index + 1) % size), size: UInt64(size), path: path)
                #expect(size == 1 || other.root(of: all[index]) != root)
                let longer = MerkleProof(index: UInt64(index), size: UInt64(size), path: path + [all[70]])
                #expect(longer.root(of: all[index]) == nil)
                let outside = MerkleProof(index: UInt64(size), size: UInt64(size), path: path)
                #expect(outside.root(of: all[index]) == nil)
                guard !path.isEmpty else { continue }
                let shorter = MerkleProof(index: UInt64(index), size: UInt64(size), path: Array(path.dropLast()))
                #expect(shorter.root(of: all[index]) == nil)
                var changed = path
                changed[path.count / 2] = all[70]
                #expect(
                    MerkleProof(index: UInt64(index), size: UInt64(size), path: changed).root(of: all[index]) != root)
            }
        }
    }

    @Test("refuses a continuation of another length, and a prover that did not see every leaf")
    func wrongContinuation() {
        #expect(MerkleTree(size: 3, frontier: [UInt8](repeating: 0, count: 32)) == nil)
        #expect(MerkleTree(size: 0, frontier: []) == MerkleTree())
        var short = MerkleProver(size: 2, wanted: [0])
        short.append(Self.leaves(1)[0])
        let finished = short.finish()
        #expect(finished == nil)
    }
}
