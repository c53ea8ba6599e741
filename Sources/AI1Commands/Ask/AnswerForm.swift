internal import AI1Core
internal import AI1Engine

/// What a whole answer must be: JSON of a schema, or text with a code block.
struct AnswerForm {
    let asked: AskedRequest
    let extracts: Bool

    /// What is printed, and the JSON value of an answer that has a schema.
    struct Checked {
        var text: [UInt8]
        var data: JSONValue?
    }

    /// - Throws: `CommandError` of code `mismatch`; `SchemaError`
    func check(_ text: [UInt8]) throws -> Checked {
        if let schema = asked.schema {
            switch try AnswerJSON.check(text, against: JSONSchemaCheck(schema)) {
            case .satisfied(let answer): return Checked(text: answer.bytes, data: answer.value)
            case .violated(_, let violations):
                let first = violations.first?.description ?? "it does not match"
                throw CommandError(
                    .mismatch, message: "the answer does not match the schema: \(first)",
                    hint: "ask again, or choose a model with structured output: ai1 route models --can schema",
                    underlying: violations.map(\.description).joined(separator: "; "))
            case .noJSON(let reason):
                throw CommandError(
                    .mismatch, message: "\(reason)",
                    hint: "ask again, or choose a model with structured output: ai1 route models --can schema")
            }
        }
        guard extracts else { return Checked(text: text) }
        guard let block = CodeBlock.first(in: text) else {
            throw CommandError(
                .mismatch, message: "the answer has no code block", hint: "leave out -x to print the whole answer")
        }
        return Checked(text: block.content)
    }
}
