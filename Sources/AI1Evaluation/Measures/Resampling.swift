internal import AI1Core

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
        var seeds = SplitMix64(seed: seed ^ (UInt64(index) &* 0xD134_2543_DE82_EF95))
        var random = SplitMix64(seed: seeds.next())
        for place in weights.indices { weights[place] = 0 }
        for _ in 0..<prompts { weights[Int(random.next().multipliedFullWidth(by: UInt64(prompts)).high)] += 1 }
    }
}
