/// What a strategy comes to at one setting of its trade-off: means over the prompts.
package struct OperatingPoint: Sendable, Hashable {
    /// Pico-US-dollars a prompt.
    package var cost: Double
    /// The mean score, from 0 to 1.
    package var quality: Double

    package init(cost: Double, quality: Double) {
        self.cost = cost
        self.quality = quality
    }
}
