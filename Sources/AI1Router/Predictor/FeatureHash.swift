/// The hash that puts pieces of text into buckets: 32-bit FNV-1a with a last mixing step, so that low and high bits are
/// both of use. It is part of the form of a predictor's file: another hash is another version.
struct FeatureHash {
    private var state: UInt32

    /// - Parameter seed: keeps kinds of pieces apart
    init(seed: UInt8) {
        state = 2_166_136_261
        add(seed)
    }

    mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 16_777_619 }

    /// The finished hash (the last step of MurmurHash3).
    var value: UInt32 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 16)) &* 0x85EB_CA6B
        mixed = (mixed ^ (mixed >> 13)) &* 0xC2B2_AE35
        return mixed ^ (mixed >> 16)
    }
}
