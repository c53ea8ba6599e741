/// The weak and the strong model whose calls PGR divides.
struct ModelPair: Sendable {
    /// Places in the table's models; nil when there is no such pair.
    private(set) var pair: (weak: Int, strong: Int)?
    private(set) var notes: [String] = []

    /// The models that are named; of two models the cheaper and worse one is weak.
    /// - Throws: `EvaluationError` of the codes `unknownName` and `impossible`
    init(weak: String?, strong: String?, table: OutcomeTable, fixed: FixedModels) throws(EvaluationError) {
        switch (weak, strong) {
        case (let weak?, let strong?):
            let places = (try Self.place(weak, table), try Self.place(strong, table))
            guard places.0 != places.1 else {
                throw EvaluationError(.impossible, "--weak and --strong name the same model", hint: "name two models")
            }
            guard fixed.points[places.1].quality > fixed.points[places.0].quality else {
                throw EvaluationError(
                    .impossible, "\(strong) is not better than \(weak) in this data, so that PGR is not defined",
                    hint: "exchange --weak and --strong, or name others")
            }
            pair = places
        case (nil, nil):
            guard table.models.count == 2 else { return }
            let (cheap, dear) = (fixed.cheapest, 1 - fixed.cheapest)
            if fixed.points[cheap].quality < fixed.points[dear].quality {
                pair = (cheap, dear)
            } else {
                notes.append(
                    "\(table.models[cheap]) is cheaper and no worse than the other model: there is no gap to recover.")
            }
        default:
            throw EvaluationError(.impossible, "--weak and --strong belong together", hint: "give both or neither")
        }
    }

    private static func place(_ name: String, _ table: OutcomeTable) throws(EvaluationError) -> Int {
        guard let place = table.models.firstIndex(of: name) else {
            throw EvaluationError(
                .unknownName, "the file has no model '\(name)'", hint: "it has: \(table.models.joined(separator: ", "))"
            )
        }
        return place
    }

    /// The strong model's score less the weak one's, for each prompt.
    func gains(_ table: OutcomeTable) -> [Double] {
        guard let pair else { return [] }
        let width = table.models.count
        return table.prompts.indices.map {
            table.scores[$0 * width + pair.strong] - table.scores[$0 * width + pair.weak]
        }
    }
}
