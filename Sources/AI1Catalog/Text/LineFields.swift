internal import AI1Core

/// The fields of one line, separated by spaces, read from UTF-8 octets in place.
struct LineFields {
    let bytes: UnsafeBufferPointer<UInt8>
    let line: Int
    private var position: Int
    private let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, line: Int) {
        self.bytes = bytes
        self.line = line
        self.end = end
        position = start
    }

    /// The next field.
    mutating func next(_ what: StaticString) throws(CatalogProblem) -> Range<Int> {
        skipSpaces()
        let start = position
        while position < end, bytes[position] != Ascii.space { position += 1 }
        guard start < position else {
            throw CatalogProblem(.missingField, line: line, message: "the \(what) is missing")
        }
        return start..<position
    }

    /// Everything up to the end of the line.
    mutating func rest(_ what: StaticString) throws(CatalogProblem) -> Range<Int> {
        skipSpaces()
        guard position < end else {
            throw CatalogProblem(.missingField, line: line, message: "the \(what) is missing")
        }
        defer { position = end }
        return position..<end
    }

    private mutating func skipSpaces() {
        while position < end, bytes[position] == Ascii.space { position += 1 }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Whether a field is that single octet.
    func isOnly(_ range: Range<Int>, _ byte: UInt8) -> Bool { range.count == 1 && bytes[range.lowerBound] == byte }

    /// Text, or empty for `-`.
    func optionalText(_ range: Range<Int>) -> String { isOnly(range, Ascii.dash) ? "" : text(range) }

    /// Names separated by commas; none for `-`.
    func names(_ range: Range<Int>) -> [String] {
        if isOnly(range, Ascii.dash) { return [] }
        var names: [String] = []
        var start = range.lowerBound
        for index in range where bytes[index] == Ascii.comma {
            if start < index { names.append(text(start..<index)) }
            start = index + 1
        }
        if start < range.upperBound { names.append(text(start..<range.upperBound)) }
        return names
    }

    /// A whole number of at most eighteen digits.
    func whole(_ range: Range<Int>, _ what: StaticString) throws(CatalogProblem) -> Int {
        guard !range.isEmpty, range.count <= 18 else {
            throw CatalogProblem(.badNumber, line: line, message: "the \(what) is no whole number")
        }
        var value = 0
        for index in range {
            let digit = bytes[index] &- Ascii.zero
            guard digit <= 9 else {
                throw CatalogProblem(.badNumber, line: line, message: "the \(what) is no whole number")
            }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// A decimal number as an integer of its millionth part; more than six decimals, a sign or an exponent are refused.
    func millionths(_ range: Range<Int>) throws(CatalogProblem) -> Int64 {
        var value: Int64 = 0
        var decimals = -1
        for index in range {
            let byte = bytes[index]
            if byte == Ascii.point, decimals < 0 {
                decimals = 0
                continue
            }
            let digit = byte &- Ascii.zero
            guard digit <= 9, value < 1_000_000_000_000_000, decimals < 6 else { throw badPrice(range) }
            value = value * 10 + Int64(digit)
            if decimals >= 0 { decimals += 1 }
        }
        guard !range.isEmpty, decimals != 0 else { throw badPrice(range) }
        for _ in max(decimals, 0)..<6 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { throw badPrice(range) }
            value = product
        }
        return value
    }

    func badPrice(_ range: Range<Int>) -> CatalogProblem {
        CatalogProblem(
            .badPrice, line: line,
            message:
                "\"\(TerminalCleaner.cleanLine(text(range), limit: 40))\" is no price in US dollars per million tokens"
        )
    }
}

/// The octets that the text form gives a meaning.
enum Ascii {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let dash = UInt8(ascii: "-")
    static let comma = UInt8(ascii: ",")
    static let point = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let above = UInt8(ascii: ">")
    static let tilde = UInt8(ascii: "~")
    static let question = UInt8(ascii: "?")
    static let equals = UInt8(ascii: "=")
    static let at = UInt8(ascii: "@")
    static let backslash = UInt8(ascii: "\\")
    static let zero = UInt8(ascii: "0")
}
