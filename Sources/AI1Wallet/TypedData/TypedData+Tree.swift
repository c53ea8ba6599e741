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
