package import AI1Router

/// Fits a quality predictor to recorded outcomes.
///
/// For each model, ridge regression of its scores on the prompts' features, from the model's mean. The penalty, one
/// for all
/// models, and whether topics take part are those with the smallest squared error over five folds of the prompts. How
/// sure a prediction is
/// follows from the posterior of the same regression, `noise · xᵀ(XᵀX + penalty)⁻¹x`: it is kept bucket by bucket and
/// multiplied by what it is short of, or beyond, the exact value at some of the training prompts, each left out in
/// turn.
package struct PredictorTrainer: Sendable {
    /// Fewer prompts teach nothing.
    package static let minimumPrompts = 40
    /// From all mean to all text.
    package static let penalties: [Float] = [10_000, 1_000, 300, 100, 30, 10, 3, 1, 0.3]
    /// Prompts that are held out by the cross-validation, more or less.
    static let heldOutPrompts = 4_000
    /// Prompts at which the exact variance is asked for.
    static let probes = 32

    /// The number of buckets as a power of two; that of the prompts' features.
    package let bucketBits: Int

    /// Parts of the cross-validation.
    private let folds: Int
    /// Penalties that are tried, falling.
    private let penalties: [Float]

    package init(
        bucketBits: Int = PromptFeatures.defaultBucketBits, folds: Int = 5,
        penalties: [Float] = PredictorTrainer.penalties
    ) {
        self.bucketBits = bucketBits
        self.folds = folds
        self.penalties = penalties
    }

    /// - Parameters:
    ///   - table: prompts with features; outcomes may be missing
    ///   - evidence: what was measured about it with held-out prompts
    /// - Throws: `EvaluationError` of code `tooFew`; `CancellationError`
    package func fit(_ table: OutcomeTable, evidence: QualityPredictor.Evidence) async throws -> QualityPredictor {
        guard table.prompts.count >= Self.minimumPrompts else {
            throw EvaluationError(
                .tooFew, "\(table.prompts.count) prompts are too few to train on",
                hint: "give at least \(Self.minimumPrompts)")
        }
        let features = table.prompts.compactMap(\.features)
        precondition(features.count == table.prompts.count, "prompts to train on were read without features")
        let targets = TrainingTargets(table)
        let folds = PromptFolds(table, count: self.folds)
        var choice = try await penalty(try space(features, hasTopics: false), features, targets, folds)
        let other = try await penalty(try space(features, hasTopics: true), features, targets, folds)
        if other.error < choice.error { choice = other }
        let (space, rows) = (choice.space, choice.rows)
        let all = Array(0..<rows.count)
        let means = targets.means(all)
        let system = RidgeSystem(rows: rows, active: all, blocks: targets.blocks, mask: targets.mask)
        let solved = try system.solve(
            system.right(targets.centred(means)), penalty: choice.penalty,
            start: [SIMD4<Float>](repeating: .zero, count: rows.bucketCount * targets.blocks))
        let energy = rows.energy(of: all)
        let variance = try VarianceProbe(rows: rows, energy: energy, penalty: choice.penalty, probes: Self.probes)
        let counts = targets.counts(all)
        let models = table.models.indices.map { model in
            let error = choice.counts[model] == 0 ? 0.25 : choice.errors[model] / Double(choice.counts[model])
            return QualityPredictor.Model(
                name: table.models[model], mean: means[model / 4][model % 4],
                noise: Float(error) / (1 + variance.mean), outcomes: UInt32(counts[model]))
        }
        var weights: [Float] = []
        weights.reserveCapacity(rows.bucketCount * models.count)
        for bucket in 0..<rows.bucketCount {
            for model in models.indices { weights.append(solved[bucket * targets.blocks + model / 4][model % 4]) }
        }
        return QualityPredictor(
            models: models, evidence: evidence, bucketBits: bucketBits, space: space, energy: energy,
            penalty: choice.penalty, spread: variance.spread, weights: weights)
    }

    /// A way to see the prompts, with the penalty that is best for it.
    private struct Choice {
        var space: FeatureSpace
        var rows: SparseRows
        var penalty: Float
        /// Sums of squared errors over the folds, by model.
        var errors: [Double]
        /// Outcomes that were predicted, by model.
        var counts: [Int]

        var error: Double { errors.reduce(0, +) }
    }

    private func space(_ features: [PromptFeatures], hasTopics: Bool) throws -> FeatureSpace {
        let scales = FeatureSpace.scales(of: features, bucketBits: bucketBits, isRoot: !hasTopics)
        return FeatureSpace(
            scales: scales,
            topics: hasTopics ? try TopicFinder(features, scales: scales).find() : .none(buckets: scales.count))
    }

    /// Of many prompts a part of the folds tells enough.
    private func tried(_ prompts: Int) -> Int {
        min(folds, max(2, (Self.heldOutPrompts * folds + prompts - 1) / prompts))
    }

    /// The penalty with the smallest error over the folds.
    private func penalty(
        _ space: FeatureSpace, _ features: [PromptFeatures], _ targets: TrainingTargets, _ folds: PromptFolds
    ) async throws -> Choice {
        let rows = SparseRows(features.map(space.vector), bucketCount: space.scales.count)
        var sums = [[Double]](repeating: [Double](repeating: 0, count: targets.models), count: penalties.count)
        var common = penalties.count
        try await withThrowingTaskGroup(of: [[Double]].self) { group in
            for fold in 0..<tried(rows.count) {
                // On all processors, whatever executor the caller prefers.
                group.addTask(executorPreference: globalConcurrentExecutor) {
                    try path(rows, targets, folds, without: fold)
                }
            }
            for try await errors in group {
                common = min(common, errors.count)
                for (place, errors) in errors.enumerated() {
                    for model in errors.indices { sums[place][model] += errors[model] }
                }
            }
        }
        let best = (0..<common).min { sums[$0].reduce(0, +) < sums[$1].reduce(0, +) } ?? 0
        let held = folds.fold.indices.filter { folds.fold[$0] < tried(rows.count) }
        return Choice(
            space: space, rows: rows, penalty: penalties[best], errors: sums[best], counts: targets.counts(held))
    }

    /// Squared errors on one fold, fitted to the others, for one penalty after another until they only grow.
    private func path(
        _ rows: SparseRows, _ targets: TrainingTargets, _ folds: PromptFolds, without fold: Int
    ) throws -> [[Double]] {
        let used = folds.fold.indices.filter { folds.fold[$0] != fold }
        let held = folds.fold.indices.filter { folds.fold[$0] == fold }
        let means = targets.means(used)
        let system = RidgeSystem(rows: rows, active: used, blocks: targets.blocks, mask: targets.mask)
        let right = system.right(targets.centred(means))
        var weights = [SIMD4<Float>](repeating: .zero, count: rows.bucketCount * targets.blocks)
        var errors: [[Double]] = []
        var best = Double.infinity
        for penalty in penalties {
            weights = try system.solve(right, penalty: penalty, start: weights)
            var predicted = [SIMD4<Float>](repeating: .zero, count: rows.count * targets.blocks)
            rows.multiply(held, weights, blocks: targets.blocks, into: &predicted)
            errors.append(targets.squaredErrors(held, predicted, means))
            let sum = errors[errors.count - 1].reduce(0, +)
            best = min(best, sum)
            // Smaller penalties take longest, and the error has one valley.
            if sum > best * 1.03 { break }
        }
        return errors
    }
}
