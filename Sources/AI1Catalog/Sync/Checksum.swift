/// Tells damage of a stored file: 64 bits over its octets in their order. It keeps nobody from forging anything.
struct Checksum {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 8 <= bytes.count {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        var last: UInt64 = 0
        for (index, byte) in bytes[offset...].enumerated() { last |= UInt64(byte) << (8 * UInt64(index)) }
        mix(last)
        mix(UInt64(bytes.count))
    }

    /// A step that can be undone loses nothing: two texts that differ in one word never meet.
    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x2545_F491_4F6C_DD1D
        value ^= value >> 29
    }

    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
