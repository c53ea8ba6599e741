/// Amounts as bars of characters: blocks where the locale has them, ASCII elsewhere.
package struct BarText: Sendable, Hashable {
    private static let levels = Array("▁▂▃▄▅▆▇█")
    private static let plainLevels = Array("_.-=+*%#")
    /// Eighths of a column.
    private static let eighths = Array("▏▎▍▌▋▊▉█")

    package let hasBlocks: Bool

    package init(hasBlocks: Bool) { self.hasBlocks = hasBlocks }

    /// - Parameter environment: of LC_ALL, LC_CTYPE and LANG the first that is not empty says which characters there are
    package init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let letters = locale.lowercased().filter { $0 != "-" }
        hasBlocks = letters.hasSuffix("utf8") || letters.contains("utf8@") || letters == "utf8"
    }

    /// One character for each amount, as high as it is to the largest. Only nothing is drawn as nothing.
    package func line(_ amounts: [Int64]) -> String {
        let levels = hasBlocks ? Self.levels : Self.plainLevels
        let largest = amounts.max() ?? 0
        return String(
            amounts.map { amount in
                guard amount > 0, largest > 0 else { return levels[0] }
                // The lowest level stands for nothing, the highest for the largest; halves go up.
                let steps = Int128(levels.count - 1)
                let step = (Int128(amount) * steps * 2 + Int128(largest)) / (Int128(largest) * 2)
                return levels[Int(max(1, min(step, steps)))]
            })
    }

    /// A bar from the left, as long as the amount is to the largest. What is not nothing has a mark at least.
    /// - Parameter width: columns of the largest amount
    package func bar(_ amount: Int64, of largest: Int64, width: Int) -> String {
        guard amount > 0, largest > 0, width > 0 else { return "" }
        let parts = Int128(width) * (hasBlocks ? 8 : 1)
        let length = Int(max(1, min(parts, (Int128(amount) * parts * 2 + Int128(largest)) / (Int128(largest) * 2))))
        guard hasBlocks else { return String(repeating: "#", count: length) }
        let rest = length % 8
        return String(repeating: "█", count: length / 8) + (rest == 0 ? "" : String(Self.eighths[rest - 1]))
    }
}
