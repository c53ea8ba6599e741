internal import AI1Core

extension JSONValue {
    /// Octets that are equal for values that JSON Schema calls equal: members in any order, 1 the same as 1.0.
    var identity: [UInt8] {
        var output: [UInt8] = []
        appendIdentity(to: &output)
        return output
    }

    private func appendIdentity(to output: inout [UInt8]) {
        switch self {
        case .null: output.append(UInt8(ascii: "n"))
        case .bool(let value): output.append(value ? UInt8(ascii: "t") : UInt8(ascii: "f"))
        case .number(let number): output.append(contentsOf: ExactDecimal(number.text).canonicalText.utf8)
        case .string(let text): JSONText.appendLiteral(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for element in elements {
                element.appendIdentity(to: &output)
                output.append(UInt8(ascii: ","))
            }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            for member in object.members.sorted(by: {
                $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
            }) {
                JSONText.appendLiteral(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.appendIdentity(to: &output)
                output.append(UInt8(ascii: ","))
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// The name that JSON Schema gives the value's type.
    var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number(let number): ExactDecimal(number.text).isInteger ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
