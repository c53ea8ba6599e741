/// Which field of a row is what, as the first line says.
struct OutcomeColumns {
    static let required = ["id", "prompt", "task", "model", "score", "cost_usd"]
    static let optional = ["input_tokens", "output_tokens", "split"]
    /// The first line in the order of the documentation.
    static let example = "id,prompt,task,model,score,cost_usd"

    let id: Int
    let prompt: Int
    let task: Int
    let model: Int
    let score: Int
    let cost: Int
    let inputTokens: Int?
    let outputTokens: Int?
    let split: Int?
    /// Fields that every row must have.
    let count: Int

    /// - Parameter names: the fields of the first line; others than those that are known are left alone
    /// - Throws: `EvaluationError` of code `header`
    init(_ names: [String]) throws(EvaluationError) {
        var places: [String: Int] = [:]
        for (index, name) in names.enumerated() where Self.required.contains(name) || Self.optional.contains(name) {
            guard places.updateValue(index, forKey: name) == nil else {
                throw EvaluationError(
                    .header, "the first line names the column \(name) twice", hint: "give one of them another name")
            }
        }
        let missing = Self.required.filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw EvaluationError(
                .header,
                "the first line does not name the column\(missing.count == 1 ? "" : "s") "
                    + missing.joined(separator: ", "),
                hint: "it must be: \(Self.example); after it input_tokens, output_tokens and split may follow")
        }
        func place(_ name: String) -> Int { places[name] ?? 0 }
        id = place("id")
        prompt = place("prompt")
        task = place("task")
        model = place("model")
        score = place("score")
        cost = place("cost_usd")
        inputTokens = places["input_tokens"]
        outputTokens = places["output_tokens"]
        split = places["split"]
        count = names.count
    }
}
