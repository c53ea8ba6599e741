/// What a strategy expects of every model on every prompt, before it has seen an answer.
struct Expectations: Sendable {
    let models: Int
    /// The models of a prompt stand side by side.
    var quality: [Double]
    /// In pico-US-dollars.
    var cost: [Double]

    init(prompts: Int, models: Int) {
        self.models = models
        quality = [Double](repeating: 0, count: prompts * models)
        cost = quality
    }

    init(models: Int, quality: [Double], cost: [Double]) {
        self.models = models
        self.quality = quality
        self.cost = cost
    }

    var prompts: Int { models == 0 ? 0 : quality.count / models }

    /// How much better the strong model is expected to be than the weak one, for each prompt.
    func advantage(weak: Int, strong: Int) -> [Double] {
        (0..<prompts).map { quality[$0 * models + strong] - quality[$0 * models + weak] }
    }
}
