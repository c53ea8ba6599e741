/// Recorded outcomes: a score and a cost for prompts and models.
package struct OutcomeTable: Sendable {
    /// In rising order.
    package var models: [String]
    package var prompts: [PromptRecord]
    /// From 0 to 1; the models of a prompt stand side by side. Not a number where there is no outcome.
    package var scores: [Double]
    /// Pico-US-dollars, beside the scores; zero where there is no outcome.
    package var costs: [Int64]
    /// Whether the file says which prompts are to be trained on.
    package var hasSplit: Bool

    /// The table of some of the prompts, in that order.
    package func selecting(_ indices: [Int]) -> OutcomeTable {
        let width = models.count
        var table = self
        table.prompts = indices.map { prompts[$0] }
        table.scores = indices.flatMap { scores[$0 * width..<($0 + 1) * width] }
        table.costs = indices.flatMap { costs[$0 * width..<($0 + 1) * width] }
        return table
    }

    /// The table of those prompts that fulfil a condition.
    package func filter(_ isWanted: (PromptRecord) -> Bool) -> OutcomeTable {
        selecting(prompts.indices.filter { isWanted(prompts[$0]) })
    }

    /// How many models have an outcome of a prompt.
    package func outcomes(of prompt: Int) -> Int {
        scores[prompt * models.count..<(prompt + 1) * models.count].count { !$0.isNaN }
    }

    /// Prompts of which every model has an outcome, and what is to be said about the others.
    package func complete() -> (table: OutcomeTable, left: Incomplete) {
        let whole = prompts.indices.filter { outcomes(of: $0) == models.count }
        var lacking = [Int](repeating: 0, count: models.count)
        for index in scores.indices where scores[index].isNaN { lacking[index % models.count] += 1 }
        let most = lacking.indices.max { (lacking[$0], $1) < (lacking[$1], $0) } ?? 0
        let left = Incomplete(
            prompts: prompts.count - whole.count, of: prompts.count, model: models.isEmpty ? "" : models[most],
            lacking: lacking.isEmpty ? 0 : lacking[most])
        return (whole.count == prompts.count ? self : selecting(whole), left)
    }

    /// Prompts that lack the outcome of a model that others have.
    package struct Incomplete: Sendable, Hashable {
        package var prompts: Int
        package var of: Int
        /// The model that is missing most often, and how often.
        package var model: String
        package var lacking: Int
    }
}
