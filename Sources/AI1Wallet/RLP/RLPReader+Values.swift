extension RLPReader {
    /// A copy of a string of octets.
    package mutating func bytes() throws(WalletError) -> [UInt8] { [UInt8](try view()) }

    /// A number of up to 64 bits: big-endian without leading zeros, nothing for zero.
    package mutating func uint64() throws(WalletError) -> UInt64 { try Self.value(of: number(maximumCount: 8)) }

    /// A number of up to 256 bits: big-endian without leading zeros, nothing for zero.
    package mutating func uint256() throws(WalletError) -> UInt256 {
        let content = try number(maximumCount: 32)
        if content.count <= 8 { return UInt256(Self.value(of: content)) }
        guard let value = UInt256(bigEndian: content) else { throw Self.failure("a number in RLP is too large") }
        return value
    }

    /// A number of up to 256 bits as a word of 32 octets.
    package mutating func word() throws(WalletError) -> Hash32 {
        let content = try number(maximumCount: 32)
        return Hash32 { output in
            let start = 32 - content.count
            for index in 0..<content.count { output[start + index] = content[index] }
        }
    }

    /// Exactly 32 octets.
    package mutating func hash32() throws(WalletError) -> Hash32 {
        guard let hash = Hash32(try view()) else { throw Self.failure("RLP should have 32 octets here") }
        return hash
    }

    /// Exactly 20 octets.
    package mutating func address() throws(WalletError) -> Address {
        guard let address = Address(try view()) else { throw Self.failure("RLP should have an address here") }
        return address
    }

    /// Exactly 20 octets, or none.
    package mutating func optionalAddress() throws(WalletError) -> Address? {
        let content = try view()
        if content.isEmpty { return nil }
        guard let address = Address(content) else { throw Self.failure("RLP should have an address here, or nothing") }
        return address
    }

    private mutating func number(maximumCount: Int) throws(WalletError) -> UnsafeRawBufferPointer {
        let content = try view()
        guard content.count <= maximumCount else { throw Self.failure("a number in RLP is too large") }
        guard content.first != 0 else {
            throw Self.failure("RLP is not canonical: a number has a leading zero")
        }
        return content
    }

    private static func value(of content: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0
        for byte in content { value = value << 8 | UInt64(byte) }
        return value
    }
}
