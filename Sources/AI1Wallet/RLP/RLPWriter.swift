/// Writes RLP, in the canonical form because there is no other way to call it.
package struct RLPWriter {
    /// What has been written.
    package private(set) var output: [UInt8]

    /// - Parameter prefix: octets before the encoding, as a transaction's type is
    package init(prefix: [UInt8] = [], capacity: Int = 256) {
        output = []
        output.reserveCapacity(capacity)
        output.append(contentsOf: prefix)
    }

    /// Writes a string of octets.
    package mutating func bytes(_ content: some Collection<UInt8>) {
        let count = content.count
        if count != 1 || content.first.map({ $0 >= RLP.emptyBytes }) == true {
            header(RLP.emptyBytes, count, at: output.count)
        }
        output.append(contentsOf: content)
    }

    /// Writes a number of 64 bits: big-endian without leading zeros, nothing for zero.
    package mutating func uint64(_ value: UInt64) {
        if value > 0, value < UInt64(RLP.emptyBytes) {
            output.append(UInt8(value))
            return
        }
        let count = (UInt64.bitWidth - value.leadingZeroBitCount + 7) / 8
        output.append(RLP.emptyBytes + UInt8(count))
        for index in (0..<count).reversed() { output.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 8))) }
    }

    /// Writes a number of 256 bits: big-endian without leading zeros, nothing for zero.
    package mutating func uint256(_ value: UInt256) {
        if let small = value.uint64 { uint64(small) } else { bytes(value.minimalBytes) }
    }

    /// Writes a word of 32 octets as a number: without leading zeros.
    package mutating func word(_ value: Hash32) { value.withBytes { bytes($0.drop { $0 == 0 }) } }

    /// Writes a list of what `body` writes.
    package mutating func list(_ body: (inout RLPWriter) -> Void) {
        let start = output.count
        body(&self)
        header(RLP.emptyList, output.count - start, at: start)
    }

    /// Writes any item.
    package mutating func item(_ item: RLPItem) {
        switch item {
        case .bytes(let content): bytes(content)
        case .list(let items): list { writer in for item in items { writer.item(item) } }
        }
    }

    private mutating func header(_ base: UInt8, _ count: Int, at index: Int) {
        if count <= RLP.longestShort {
            output.insert(base + UInt8(count), at: index)
            return
        }
        let octets = (Int.bitWidth - count.leadingZeroBitCount + 7) / 8
        let length = (0..<octets).reversed().map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
        output.insert(contentsOf: [base + UInt8(RLP.longestShort + octets)] + length, at: index)
    }
}
