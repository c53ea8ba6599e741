internal import AI1Core

extension ABIValue {
    /// Characters of a text or octets that are shown; elements of an array that are shown.
    private static let shownLength = 96
    private static let shownElements = 12

    /// On one line for people, long values cut. Text is in quotes and cleaned.
    /// - Parameter names: what an address is called; nil shows the address
    package func words(names: (Address) -> String? = { _ in nil }) -> String {
        switch self {
        case .uint(let value): value.decimal
        case .int(let value): value.decimal
        case .address(let value): names(value) ?? value.checksummed
        case .bool(let value): value ? "true" : "false"
        case .bytes(let value):
            HexText.encode(value.prefix(Self.shownLength / 2)) + (value.count > Self.shownLength / 2 ? "…" : "")
        case .string(let value): "“\(TerminalCleaner.cleanLine(value, limit: Self.shownLength))”"
        case .array(let elements): "[\(Self.list(elements, names))]"
        case .tuple(let elements): "(\(Self.list(elements, names)))"
        }
    }

    private static func list(_ elements: [ABIValue], _ names: (Address) -> String?) -> String {
        var parts = elements.prefix(shownElements).map { $0.words(names: names) }
        if elements.count > shownElements { parts.append("… \(elements.count - shownElements) more") }
        return parts.joined(separator: ", ")
    }
}
