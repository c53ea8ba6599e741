extension ABIType {
    /// A type without brackets or parentheses by its name; nil when there is none of that name.
    init?(elementary name: String) {
        switch name {
        case "address": self = .address
        case "bool": self = .bool
        case "bytes": self = .bytes
        case "string": self = .string
        case "function": self = .function
        case "byte": self = .fixedBytes(count: 1)
        case "uint": self = .uint(bits: 256)
        case "int": self = .int(bits: 256)
        case "fixed": self = .fixed(bits: 128, decimals: 18)
        case "ufixed": self = .ufixed(bits: 128, decimals: 18)
        default:
            guard let type = Self.sized(name) else { return nil }
            self = type
        }
    }

    private static func sized(_ name: String) -> ABIType? {
        if let bits = suffix(of: name, after: "uint").flatMap(bits) { return .uint(bits: bits) }
        if let bits = suffix(of: name, after: "int").flatMap(bits) { return .int(bits: bits) }
        if let count = suffix(of: name, after: "bytes").flatMap({ number($0, in: 1...32) }) {
            return .fixedBytes(count: count)
        }
        if let (bits, decimals) = suffix(of: name, after: "ufixed").flatMap(fixedSize) {
            return .ufixed(bits: bits, decimals: decimals)
        }
        if let (bits, decimals) = suffix(of: name, after: "fixed").flatMap(fixedSize) {
            return .fixed(bits: bits, decimals: decimals)
        }
        return nil
    }

    private static func suffix(of name: String, after prefix: String) -> Substring? {
        name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : nil
    }

    private static func bits(_ text: Substring) -> Int? {
        number(text, in: 8...256).flatMap { $0.isMultiple(of: 8) ? $0 : nil }
    }

    private static func fixedSize(_ text: Substring) -> (bits: Int, decimals: Int)? {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let bits = bits(parts[0]), let decimals = number(parts[1], in: 0...80) else {
            return nil
        }
        return (bits, decimals)
    }

    /// Decimal digits without leading zeros.
    static func number(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            text == "0" || text.first != "0", let number = Int(text), range.contains(number)
        else { return nil }
        return number
    }
}
