internal import AI1Core
internal import AI1Router

/// Reads recorded outcomes from octets in pieces of any size: one row a prompt and model. The texts of prompts are
/// looked
/// at as they pass and not kept.
package struct OutcomeReader {
    package static let maximumPrompts = 1_000_000
    package static let maximumOutcomes = 20_000_000
    static let maximumNameBytes = 256
    /// A thousand dollars: no answer costs more.
    static let maximumCostPicoUSD: Int64 = 1_000_000_000_000_000

    /// Whether a predictor is to look at the prompts.
    private let wantsFeatures: Bool
    /// The number of buckets of its features as a power of two.
    private let bucketBits: Int
    private var csv = CSVReader()
    private var columns: OutcomeColumns?
    private var models: [String] = []
    private var modelIndex: [String: Int] = [:]
    private var prompts: [PromptRecord] = []
    private var promptIndex: [String: Int] = [:]
    private var rows: [Row] = []
    private var seen: Set<UInt64> = []

    private struct Row {
        var prompt: Int32
        var model: Int32
        var score: Double
        var cost: Int64
    }

    /// - Parameter wantsFeatures: whether a predictor is to look at the prompts; one does anyway when the file has a
    ///   `split`
    package init(wantsFeatures: Bool, bucketBits: Int = PromptFeatures.defaultBucketBits) {
        self.wantsFeatures = wantsFeatures
        self.bucketBits = bucketBits
    }

    /// Takes the next octets.
    /// - Throws: `EvaluationError` of the codes `syntax`, `header`, `row` and `tooLarge`
    package mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(EvaluationError) {
        var position = 0
        while try csv.read(bytes, from: &position) { try take() }
    }

    /// The end of the input.
    /// - Throws: as `feed`; `tooFew` for a file without outcomes
    package mutating func finish() throws(EvaluationError) -> OutcomeTable {
        if try csv.finish() { try take() }
        guard columns != nil else {
            throw EvaluationError(
                .header, "the file is empty", hint: "its first line must be: \(OutcomeColumns.example)")
        }
        guard !rows.isEmpty else { throw EvaluationError(.tooFew, "the file has no row after the first line") }
        let order = models.indices.sorted { models[$0] < models[$1] }
        var place = order
        for (rank, index) in order.enumerated() { place[index] = rank }
        var table = OutcomeTable(
            models: order.map { models[$0] }, prompts: prompts,
            scores: [Double](repeating: .nan, count: prompts.count * models.count),
            costs: [Int64](repeating: 0, count: prompts.count * models.count), hasSplit: columns?.split != nil)
        for row in rows {
            let cell = Int(row.prompt) * models.count + place[Int(row.model)]
            table.scores[cell] = row.score
            table.costs[cell] = row.cost
        }
        return table
    }

    private mutating func take() throws(EvaluationError) {
        guard let columns else { return try takeHeader() }
        guard csv.count == columns.count else {
            throw row(
                "has \(csv.count) fields where the first line has \(columns.count)", "quote fields with commas in them")
        }
        let prompt = try prompt(columns)
        let model = try model(columns)
        guard seen.insert(UInt64(prompt) << 32 | UInt64(model)).inserted else {
            throw row(
                "a second outcome of \(models[model]) for id \(shown(prompts[prompt].id))",
                "keep one row for each id and model")
        }
        guard rows.count < Self.maximumOutcomes else {
            throw EvaluationError(.tooLarge, "the file has more than \(Self.maximumOutcomes) rows")
        }
        let fields = OutcomeFields(csv: csv, columns: columns)
        rows.append(
            Row(
                prompt: Int32(prompt), model: Int32(model), score: try fields.score(), cost: try fields.costPicoUSD()))
        try fields.checkTokens()
    }

    private mutating func takeHeader() throws(EvaluationError) {
        var names: [String] = []
        for index in 0..<csv.count { names.append(try OutcomeFields.text(csv, index, "the first line")) }
        columns = try OutcomeColumns(names.map { String($0.trimmingSpaces).lowercased() })
    }

    private mutating func model(_ columns: OutcomeColumns) throws(EvaluationError) -> Int {
        let name = try OutcomeFields.text(csv, columns.model, "model")
        if let index = modelIndex[name] { return index }
        guard !name.isEmpty, name.utf8.count <= Self.maximumNameBytes else {
            throw row("the model's name is empty or too long", "name the model as its provider does")
        }
        guard models.count < QualityPredictor.maximumModels else {
            throw EvaluationError(.tooLarge, "the file has more than \(QualityPredictor.maximumModels) models")
        }
        modelIndex[name] = models.count
        models.append(name)
        return models.count - 1
    }

    private mutating func prompt(_ columns: OutcomeColumns) throws(EvaluationError) -> Int {
        let id = try OutcomeFields.text(csv, columns.id, "id")
        let hash = csv.withField(columns.prompt, TextHash.of)
        let isEmpty = csv.withField(columns.prompt) { $0.isEmpty }
        let split = try split(columns)
        if let index = promptIndex[id] {
            let known = prompts[index]
            guard isEmpty || hash == known.textHash else {
                throw row(
                    "id \(shown(id)) has another prompt than on line \(known.line)", "give each prompt an id of its own"
                )
            }
            guard split == known.split else {
                throw row("id \(shown(id)) has another split than on line \(known.line)", "a prompt is train or test")
            }
            return index
        }
        guard !id.isEmpty, id.utf8.count <= Self.maximumNameBytes else {
            throw row("the id is empty or too long", "give each prompt an id of its own")
        }
        guard !isEmpty else {
            throw row("the prompt of id \(shown(id)) is empty", "its text must stand in the first row of that id")
        }
        guard prompts.count < Self.maximumPrompts else {
            throw EvaluationError(.tooLarge, "the file has more than \(Self.maximumPrompts) prompts")
        }
        let text = try OutcomeFields.text(csv, columns.prompt, "prompt")
        let request = ChatRequest(id: RequestID(high: 0, low: 0), messages: [.user(text)])
        var seen = RequestClassifier.features(of: request, outputLimit: nil)
        if let task = TaskKind(rawValue: try OutcomeFields.text(csv, columns.task, "task")) { seen.task = task }
        let features =
            wantsFeatures || columns.split != nil
            ? PromptFeatures(text: text, task: seen.task, bucketBits: bucketBits) : nil
        prompts.append(
            PromptRecord(
                id: id, line: csv.line, textHash: hash, lengthBytes: text.utf8.count, request: seen, split: split,
                features: features))
        promptIndex[id] = prompts.count - 1
        return prompts.count - 1
    }

    private func split(_ columns: OutcomeColumns) throws(EvaluationError) -> PromptRecord.Split? {
        guard let column = columns.split else { return nil }
        let text = try OutcomeFields.text(csv, column, "split")
        guard let split = PromptRecord.Split(rawValue: text) else {
            throw row("the split '\(shown(text))' is neither train nor test", "write train or test in every row")
        }
        return split
    }

    private func row(_ what: String, _ hint: String) -> EvaluationError {
        EvaluationError(.row, "line \(csv.line): \(what)", hint: hint)
    }

    private func shown(_ text: String) -> String { TerminalCleaner.cleanLine(text, limit: 40) }
}
