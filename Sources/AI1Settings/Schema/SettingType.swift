internal import AI1Core

/// What a value must be. One place reads values, whether they come from a file or the environment.
enum SettingType: Sendable, Hashable {
    /// Any text that is not empty.
    case text
    /// Text that may have several lines.
    case paragraph
    case choice([String])
    /// One of these, from the loosest to the strictest.
    case level([String])
    case flag
    case integer(ClosedRange<Int64>)
    /// A decimal number from zero to a whole number.
    case decimal(upTo: Int64)
    case duration
    case money
    /// US dollars per million tokens.
    case price
    case url
    /// A list of URLs of JSON-RPC endpoints; one text alone is a list of one.
    case endpoints
    /// An account or contract: `0x` and 40 hexadecimal digits.
    case address
    case variableName
    case path
    case headerValue
    /// A list of texts; one text alone is a list of one.
    case texts
    /// A list of some of these.
    case choices([String])

    /// What is expected, after "must be".
    var expectation: String {
        switch self {
        case .text, .headerValue: "one line of text"
        case .paragraph: "text"
        case .choice(let names), .level(let names): "one of " + names.joined(separator: ", ")
        case .flag: "true or false"
        case .integer(let range) where range.upperBound == .max: "a whole number of at least \(range.lowerBound)"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .decimal(let limit): "a number from 0 to \(limit)"
        case .duration: "a time such as 30s, 500ms or 2m"
        case .money: "an amount such as 5c (credits) or $0.05"
        case .price: "US dollars per million tokens, such as 0.25"
        case .url: "an http or https URL without user name, query or fragment"
        case .endpoints: "http or https URLs without user name or fragment"
        case .address: "0x and 40 hexadecimal digits"
        case .variableName: "the name of an environment variable"
        case .path: "the path of a file"
        case .texts: "a list of names"
        case .choices(let names): "a list of some of " + names.joined(separator: ", ")
        }
    }

    /// Whether the value is a list in a file.
    var isList: Bool {
        switch self {
        case .texts, .choices, .endpoints: true
        default: false
        }
    }

    /// Reads one text; nil when it is not what this type expects.
    func read(_ text: String) -> SettingValue? {
        switch self {
        case .text, .path: Self.isLine(text) ? .text(text) : nil
        case .headerValue: text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 }) ? .text(text) : nil
        case .paragraph: text.isEmpty || text.utf8.contains(0) ? nil : .text(text)
        case .choice(let names), .level(let names): names.contains(text) ? .text(text) : nil
        case .flag: Self.flag(text)
        case .integer(let range): Self.integer(text, in: range)
        case .decimal(let limit): Self.decimal(text, upTo: limit)
        case .duration: DurationText.milliseconds(parsing: text).map(SettingValue.milliseconds)
        case .money: NanoUSD(parsing: text).map(SettingValue.money)
        case .price: TokenPrice(usdPerMillionTokens: text).map(SettingValue.price)
        case .url: BaseURL.normalized(text).map(SettingValue.text)
        case .endpoints: EndpointURL.normalized(text).map { .texts([$0]) }
        case .address: Self.isAddress(text) ? .text(text) : nil
        case .variableName: Self.isVariableName(text) ? .text(text) : nil
        case .texts: Self.isLine(text) ? .texts([text]) : nil
        case .choices(let names): names.contains(text) ? .texts([text]) : nil
        }
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static func flag(_ text: String) -> SettingValue? {
        switch text.lowercased() {
        case "true", "yes", "on", "1": .flag(true)
        case "false", "no", "off", "0": .flag(false)
        default: nil
        }
    }

    private static func integer(_ text: String, in range: ClosedRange<Int64>) -> SettingValue? {
        let digits = text.filter { $0 != "_" }
        guard let first = digits.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9"),
            let number = Int64(digits), range.contains(number)
        else { return nil }
        return .integer(number)
    }

    /// JSON's grammar, since temperatures are sent as they were written.
    private static func decimal(_ text: String, upTo limit: Int64) -> SettingValue? {
        guard let number = JSONNumber(text), let picos = DecimalText.scaled(text, by: 12, rounding: .down),
            picos >= 0, picos <= limit * 1_000_000_000_000
        else { return nil }
        return .decimal(number)
    }

    private static func isAddress(_ text: String) -> Bool {
        text.utf8.count == 42 && text.hasPrefix("0x")
            && text.utf8.dropFirst(2).allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
            }
    }

    static func isVariableName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 128 else { return false }
        let isDigit = first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
        return !isDigit
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
