package import AI1Core

/// The short form of a schema: `name, age int, tags [string], born str?: year of birth`.
///
/// Fields are separated by commas or lines. A field is a name, then perhaps a type, then perhaps `:` and a description,
/// which goes on to the next comma, or to the end of its line in a text of several lines. Types are `str string int
/// integer float number bool boolean` and `[type]`; without one it is a string. A `?` at the end allows null. Every
/// field is required and no other is allowed.
package enum SchemaShorthand {
    /// More fields are refused: providers refuse them too.
    package static let maximumFields = 100
    /// Arrays within arrays.
    package static let maximumArrayDepth = 5
    /// A name that providers accept as a property key is at most this long.
    package static let maximumNameLength = 64

    private static let types: [(word: String, type: String)] = [
        ("str", "string"), ("string", "string"), ("int", "integer"), ("integer", "integer"), ("float", "number"),
        ("number", "number"), ("bool", "boolean"), ("boolean", "boolean"),
    ]

    /// The JSON Schema that a text in the short form stands for.
    /// - Throws: `SchemaError` of code `shorthand`
    package static func parse(_ text: String) throws(SchemaError) -> JSONValue {
        var properties = JSONObject()
        var names: [JSONValue] = []
        for field in try fields(text) {
            let (name, schema) = try parseField(field)
            guard properties[name] == nil else { throw mistake("the field \(name) is there twice") }
            guard names.count < maximumFields else { throw mistake("more than \(maximumFields) fields") }
            properties[name] = schema
            names.append(.string(name))
        }
        guard !names.isEmpty else { throw mistake("no field is named") }
        return [
            "type": "object", "properties": .object(properties), "required": .array(names),
            "additionalProperties": false,
        ]
    }

    private struct Field {
        let definition: Substring
        let description: Substring?
    }

    /// The fields of all lines; empty ones are left out.
    private static func fields(_ text: String) throws(SchemaError) -> [Field] {
        let lines = text.split(whereSeparator: \.isNewline)
        var fields: [Field] = []
        for line in lines {
            var rest = line
            while !rest.isEmpty {
                let end = rest.firstIndex { $0 == "," || $0 == ":" } ?? rest.endIndex
                let definition = trimmed(rest[..<end])
                guard end < rest.endIndex, rest[end] == ":" else {
                    if !definition.isEmpty { fields.append(Field(definition: definition, description: nil)) }
                    rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
                    continue
                }
                let tail = rest[rest.index(after: end)...]
                let stop = lines.count > 1 ? tail.endIndex : tail.firstIndex(of: ",") ?? tail.endIndex
                guard !definition.isEmpty else { throw mistake("a description has no field before it") }
                fields.append(Field(definition: definition, description: trimmed(tail[..<stop])))
                rest = stop < tail.endIndex ? tail[tail.index(after: stop)...] : ""
            }
        }
        return fields
    }

    private static func parseField(_ field: Field) throws(SchemaError) -> (String, JSONValue) {
        var words = field.definition.split(whereSeparator: \.isWhitespace).map(String.init)
        var name = words.removeFirst()
        var type = words.joined()
        if type.isEmpty, name.hasSuffix("?") {
            name.removeLast()
            type = "string?"
        }
        guard !name.isEmpty, name.unicodeScalars.count <= maximumNameLength,
            name.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.".unicodeScalars.contains($0)
            })
        else {
            throw mistake("\(name) is no field name: letters, digits, _ - . and at most \(maximumNameLength) of them")
        }
        var schema = try schema(type.isEmpty ? "string" : type, field: name, depth: 0)
        if let description = field.description, !description.isEmpty {
            schema["description"] = .string(String(description))
        }
        return (name, .object(schema))
    }

    private static func schema(_ word: String, field: String, depth: Int) throws(SchemaError) -> JSONObject {
        var word = word
        let nullable = word.hasSuffix("?")
        if nullable { word.removeLast() }
        var schema: JSONObject
        let type: String
        if word.hasPrefix("["), word.hasSuffix("]") {
            guard depth < maximumArrayDepth else { throw mistake("the arrays of \(field) are nested too deeply") }
            type = "array"
            let inner = String(word.dropFirst().dropLast())
            schema = [
                "items": .object(try Self.schema(inner.isEmpty ? "string" : inner, field: field, depth: depth + 1))
            ]
        } else {
            guard let known = types.first(where: { $0.word == word.lowercased() }) else {
                throw unknownType(word, field: field)
            }
            type = known.type
            schema = [:]
        }
        let head: JSONObject = ["type": nullable ? [.string(type), "null"] : .string(type)]
        return schema.members.reduce(into: head) { $0[$1.name] = $1.value }
    }

    private static func unknownType(_ word: String, field: String) -> SchemaError {
        let near = Suggestions.near(word, among: types.map(\.word), limit: 1).first
        let known = "types are str, int, float, bool, and [type] for a list"
        return SchemaError(
            .shorthand,
            message: "the schema gives \(field) the unknown type \(TerminalCleaner.cleanLine(word, limit: 40))",
            hint: near.map { "did you mean \($0)? \(known)" } ?? known)
    }

    private static func mistake(_ what: String) -> SchemaError {
        SchemaError(
            .shorthand, message: "the schema cannot be read: \(TerminalCleaner.cleanLine(what))",
            hint: "write it like \"name, age int, tags [str]\", or as JSON Schema")
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
