internal import AI1Core
internal import AI1Router

/// Makes strategies ready for a table of outcomes.
struct StrategyBuilder {
    let data: EvaluationData
    let fixed: FixedModels
    let pair: ModelPair
    let options: Evaluation.Options
    private(set) var notes: [String] = []

    init(data: EvaluationData, fixed: FixedModels, pair: ModelPair, options: Evaluation.Options) {
        self.data = data
        self.fixed = fixed
        self.pair = pair
        self.options = options
    }

    private var table: OutcomeTable { data.tested }

    /// The baselines, and what is asked for or, when nothing is, all that can be, in the order of `StrategyName.named`.
    /// - Throws: `EvaluationError` of the codes `impossible` and `tooFew`; `CancellationError`
    mutating func strategies(_ asked: [StrategyName]) async throws -> [Strategy] {
        var wanted: Set<StrategyName> = [.random, .length, .bestFixed, .cheapestFixed, .oracle]
        wanted.formUnion(asked)
        let rows = table.models.map(options.row)
        let unknown = zip(table.models, rows).filter { $0.1 == nil }.map(\.0)
        if asked.isEmpty {
            if unknown.isEmpty { wanted.insert(.prior) }
            if data.training != nil { wanted.insert(.predictor) }
        }
        if wanted.contains(.predictor) {
            _ = try training(.predictor)
            wanted.insert(.lengthFitted)
        }
        if wanted.contains(.prior), !unknown.isEmpty {
            throw EvaluationError(
                .impossible, "the catalogue has no model called \(unknown.prefix(4).joined(separator: ", "))",
                hint: "prior needs the names that ai1 route models lists")
        }
        if asked.isEmpty, !unknown.isEmpty, unknown.count < table.models.count {
            notes.append("prior is left out: the catalogue has no \(unknown.prefix(4).joined(separator: ", ")).")
        }
        var strategies: [Strategy] = []
        for name in StrategyName.named where wanted.contains(name) {
            strategies.append(try await strategy(name, rows.compactMap { $0 }))
        }
        for case .model(let name) in asked.uniqued {
            guard let place = table.models.firstIndex(of: name) else { continue }
            strategies.append(Strategy(name: .model(name), model: name, way: .fixed(place), order: nil))
        }
        return strategies
    }

    private func strategy(_ name: StrategyName, _ rows: [ModelRow]) async throws -> Strategy {
        switch name {
        case .random: return Strategy(name: name, model: nil, way: .chance, order: nil)
        case .bestFixed: return fixed(name, fixed.best)
        case .cheapestFixed: return fixed(name, fixed.cheapest)
        case .model(let model): return fixed(name, table.models.firstIndex(of: model) ?? fixed.best)
        case .length:
            let lengths = table.prompts.map { Double($0.lengthBytes) }
            return Strategy(
                name: name, model: nil,
                way: .sweep(SweepTrack(Sweep(ladder: fixed.ladder, ranks: lengths), over: table)),
                order: pair.pair.map { _ in PairOrder(preference: lengths, gains: pair.gains(table)) })
        case .oracle:
            return expecting(
                name,
                Expectations(models: table.models.count, quality: table.scores, cost: table.costs.map { Double($0) }))
        case .prior: return expecting(name, PriorExpectations.make(table, rows: rows))
        case .lengthFitted:
            let length = LengthModel(try training(name))
            return expecting(
                name,
                expectations(length) { record in
                    table.models.indices.map { length.score($0, lengthBytes: record.lengthBytes) }
                })
        case .predictor:
            let training = try training(name)
            let none = QualityPredictor.Evidence(predictor: 0, length: 0, constant: 0, prompts: 0, beatsLength: false)
            let predictor = try await options.trainer.fit(training, evidence: none)
            return expecting(
                name,
                expectations(LengthModel(training)) { record in
                    record.features.map { predictor.predict($0).map(\.quality) } ?? []
                })
        }
    }

    private func training(_ name: StrategyName) throws(EvaluationError) -> OutcomeTable {
        guard let training = data.training else {
            throw EvaluationError(
                .impossible, "\(name.text) needs prompts to train on",
                hint: "give other outcomes with --train FILE, or mark rows train and test in a column split")
        }
        return training
    }

    private func fixed(_ name: StrategyName, _ model: Int) -> Strategy {
        Strategy(name: name, model: table.models[model], way: .fixed(model), order: nil)
    }

    /// A strategy that weighs expected quality against expected cost.
    private func expecting(_ name: StrategyName, _ expected: Expectations) -> Strategy {
        Strategy(
            name: name, model: nil, way: .sweep(SweepTrack(Sweep(expected), over: table)),
            order: pair.pair.map {
                PairOrder(
                    preference: expected.advantage(weak: $0.weak, strong: $0.strong), gains: pair.gains(table))
            })
    }

    /// Qualities as given, costs as prompts of such a length had them in training.
    private func expectations(_ costs: LengthModel, _ quality: (PromptRecord) -> [Double]) -> Expectations {
        var (qualities, expected): ([Double], [Double]) = ([], [])
        for record in table.prompts {
            qualities += quality(record)
            expected += table.models.indices.map { costs.cost($0, lengthBytes: record.lengthBytes) }
        }
        return Expectations(models: table.models.count, quality: qualities, cost: expected)
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it first stands.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
