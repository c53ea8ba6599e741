extension SecretBytes {
    /// A copy of some of the octets, in memory for secrets.
    /// - Parameter range: within the octets
    /// - Throws: `WalletError` of code `system` without memory
    package func part(_ range: Range<Int>) throws -> SecretBytes {
        try withBytes { try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// A copy of both, one behind the other.
    /// - Throws: `WalletError` of code `system` without memory
    static func joined(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) throws -> SecretBytes {
        try SecretBytes(capacity: first.count + second.count) { memory in
            memory.copyMemory(from: first)
            UnsafeMutableRawBufferPointer(rebasing: memory[first.count...]).copyMemory(from: second)
            return memory.count
        }
    }

    /// The octets as C functions take them.
    func withOctets<Value>(_ body: (UnsafePointer<UInt8>, Int) throws -> Value) rethrows -> Value {
        try withBytes { try body($0.octets, $0.count) }
    }
}

extension UnsafeRawBufferPointer {
    /// The address as C functions take it; of no use where there are no octets.
    var octets: UnsafePointer<UInt8> {
        (baseAddress ?? UnsafeRawPointer(bitPattern: 1)!).assumingMemoryBound(to: UInt8.self)
    }

    /// Without white space of ASCII on both sides.
    var trimmed: UnsafeRawBufferPointer {
        func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0D).contains(octet) }
        var range = indices
        while let first = range.first, isSpace(self[first]) { range = range.dropFirst() }
        while let last = range.last, isSpace(self[last]) { range = range.dropLast() }
        return UnsafeRawBufferPointer(rebasing: self[range])
    }
}
