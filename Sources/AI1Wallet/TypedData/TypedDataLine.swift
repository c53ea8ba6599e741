/// A line of typed data as it is shown to the person who signs it.
package struct TypedDataLine: Sendable, Hashable {
    /// 0 for the domain and the message, one more for each structure or array around it.
    package let level: Int
    package let name: String
    package let type: String
    /// nil for a structure or array whose parts follow.
    package let value: String?
}

extension TypedData {
    /// Domain and message, all of them, one value a line.
    /// - Parameter names: what an address is called; nil shows the address alone
    package func tree(names: @escaping (Address) -> String? = { _ in nil }) -> [TypedDataLine] {
        var writer = TypedDataTreeWriter(names: names)
        writer.add("domain", type: domain.name, .structure(domain), level: 0)
        writer.add("message", type: primaryType, .structure(message), level: 0)
        return writer.lines
    }

    /// The tree as text, with names and types in columns.
    package func treeLines(names: @escaping (Address) -> String? = { _ in nil }) -> [String] {
        let lines = tree(names: names)
        let nameWidth = min(lines.map { $0.level * 2 + $0.name.count }.max() ?? 0, Self.maximumColumnWidth)
        let typeWidth = min(lines.filter { $0.value != nil }.map(\.type.count).max() ?? 0, Self.maximumColumnWidth)
        return lines.map { line in
            let name = Self.padded(String(repeating: " ", count: line.level * 2) + line.name, to: nameWidth)
            guard let value = line.value else { return "\(name)  \(line.type)" }
            return "\(name)  \(Self.padded(line.type, to: typeWidth))  \(value)"
        }
    }

    /// Characters of a column: longer ones push what follows to the right.
    private static let maximumColumnWidth = 32

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

/// Collects the lines of typed data.
private struct TypedDataTreeWriter {
    let names: (Address) -> String?
    private(set) var lines: [TypedDataLine] = []

    init(names: @escaping (Address) -> String?) { self.names = names }

    mutating func add(_ name: String, type: String, _ value: TypedValue, level: Int) {
        func line(_ text: String?) { lines.append(TypedDataLine(level: level, name: name, type: type, value: text)) }
        switch value {
        case .elementary(let value, _): line(text(value))
        case .structure(nil): line("none (null)")
        case .structure(let structure?):
            line(structure.fields.isEmpty ? "no members" : nil)
            for field in structure.fields { add(field.name, type: field.type.name, field.value, level: level + 1) }
        case .array(let elements):
            line(elements.isEmpty ? "no elements" : nil)
            let element = String(type.prefix(upTo: type.lastIndex(of: "[") ?? type.endIndex))
            for (index, value) in elements.enumerated() { add("[\(index)]", type: element, value, level: level + 1) }
        }
    }

    /// All of a value: what is not shown would be signed unseen.
    private func text(_ value: ABIValue) -> String {
        switch value {
        case .address(let address): address.checksummed + (names(address).map { " \($0)" } ?? "")
        case .string(let text): VisibleText.quoted(text)
        case .bytes(let bytes): bytes.count <= Self.shownOctets ? HexText.encode(bytes) : cut(bytes)
        case .uint(let number) where number.isUnlimitedAllowance: "\(number.decimal) (as good as unlimited)"
        case .uint, .int, .bool, .array, .tuple: value.words(names: names)
        }
    }

    /// Octets that are shown of one value.
    private static let shownOctets = 1_024

    private func cut(_ bytes: [UInt8]) -> String {
        "\(HexText.encode(bytes.prefix(Self.shownOctets)))… \(bytes.count - Self.shownOctets) more octets, "
            + "in all Keccak-256 \(Keccak256.hash(bytes).hex)"
    }
}
