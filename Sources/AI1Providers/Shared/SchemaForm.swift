internal import AI1Core

/// JSON Schemas in the forms that providers take, and as words for those that take none.
enum SchemaForm {
    /// What the model is told when the provider cannot enforce a schema.
    static func prompt(_ schema: OutputSchema) -> String {
        "Answer with one JSON value that satisfies this JSON Schema, and with nothing else: "
            + plain(schema.schema).text
    }

    /// A system prompt with a schema's words after it.
    static func system(_ system: String?, with schema: OutputSchema?) -> String? {
        let words = schema.map(prompt)
        let texts = [system, words].compactMap { $0 }.filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// The schema without `$schema`, which says nothing about the value and is refused by some.
    static func plain(_ schema: JSONValue) -> JSONValue {
        guard var object = schema.object else { return schema }
        object["$schema"] = nil
        return .object(object)
    }

    /// Whether OpenAI's strict mode takes the schema: every object closed, and all its members required.
    static func isStrict(_ schema: JSONValue) -> Bool {
        var strict = schema["type"]?.string == "object" && schema["anyOf"] == nil
        visit(schema) { node in
            for name in ["allOf", "not", "if", "oneOf", "patternProperties", "dependentRequired"]
            where node[name] != nil {
                strict = false
            }
            guard node["type"]?.string == "object" || node["properties"] != nil else { return }
            let names = Set(node["properties"]?.object?.names ?? [])
            let required = Set((node["required"]?.array ?? []).compactMap(\.string))
            if names != required || node["additionalProperties"]?.bool != false { strict = false }
        }
        return strict
    }

    /// What Anthropic's grammar does not know: bounds are checked when the answer is there, like everything in the
    /// schema.
    private static let bounds: Set<String> = [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "maxItems",
        "uniqueItems", "minProperties", "maxProperties",
    ]

    /// The schema as Anthropic takes it: objects closed, bounds left out.
    static func closed(_ schema: JSONValue) -> JSONValue {
        map(plain(schema)) { node in
            for name in bounds { node[name] = nil }
            if let least = node["minItems"]?.number?.int64, least > 1 { node["minItems"] = nil }
            let isObject = node["type"]?.string == "object" || node["properties"] != nil
            if isObject, node["additionalProperties"]?.object == nil { node["additionalProperties"] = false }
        }
    }

    private static let single: Set<String> = ["items", "additionalProperties", "not", "if", "then", "else", "contains"]
    private static let lists: Set<String> = ["anyOf", "allOf", "oneOf", "prefixItems"]
    private static let maps: Set<String> = ["properties", "$defs", "definitions", "patternProperties"]

    /// Changes every schema inside a schema, the inner ones first. Members' names are not mistaken for keywords.
    private static func map(_ schema: JSONValue, _ change: (inout JSONObject) -> Void) -> JSONValue {
        guard var object = schema.object else { return schema }
        for (name, value) in object.members {
            if single.contains(name) {
                object[name] = map(value, change)
            } else if lists.contains(name), let elements = value.array {
                object[name] = .array(elements.map { map($0, change) })
            } else if maps.contains(name), var members = value.object {
                for member in members.members { members[member.name] = map(member.value, change) }
                object[name] = .object(members)
            }
        }
        change(&object)
        return .object(object)
    }

    private static func visit(_ schema: JSONValue, _ look: (JSONObject) -> Void) {
        _ = map(schema) { look($0) }
    }
}
