extension JSONValue {
    /// The value as compact JSON text in UTF-8.
    package func encoded() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indent: nil, level: 0)
        return output
    }

    /// The value as JSON text with an indent of two spaces a level.
    package func prettyEncoded() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, indent: 2, level: 0)
        return output
    }

    /// The value as compact JSON text.
    package var text: String { String(decoding: encoded(), as: UTF8.self) }

    private func write(to output: inout [UInt8], indent: Int?, level: Int) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let text): JSONText.appendLiteral(text, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.breakLine(&output, indent, level + 1)
                element.write(to: &output, indent: indent, level: level + 1)
            }
            if !elements.isEmpty { Self.breakLine(&output, indent, level) }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            output.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.breakLine(&output, indent, level + 1)
                JSONText.appendLiteral(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                if indent != nil { output.append(0x20) }
                member.value.write(to: &output, indent: indent, level: level + 1)
            }
            if !object.members.isEmpty { Self.breakLine(&output, indent, level) }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func breakLine(_ output: inout [UInt8], _ indent: Int?, _ level: Int) {
        guard let indent else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: indent * level))
    }
}
