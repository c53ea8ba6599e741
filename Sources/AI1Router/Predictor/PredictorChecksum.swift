/// Finds damage, not forgery: eight octets at a time are mixed into a state by FNV-1a's step with a rotation.
enum PredictorChecksum {
    static func of(_ bytes: some Collection<UInt8>) -> UInt64 {
        bytes.withContiguousStorageIfAvailable { buffer in
            let raw = UnsafeRawBufferPointer(buffer)
            var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(raw.count)
            var index = 0
            while index + 8 <= raw.count {
                mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)), into: &state)
                index += 8
            }
            while index < raw.count {
                mix(UInt64(raw[index]), into: &state)
                index += 1
            }
            return state
        } ?? 0
    }

    private static func mix(_ word: UInt64, into state: inout UInt64) {
        state = (state ^ word) &* 0x0000_0100_0000_01B3
        state = state << 29 | state >> 35
    }
}
