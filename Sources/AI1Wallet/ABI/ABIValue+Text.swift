extension ABIValue {
    /// Reads a value as command lines give it: `5`, `-5`, `0x…`, `true`, `[1,2]`, `(1,0x…)`, text as it is or in double
    /// quotes with JSON's escapes. Inside arrays and tuples, text with a comma, bracket or parenthesis needs the quotes.
    /// - Parameter address: reads an address, or a name for one
    /// - Throws: `WalletError` of code `invalidABI`, `malformed` or `checksum`; what `address` throws
    package init(
        text: String, as type: ABIType, address: @escaping (String) throws -> Address = { try Address($0) }
    ) throws {
        guard text.utf8.count <= ABILimits.valueLength else {
            throw WalletError(.invalidABI, "a value is longer than \(ABILimits.valueLength) characters")
        }
        if case .string = type, !text.hasPrefix("\"") {
            self = .string(text)
            return
        }
        var parser = ValueTextParser(text, address: address)
        self = try parser.value(as: type)
        try parser.finish()
    }
}
