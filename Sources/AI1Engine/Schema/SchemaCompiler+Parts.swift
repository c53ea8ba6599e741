internal import AI1Core

extension SchemaCompiler {
    /// The rules about arrays.
    mutating func arrayRules(_ schema: JSONObject, at pointer: String) throws(SchemaError) -> ArrayRules {
        var rules = ArrayRules()
        if schema["prefixItems"] != nil { rules.prefix = try list("prefixItems", schema, at: pointer) }
        if case .array? = schema["items"] {
            throw Self.mistake(pointer, "items must be one schema; a list of schemas is prefixItems")
        }
        rules.items = try part("items", schema, at: pointer)
        rules.minItems = try count("minItems", schema, at: pointer)
        rules.maxItems = try count("maxItems", schema, at: pointer)
        rules.contains = try part("contains", schema, at: pointer)
        rules.minContains = try count("minContains", schema, at: pointer) ?? 1
        rules.maxContains = try count("maxContains", schema, at: pointer)
        if let value = schema["uniqueItems"] {
            guard let unique = value.bool else { throw Self.mistake(pointer, "uniqueItems must be true or false") }
            rules.unique = unique
        }
        return rules
    }

    /// The rules about objects.
    mutating func objectRules(_ schema: JSONObject, at pointer: String) throws(SchemaError) -> ObjectRules {
        var rules = ObjectRules()
        for (name, index) in try parts("properties", schema, at: pointer) { rules.properties[name] = index }
        for (text, index) in try parts("patternProperties", schema, at: pointer) {
            rules.patterns.append((try pattern(text, at: pointer), index))
        }
        rules.additional = try part("additionalProperties", schema, at: pointer)
        rules.names = try part("propertyNames", schema, at: pointer)
        rules.minProperties = try count("minProperties", schema, at: pointer)
        rules.maxProperties = try count("maxProperties", schema, at: pointer)
        if let value = schema["required"] { rules.required = try names(value, "required", at: pointer) }
        rules.dependentSchemas = try parts("dependentSchemas", schema, at: pointer)
        if let value = schema["dependentRequired"] {
            guard let members = value.object?.members else {
                throw Self.mistake(pointer, "dependentRequired must be an object")
            }
            for member in members {
                let needs = try names(member.value, "dependentRequired", at: pointer)
                rules.dependentRequired.append((member.name, needs))
            }
        }
        return rules
    }

    /// The rules that apply other schemas to the same value.
    mutating func combinators(_ schema: JSONObject, at pointer: String) throws(SchemaError) -> [SchemaRule] {
        var rules: [SchemaRule] = []
        if let value = schema["$ref"] {
            guard let text = value.string else { throw Self.mistake(pointer, "$ref must be a string") }
            rules.append(.reference(try reference(text, at: pointer)))
        }
        if schema["allOf"] != nil { rules.append(.allOf(try list("allOf", schema, at: pointer))) }
        if schema["anyOf"] != nil { rules.append(.anyOf(try list("anyOf", schema, at: pointer))) }
        if schema["oneOf"] != nil { rules.append(.oneOf(try list("oneOf", schema, at: pointer))) }
        if let index = try part("not", schema, at: pointer) { rules.append(.not(index)) }
        if let condition = try part("if", schema, at: pointer) {
            let then = try part("then", schema, at: pointer)
            let otherwise = try part("else", schema, at: pointer)
            rules.append(.conditional(condition: condition, then: then, otherwise: otherwise))
        }
        return rules
    }

    private mutating func part(_ name: String, _ schema: JSONObject, at pointer: String) throws(SchemaError) -> Int? {
        guard let value = schema[name] else { return nil }
        return try node(value, at: "\(pointer)/\(name)")
    }

    private mutating func list(_ name: String, _ schema: JSONObject, at pointer: String) throws(SchemaError) -> [Int] {
        guard let values = schema[name]?.array, !values.isEmpty else {
            throw Self.mistake(pointer, "\(name) must be a list of at least one schema")
        }
        var indices: [Int] = []
        for (index, value) in values.enumerated() { indices.append(try node(value, at: "\(pointer)/\(name)/\(index)")) }
        return indices
    }

    private mutating func parts(
        _ name: String, _ schema: JSONObject, at pointer: String
    ) throws(SchemaError) -> [(name: String, schema: Int)] {
        guard let value = schema[name] else { return [] }
        guard let members = value.object?.members else { throw Self.mistake(pointer, "\(name) must be an object") }
        var result: [(name: String, schema: Int)] = []
        for member in members {
            result.append(
                (member.name, try node(member.value, at: "\(pointer)/\(name)/\(JSONPointer.escape(member.name))")))
        }
        return result
    }

    private func names(_ value: JSONValue, _ keyword: String, at pointer: String) throws(SchemaError) -> [String] {
        guard let values = value.array else { throw Self.mistake(pointer, "\(keyword) must be a list of names") }
        var names: [String] = []
        for value in values {
            guard let name = value.string else { throw Self.mistake(pointer, "\(keyword) must be a list of names") }
            names.append(name)
        }
        return names
    }
}
