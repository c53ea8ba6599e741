/// A strategy made ready to be replayed over a table of outcomes.
struct Strategy: Sendable {
    enum Way: Sendable {
        /// One model for everything.
        case fixed(Int)
        /// Each model with the same chance; for its curve any fixed chances.
        case chance
        case sweep(SweepTrack)
    }

    let name: StrategyName
    /// The model that a fixed strategy stands for.
    let model: String?
    let way: Way
    /// How it orders prompts between the weak and the strong model; nil when it does not.
    let order: PairOrder?
}
