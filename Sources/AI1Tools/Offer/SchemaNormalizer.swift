internal import AI1Core

/// A stranger's input schema as every provider takes it: an object with properties, without what only some refuse, its texts
/// cleaned and bounded. The server still checks a call by its own schema; what is loosened here only shows the model less.
struct SchemaNormalizer {
    /// Deeper schemas are left out.
    static let deepest = 24
    /// Characters of a text inside a schema.
    static let longestText = 1_000

    /// Why a schema cannot be offered.
    enum Objection: Error, Hashable {
        case tooLarge
        case tooDeep
        /// The name of an argument that Anthropic refuses.
        case argumentName(String)
    }

    private let limitBytes: Int

    init(limitBytes: Int) { self.limitBytes = limitBytes }

    /// - Throws: `Objection`
    func normalized(_ schema: JSONValue) throws(Objection) -> JSONValue {
        guard schema.encoded().count <= limitBytes else { throw .tooLarge }
        var object = try clean(schema, depth: 0).object ?? [:]
        // OpenAI refuses these at the top, and a schema without a type or properties.
        for name in ["anyOf", "oneOf", "allOf", "enum", "not", "$schema", "$id"] { object[name] = nil }
        object["type"] = "object"
        if object["properties"]?.object == nil { object["properties"] = [:] }
        if object["required"]?.array?.allSatisfy({ $0.string != nil }) == false { object["required"] = nil }
        if object["required"]?.array == nil { object["required"] = nil }
        for name in object["properties"]?.object?.names ?? [] where !Self.isArgumentName(name) {
            throw .argumentName(TerminalCleaner.cleanLine(name, limit: 40))
        }
        return .object(object)
    }

    private func clean(_ value: JSONValue, depth: Int) throws(Objection) -> JSONValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        switch value {
        case .string(let text): return .string(Self.bounded(text))
        case .array(let elements):
            var cleaned: [JSONValue] = []
            for element in elements { cleaned.append(try clean(element, depth: depth + 1)) }
            return .array(cleaned)
        case .object(let object):
            var cleaned = JSONObject()
            for member in object.members {
                cleaned[TerminalCleaner.clean(member.name)] = try clean(member.value, depth: depth + 1)
            }
            // OpenAI wants to know what an array holds.
            if cleaned["type"]?.string == "array", cleaned["items"] == nil, cleaned["prefixItems"] == nil {
                cleaned["items"] = [:]
            }
            return .object(cleaned)
        case .null, .bool, .number: return value
        }
    }

    private static func bounded(_ text: String) -> String {
        let cleaned = TerminalCleaner.clean(text)
        return cleaned.count <= longestText ? cleaned : cleaned.prefix(longestText - 1) + "…"
    }

    private static func isArgumentName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2E
                    || $0 == 0x2D
            }
    }
}
