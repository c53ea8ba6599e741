extension Style {
    /// Marks that may be had together, for running text.
    package struct Marks: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let bold = Marks(rawValue: 1)
        package static let dim = Marks(rawValue: 2)
        package static let italic = Marks(rawValue: 4)
        package static let underline = Marks(rawValue: 8)
        package static let red = Marks(rawValue: 16)
        package static let green = Marks(rawValue: 32)
        /// Code within text, and numbers in code.
        package static let cyan = Marks(rawValue: 64)

        /// By bit, what ECMA-48 calls it.
        fileprivate static let codes: [UInt8] = [1, 2, 3, 4, 31, 32, 36]
    }

    /// What switches the marks on; empty without colour or without marks. `ending` switches them off.
    package func beginning(_ marks: Marks) -> String {
        guard hasColor, !marks.isEmpty else { return "" }
        var text = "\u{1B}["
        for (bit, code) in Marks.codes.enumerated() where marks.rawValue & (1 << UInt8(bit)) != 0 {
            text += (text.utf8.count > 2 ? ";" : "") + "\(code)"
        }
        return text + "m"
    }

    /// What switches all marks off.
    package func ending(_ marks: Marks) -> String { hasColor && !marks.isEmpty ? "\u{1B}[0m" : "" }
}
