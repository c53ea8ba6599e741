/// What is tested and what is trained on, kept apart.
struct EvaluationData: Sendable {
    let tested: OutcomeTable
    /// Nil when there is nothing to train on.
    let training: OutcomeTable?
    let incomplete: OutcomeTable.Incomplete
    private(set) var notes: [String] = []

    /// - Parameter training: other outcomes; nil for the rows of `table` whose split is `train`
    /// - Throws: `EvaluationError` of the codes `tooFew` and `sameData`
    init(_ table: OutcomeTable, training other: OutcomeTable?) throws(EvaluationError) {
        let hasTest = table.prompts.contains { $0.split == .test }
        let chosen = hasTest ? table.filter { $0.split == .test } : table
        let (whole, left) = chosen.complete()
        incomplete = left
        guard whole.prompts.count >= Evaluation.minimumPrompts else {
            throw EvaluationError(
                .tooFew,
                "only \(whole.prompts.count) of \(left.of) prompts have an outcome of every model"
                    + (left.lacking > 0 ? "; \(left.model) lacks \(left.lacking)" : ""),
                hint: "leave out the rows of a model with few outcomes, or add what is missing")
        }
        tested = whole
        if left.prompts > 0 {
            notes.append(
                "\(left.prompts) of \(left.of) prompts lack the outcome of a model (\(left.model): \(left.lacking)) and "
                    + "are left out.")
        }
        if table.hasSplit, !hasTest {
            notes.append("No row is marked test: all are tested, and nothing is trained on them.")
        }
        guard let source = try Self.source(table, other, hasTest: hasTest) else {
            training = nil
            return
        }
        let (rest, overlap) = source.without(chosen)
        guard !rest.prompts.isEmpty else {
            throw EvaluationError(
                .sameData, "everything that is to be trained on is also tested",
                hint: "train on other prompts: mark rows train and test in a column split")
        }
        if overlap > 0 {
            notes.append(
                "\(overlap) of \(source.prompts.count) training prompts are among those tested and are not trained on.")
        }
        training = rest
    }

    /// What to train on, with its models in the order of those tested.
    private static func source(
        _ table: OutcomeTable, _ other: OutcomeTable?, hasTest: Bool
    ) throws(EvaluationError) -> OutcomeTable? {
        guard let other else {
            let own = table.filter { $0.split == .train }
            return hasTest && !own.prompts.isEmpty ? own : nil
        }
        let marked = other.filter { $0.split == .train }
        return try (marked.prompts.isEmpty ? other : marked).arranged(table.models)
    }
}

extension OutcomeTable {
    /// The same outcomes for models in a given order; others are left out.
    /// - Throws: `EvaluationError` of code `impossible` when one of them is not there
    func arranged(_ wanted: [String]) throws(EvaluationError) -> OutcomeTable {
        let missing = wanted.filter { !models.contains($0) }
        guard missing.isEmpty else {
            throw EvaluationError(
                .impossible, "the training data has no outcome of \(missing.joined(separator: ", "))",
                hint: "train on data that has every model that is tested")
        }
        let places = wanted.compactMap { models.firstIndex(of: $0) }
        var table = self
        table.models = wanted
        table.scores = prompts.indices.flatMap { prompt in places.map { scores[prompt * models.count + $0] } }
        table.costs = prompts.indices.flatMap { prompt in places.map { costs[prompt * models.count + $0] } }
        return table
    }
}
