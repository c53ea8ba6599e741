package import AI1Core

/// The JSON of an answer: the whole text, or the content of the one fenced block that is the whole text.
package struct AnswerJSON: Sendable, Hashable {
    package let value: JSONValue
    /// The value as compact JSON text in UTF-8, members in the order in which they came.
    package let bytes: [UInt8]

    /// What became of the check of an answer.
    package enum Outcome: Sendable, Hashable {
        case satisfied(AnswerJSON)
        /// There is no JSON, or not JSON alone; says why.
        case noJSON(String)
        /// At most five violations.
        case violated(AnswerJSON, [SchemaViolation])
    }

    /// Why an answer is not JSON alone.
    package struct Mismatch: Error, Hashable {
        /// Lower case, one line.
        package let reason: String
    }

    /// Finds the JSON of an answer. Prose before or after it is a mismatch.
    /// - Throws: `AnswerJSON.Mismatch`
    package init(in answer: [UInt8]) throws(Mismatch) {
        do throws(JSONParser.Failure) {
            value = try JSONParser.parse(answer)
        } catch {
            guard let block = CodeBlock.first(in: answer) else {
                throw Mismatch(reason: "the answer is no JSON: expected \(error.expected) at byte \(error.offset)")
            }
            guard block.isWholeText, ["", "json"].contains(block.language.lowercased()) else {
                throw Mismatch(reason: "the answer has text around its JSON")
            }
            guard block.isClosed else { throw Mismatch(reason: "the answer's code block does not end") }
            do throws(JSONParser.Failure) {
                value = try JSONParser.parse(block.content)
            } catch {
                throw Mismatch(reason: "the answer's code block is no JSON: expected \(error.expected)")
            }
        }
        bytes = value.encoded()
    }

    /// Checks an answer against a schema.
    /// - Throws: `SchemaError` of code `tooMuchWork`
    package static func check(_ answer: [UInt8], against schema: JSONSchemaCheck) throws(SchemaError) -> Outcome {
        let json: AnswerJSON
        do throws(Mismatch) { json = try AnswerJSON(in: answer) } catch { return .noJSON(error.reason) }
        let violations = try schema.violations(in: json.value)
        return violations.isEmpty ? .satisfied(json) : .violated(json, violations)
    }
}
