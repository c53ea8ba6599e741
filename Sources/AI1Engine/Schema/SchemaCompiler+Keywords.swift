internal import AI1Core

extension SchemaCompiler {
    /// Keywords that restrict values and that are not checked here: ignoring them would call wrong answers right.
    private static let unsupported = ["$dynamicRef", "$recursiveRef", "unevaluatedProperties", "unevaluatedItems"]

    /// The rules of one schema object. Unknown keywords (and `format`) say nothing, as the standard has it.
    mutating func rules(of schema: JSONObject, at pointer: String) throws(SchemaError) -> SchemaNode {
        for name in Self.unsupported where schema[name] != nil {
            throw Self.mistake(pointer, "\(name) is not supported")
        }
        var node = SchemaNode()
        if let value = schema["type"] {
            let types = try types(value, at: pointer)
            node.types = types
            node.rules.append(.types(types))
        }
        if let rule = try values(schema, at: pointer) { node.rules += rule }
        let number = try numberRules(schema, at: pointer)
        if !number.isEmpty { node.rules.append(.number(number)) }
        let string = try stringRules(schema, at: pointer)
        if !string.isEmpty { node.rules.append(.string(string)) }
        let array = try arrayRules(schema, at: pointer)
        if !array.isEmpty { node.rules.append(.array(array)) }
        let object = try objectRules(schema, at: pointer)
        if !object.isEmpty { node.rules.append(.object(object)) }
        node.rules += try combinators(schema, at: pointer)
        return node
    }

    private func types(_ value: JSONValue, at pointer: String) throws(SchemaError) -> SchemaTypes {
        let names = value.array ?? [value]
        var types: SchemaTypes = []
        for name in names {
            guard let text = name.string, let type = SchemaTypes(name: text) else {
                let known = SchemaTypes.named.map(\.name).joined(separator: ", ")
                throw Self.mistake(pointer, "type \(name.text) is none of \(known)")
            }
            types.formUnion(type)
        }
        guard !names.isEmpty else { throw Self.mistake(pointer, "type is an empty list") }
        return types
    }

    private func values(_ schema: JSONObject, at pointer: String) throws(SchemaError) -> [SchemaRule]? {
        var rules: [SchemaRule] = []
        if let value = schema["enum"] {
            guard let values = value.array, !values.isEmpty else {
                throw Self.mistake(pointer, "enum must be a list of at least one value")
            }
            let shown = values.prefix(8).map(\.text).joined(separator: ", ") + (values.count > 8 ? ", …" : "")
            let text = values.count == 1 ? shown : "one of \(shown)"
            rules.append(.oneOfValues(identities: Set(values.map(\.identity)), shown: text))
        }
        if let value = schema["const"] {
            rules.append(.oneOfValues(identities: [value.identity], shown: value.text))
        }
        return rules.isEmpty ? nil : rules
    }

    private func numberRules(_ schema: JSONObject, at pointer: String) throws(SchemaError) -> NumberRules {
        var rules = NumberRules()
        rules.minimum = try bound("minimum", schema, at: pointer)
        rules.maximum = try bound("maximum", schema, at: pointer)
        rules.exclusiveMinimum = try bound("exclusiveMinimum", schema, at: pointer)
        rules.exclusiveMaximum = try bound("exclusiveMaximum", schema, at: pointer)
        rules.multipleOf = try bound("multipleOf", schema, at: pointer)
        if let divisor = rules.multipleOf?.value {
            guard !divisor.negative, !divisor.isZero else {
                throw Self.mistake(pointer, "multipleOf must be above zero")
            }
            guard divisor.coefficient != nil else { throw Self.mistake(pointer, "multipleOf has more than 18 digits") }
        }
        return rules
    }

    private func bound(
        _ name: String, _ schema: JSONObject, at pointer: String
    ) throws(SchemaError) -> NumberRules.Bound? {
        guard let value = schema[name] else { return nil }
        guard let number = value.number else { throw Self.mistake(pointer, "\(name) must be a number") }
        return NumberRules.Bound(value: ExactDecimal(number.text), text: number.text)
    }

    private func stringRules(_ schema: JSONObject, at pointer: String) throws(SchemaError) -> StringRules {
        var rules = StringRules()
        rules.minLength = try count("minLength", schema, at: pointer)
        rules.maxLength = try count("maxLength", schema, at: pointer)
        if let value = schema["pattern"] {
            guard let text = value.string else { throw Self.mistake(pointer, "pattern must be a string") }
            rules.pattern = try pattern(text, at: pointer)
        }
        return rules
    }

    /// A regular expression of the schema.
    func pattern(_ text: String, at pointer: String) throws(SchemaError) -> Pattern {
        do throws(Pattern.Failure) {
            return try Pattern(text)
        } catch {
            throw Self.mistake(pointer, "the pattern \(TerminalCleaner.cleanLine(text, limit: 60)): \(error.reason)")
        }
    }

    /// A limit that counts something.
    func count(_ name: String, _ schema: JSONObject, at pointer: String) throws(SchemaError) -> Int64? {
        guard let value = schema[name] else { return nil }
        guard let number = value.number?.int64, number >= 0 else {
            throw Self.mistake(pointer, "\(name) must be a whole number, zero or more")
        }
        return number
    }
}
