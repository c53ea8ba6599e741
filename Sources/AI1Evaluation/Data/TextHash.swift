/// Identifies a text by 64 bits (FNV-1a), for finding the same prompt in two files. No defence against forgery.
enum TextHash {
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index < bytes.count {
            state = (state ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return state
    }
}
