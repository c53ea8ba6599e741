internal import AI1Core

/// One schema, compiled: the rules that a value must satisfy together. Schemas name each other by their index.
struct SchemaNode: Sendable {
    var rules: [SchemaRule] = []
    /// The types that the schema allows by itself; nil when it says nothing.
    var types: SchemaTypes?
}

/// One rule of a schema, or the rules that concern one type of value.
enum SchemaRule: Sendable {
    case never
    case types(SchemaTypes)
    case oneOfValues(identities: Set<[UInt8]>, shown: String)
    case number(NumberRules)
    case string(StringRules)
    case array(ArrayRules)
    case object(ObjectRules)
    case reference(Int)
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case conditional(condition: Int, then: Int?, otherwise: Int?)

    /// The schemas that are applied to the same value again.
    var inPlace: [Int] {
        switch self {
        case .reference(let index), .not(let index): [index]
        case .allOf(let all), .anyOf(let all), .oneOf(let all): all
        case .conditional(let condition, let then, let otherwise): [condition] + [then, otherwise].compactMap { $0 }
        case .object(let rules): rules.dependentSchemas.map(\.schema)
        case .never, .types, .oneOfValues, .number, .string, .array: []
        }
    }
}

/// A set of JSON Schema's seven types.
struct SchemaTypes: OptionSet, Sendable {
    let rawValue: UInt8

    static let named: [(name: String, type: SchemaTypes)] = [
        ("null", .init(rawValue: 1)), ("boolean", .init(rawValue: 2)), ("integer", .init(rawValue: 4)),
        ("number", .init(rawValue: 8)), ("string", .init(rawValue: 16)), ("array", .init(rawValue: 32)),
        ("object", .init(rawValue: 64)),
    ]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init?(name: String) {
        guard let found = Self.named.first(where: { $0.name == name }) else { return nil }
        self = found.type
    }

    /// Whether the value's type is in the set; an integer is a number too.
    func allows(_ value: JSONValue) -> Bool {
        switch value {
        case .null: rawValue & 1 != 0
        case .bool: rawValue & 2 != 0
        case .number(let number):
            rawValue & 8 != 0 || (rawValue & 4 != 0 && ExactDecimal(number.text).isInteger)
        case .string: rawValue & 16 != 0
        case .array: rawValue & 32 != 0
        case .object: rawValue & 64 != 0
        }
    }

    /// `string or null`.
    var shown: String { Self.named.filter { contains($0.type) }.map(\.name).joined(separator: " or ") }
}

struct NumberRules: Sendable {
    var minimum: Bound?
    var maximum: Bound?
    var exclusiveMinimum: Bound?
    var exclusiveMaximum: Bound?
    var multipleOf: Bound?

    /// A limit and how its author wrote it.
    struct Bound: Sendable {
        let value: ExactDecimal
        let text: String
    }

    var isEmpty: Bool {
        minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil && multipleOf == nil
    }
}

struct StringRules: Sendable {
    var minLength: Int64?
    var maxLength: Int64?
    var pattern: Pattern?

    var isEmpty: Bool { minLength == nil && maxLength == nil && pattern == nil }
}

struct ArrayRules: Sendable {
    var prefix: [Int] = []
    var items: Int?
    var minItems: Int64?
    var maxItems: Int64?
    var unique = false
    var contains: Int?
    var minContains: Int64 = 1
    var maxContains: Int64?

    var isEmpty: Bool {
        prefix.isEmpty && items == nil && minItems == nil && maxItems == nil && !unique && contains == nil
    }
}

struct ObjectRules: Sendable {
    var properties: [String: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
    var names: Int?
    var required: [String] = []
    var minProperties: Int64?
    var maxProperties: Int64?
    var dependentRequired: [(name: String, needs: [String])] = []
    var dependentSchemas: [(name: String, schema: Int)] = []

    var isEmpty: Bool {
        properties.isEmpty && patterns.isEmpty && additional == nil && names == nil && required.isEmpty
            && minProperties == nil && maxProperties == nil && dependentRequired.isEmpty && dependentSchemas.isEmpty
    }
}
