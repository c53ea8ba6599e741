/// The bootstrap over prompts: how often each prompt is drawn when as many are drawn, with replacement, as there are.
package struct Resampling: Sendable {
    package let seed: UInt64
    package let prompts: Int

    package init(seed: UInt64, prompts: Int) {
        self.seed = seed
        self.prompts = prompts
    }

    /// The weights of one resample. The same for the same seed and index, whatever was drawn before.
    package func weights(_ index: Int, into weights: inout [Double]) {
        // Resamples start far from one another in the generator's sequence.
        var random = SplitMix64(seed: SplitMix64(seed: seed ^ (UInt64(index) &* 0xD134_2543_DE82_EF95)).first)
        for place in weights.indices { weights[place] = 0 }
        for _ in 0..<prompts { weights[Int(random.next().multipliedFullWidth(by: UInt64(prompts)).high)] += 1 }
    }
}

/// A small generator of random numbers with a seed (Steele, Lea and Flood 2014).
struct SplitMix64: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// The first number.
    var first: UInt64 {
        var copy = self
        return copy.next()
    }
}
