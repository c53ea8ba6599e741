internal import AI1Core

/// Makes the simplest value that satisfies a JSON Schema: types, enum, const, required and optional properties, items,
/// bounds of numbers, lengths, the usual formats, anyOf, oneOf, allOf and local references. `pattern` and
/// `uniqueItems` are not understood.
struct SchemaSampler {
    /// References and nesting are followed so deep.
    private static let depthLimit = 32
    private static let countLimit = 1_000

    /// Values beyond so many are null: a schema may ask for more than anyone can send.
    private var budget = 10_000
    private let root: JSONValue

    private init(root: JSONValue) { self.root = root }

    static func sample(_ schema: JSONValue) -> JSONValue {
        var sampler = SchemaSampler(root: schema)
        return sampler.value(schema, name: "value", depth: 0)
    }

    private mutating func value(_ schema: JSONValue, name: String, depth: Int) -> JSONValue {
        budget -= 1
        guard depth < Self.depthLimit, budget > 0, schema.object != nil else { return .null }
        if let path = schema["$ref"]?.string {
            guard let target = resolve(path) else { return .null }
            return value(target, name: name, depth: depth + 1)
        }
        if let fixed = schema["const"] { return fixed }
        if let first = schema["enum"]?[0] { return first }
        if let parts = schema["allOf"]?.array {
            return value(merged(schema, parts), name: name, depth: depth + 1)
        }
        if let choice = (schema["anyOf"] ?? schema["oneOf"])?[0] {
            return value(choice, name: name, depth: depth + 1)
        }
        switch Self.type(of: schema) {
        case "object": return object(schema, depth)
        case "array": return array(schema, name, depth)
        case "integer": return Self.number(schema, integer: true)
        case "number": return Self.number(schema, integer: false)
        case "boolean": return true
        case "null": return .null
        default: return .string(Self.string(schema, name))
        }
    }

    private static func type(of schema: JSONValue) -> String {
        let named = schema["type"]?.string ?? schema["type"]?.array?.lazy.compactMap(\.string).first { $0 != "null" }
        // Google writes its types in capitals.
        if let named { return named.lowercased() }
        if schema["properties"] != nil { return "object" }
        if schema["items"] != nil || schema["prefixItems"] != nil { return "array" }
        return schema["minimum"] != nil || schema["maximum"] != nil ? "number" : "string"
    }

    private mutating func object(_ schema: JSONValue, _ depth: Int) -> JSONValue {
        var result = JSONObject()
        let required = Set(schema["required"]?.array?.compactMap(\.string) ?? [])
        let properties = schema["properties"]?.object ?? JSONObject()
        for (name, property) in properties.members where depth < Self.depthLimit / 2 || required.contains(name) {
            result[name] = value(property, name: name, depth: depth + 1)
        }
        for name in required.sorted() where result[name] == nil {
            let other = schema["additionalProperties"] ?? true
            result[name] = other.object == nil ? "simulated" : value(other, name: name, depth: depth + 1)
        }
        return .object(result)
    }

    private mutating func array(_ schema: JSONValue, _ name: String, _ depth: Int) -> JSONValue {
        var elements = (schema["prefixItems"]?.array ?? []).map { value($0, name: name, depth: depth + 1) }
        let least = schema["minItems"]?.number?.int64 ?? 0
        let most = schema["maxItems"]?.number?.int64 ?? .max
        let wanted = min(max(least, min(most, 1)), Int64(Self.countLimit))
        guard let items = schema["items"], items.object != nil else { return .array(elements) }
        while elements.count < wanted {
            elements.append(value(items, name: name, depth: depth + 1))
        }
        return .array(elements)
    }

    private static func number(_ schema: JSONValue, integer: Bool) -> JSONValue {
        let low = schema["minimum"]?.number?.double
        let lowOpen = schema["exclusiveMinimum"]?.number?.double
        let high = schema["maximum"]?.number?.double
        let highOpen = schema["exclusiveMaximum"]?.number?.double
        let step = schema["multipleOf"]?.number?.double ?? (integer ? 1 : 0)
        var value = 1.0
        if let low, value < low { value = low }
        if let lowOpen, value <= lowOpen { value = lowOpen + (step > 0 ? step : 1) }
        if let high, value > high { value = high }
        if let highOpen, value >= highOpen {
            value = lowOpen.map { ($0 + highOpen) / 2 } ?? highOpen - (step > 0 ? step : 1)
        }
        if step > 0 {
            value = (value / step).rounded(.up) * step
            if let high, value > high { value -= step }
            if let highOpen, value >= highOpen { value -= step }
        }
        if let whole = Int64(exactly: value) { return .integer(whole) }
        return .number(JSONNumber("\(value)") ?? JSONNumber(0))
    }

    private static func string(_ schema: JSONValue, _ name: String) -> String {
        var text =
            switch schema["format"]?.string {
            case "date": "2026-01-01"
            case "date-time": "2026-01-01T00:00:00Z"
            case "time": "00:00:00Z"
            case "duration": "PT1S"
            case "email": "simulated@example.com"
            case "hostname": "example.com"
            case "ipv4": "127.0.0.1"
            case "ipv6": "::1"
            case "uri", "url": "https://example.com/simulated"
            case "uuid": "00000000-0000-4000-8000-000000000000"
            default: "simulated \(name)"
            }
        let least = Int(clamping: min(schema["minLength"]?.number?.int64 ?? 0, 100_000))
        let most = Int(clamping: schema["maxLength"]?.number?.int64 ?? .max)
        if text.unicodeScalars.count < least {
            text += String(repeating: "x", count: least - text.unicodeScalars.count)
        }
        if text.unicodeScalars.count > most {
            text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, most))))
        }
        return text
    }

    private func merged(_ schema: JSONValue, _ parts: [JSONValue]) -> JSONValue {
        var result = schema.object ?? JSONObject()
        result["allOf"] = nil
        for part in parts {
            let part = part["$ref"]?.string.flatMap { resolve($0) } ?? part
            for (name, value) in part.object?.members ?? [] {
                switch (result[name], value) {
                case (.object(var old)?, .object(let new)):
                    for member in new.members { old[member.name] = member.value }
                    result[name] = .object(old)
                case (.array(let old)?, .array(let new)) where name == "required": result[name] = .array(old + new)
                default: result[name] = value
                }
            }
        }
        return .object(result)
    }

    /// A reference inside the same document: `#`, `#/$defs/name` (RFC 6901).
    private func resolve(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#") else { return nil }
        var value: JSONValue? = root
        for part in reference.dropFirst().split(separator: "/") {
            let name = Self.unescaped(part)
            value = Int(name).flatMap { value?[$0] } ?? value?[name]
        }
        return value
    }

    private static func unescaped(_ part: Substring) -> String {
        var text = ""
        var tilde = false
        for character in part {
            if tilde {
                text.append(character == "1" ? "/" : character == "0" ? "~" : character)
                tilde = false
            } else if character == "~" {
                tilde = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
