package import AI1Router

/// Training with its proof: errors on prompts that the predictor has never seen, beside what length alone predicts.
package struct Training: Sendable {
    /// One prompt in so many is held out when the file does not say which.
    static let heldOutPart = 5

    /// The predictor; without a `split` in the file it is fitted to all prompts once its errors are known.
    package let predictor: QualityPredictor
    package let report: TrainingReport

    /// - Parameters:
    ///   - table: prompts with features; outcomes may be missing
    ///   - trainer: how to fit
    ///   - seed: of the bootstrap over held-out prompts
    ///   - resamples: of that bootstrap
    /// - Throws: `EvaluationError` of code `tooFew`; `CancellationError`
    package init(
        _ table: OutcomeTable, trainer: PredictorTrainer = PredictorTrainer(), seed: UInt64 = 1, resamples: Int = 1_000
    ) async throws {
        let (fitting, held, overlap) = Self.divided(table)
        guard !held.prompts.isEmpty else {
            throw EvaluationError(
                .tooFew, "no prompt is left to hold out", hint: "mark some prompts as test, or leave the split out")
        }
        let none = QualityPredictor.Evidence(predictor: 0, length: 0, constant: 0, prompts: 0, beatsLength: false)
        let trial = try await trainer.fit(fitting, evidence: none)
        let report = TrainingReport(
            trial, length: LengthModel(fitting), held: held, trainedOn: fitting.prompts.count, overlap: overlap,
            resampling: Resampling(seed: seed, prompts: held.prompts.count), resamples: resamples)
        let last = try await trainer.fit(table.hasSplit ? fitting : table, evidence: report.evidence)
        predictor = last
        self.report = report
    }

    /// What to fit to and what to hold out: as the file says, else one prompt in five.
    /// - Returns: also how many training prompts stand among those held out and are therefore not trained on
    static func divided(_ table: OutcomeTable) -> (fitting: OutcomeTable, held: OutcomeTable, overlap: Int) {
        if table.hasSplit, table.prompts.contains(where: { $0.split == .test }) {
            let held = table.filter { $0.split == .test }
            let (fitting, overlap) = table.filter { $0.split == .train }.without(held)
            return (fitting, held, overlap)
        }
        let folds = PromptFolds(table, count: heldOutPart)
        let indices = table.prompts.indices
        return (
            table.selecting(indices.filter { folds.fold[$0] != 0 }),
            table.selecting(indices.filter { folds.fold[$0] == 0 }), 0
        )
    }
}

extension OutcomeTable {
    /// The prompts whose text is in no prompt of another table, and how many were left out.
    func without(_ other: OutcomeTable) -> (table: OutcomeTable, overlap: Int) {
        let hashes = Set(other.prompts.map(\.textHash))
        let rest = filter { !hashes.contains($0.textHash) }
        return (rest, prompts.count - rest.prompts.count)
    }
}
