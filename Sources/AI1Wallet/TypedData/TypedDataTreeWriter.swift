/// Collects the lines of typed data.
struct TypedDataTreeWriter {
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
