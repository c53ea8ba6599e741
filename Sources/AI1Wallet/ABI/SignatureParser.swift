/// Reads human-readable declarations: types, lists of parameters, whole signatures as Solidity writes them.
struct SignatureParser {
    private let bytes: [UInt8]
    private var position = 0
    private var typeCount = 0

    /// Words that may stand between a parameter's type and its name and say nothing about the encoding.
    private static let locations: Set<String> = ["memory", "calldata", "storage", "payable"]

    init(_ text: String) throws {
        guard text.utf8.count <= ABILimits.signatureLength else {
            throw WalletError(.invalidABI, "a signature is longer than \(ABILimits.signatureLength) characters")
        }
        bytes = Array(text.utf8)
    }

    /// Passes white space.
    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    /// Whether the next character is this one.
    mutating func isNext(_ character: Character) -> Bool {
        skipSpace()
        return position < bytes.count && bytes[position] == character.asciiValue
    }

    /// Passes a character if it is the next one.
    mutating func take(_ character: Character) -> Bool {
        guard isNext(character) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: Character) throws {
        guard take(character) else { throw failure("expected “\(character)”") }
    }

    /// The letters, digits, `_` and `$` that come next; nil without any.
    mutating func word() -> String? {
        skipSpace()
        let start = position
        while position < bytes.count, Self.isWordOctet(bytes[position]) { position += 1 }
        return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// - Throws: `WalletError` of code `invalidABI` when something follows
    mutating func finish() throws {
        _ = take(";")
        skipSpace()
        guard position == bytes.count else { throw failure("something follows the end") }
    }

    func failure(_ message: String) -> WalletError {
        WalletError(
            .invalidABI, "not a valid signature: \(message) at character \(position + 1)",
            hint: "write it as in \"transfer(address,uint256)\"")
    }

    /// `(type name, …)`.
    mutating func parameters(depth: Int = 0, allowsIndexed: Bool = false) throws -> [ABIParameter] {
        try expect("(")
        if take(")") { return [] }
        var parameters: [ABIParameter] = []
        repeat {
            parameters.append(try parameter(depth: depth, allowsIndexed: allowsIndexed))
        } while take(",")
        try expect(")")
        try ABIType.checkWords(of: parameters)
        return parameters
    }

    private mutating func parameter(depth: Int, allowsIndexed: Bool) throws -> ABIParameter {
        let type = try type(depth: depth)
        var isIndexed = false
        var name = ""
        while let word = word() {
            if allowsIndexed, word == "indexed", !isIndexed, name.isEmpty {
                isIndexed = true
            } else if !Self.locations.contains(word) || !name.isEmpty {
                guard name.isEmpty, Self.isIdentifier(word) else { throw failure("“\(word)” is no name") }
                name = word
            }
        }
        return ABIParameter(name: name, type: type, isIndexed: isIndexed)
    }

    /// A type with its array suffixes.
    mutating func type(depth: Int) throws -> ABIType {
        guard depth <= ABILimits.depth else { throw failure("nested deeper than \(ABILimits.depth)") }
        typeCount += 1
        guard typeCount <= ABILimits.types else { throw failure("more than \(ABILimits.types) types") }
        let type: ABIType
        if isNext("(") {
            type = try tuple(depth: depth)
        } else {
            guard let name = word() else { throw failure("expected a type") }
            if name == "tuple", isNext("(") {
                type = try tuple(depth: depth)
            } else {
                guard let elementary = ABIType(elementary: name) else { throw failure("“\(name)” is no type") }
                type = elementary
            }
        }
        return try arrays(of: type, depth: depth)
    }

    /// The type with the array suffixes that come next.
    mutating func arrays(of element: ABIType, depth: Int) throws -> ABIType {
        var type = element
        var level = depth
        guard level <= ABILimits.depth else { throw failure("nested deeper than \(ABILimits.depth)") }
        while take("[") {
            level += 1
            guard level <= ABILimits.depth else { throw failure("nested deeper than \(ABILimits.depth)") }
            if take("]") {
                type = .array(type)
                continue
            }
            guard let text = word(), let count = ABIType.number(text[...], in: 1...ABILimits.words) else {
                throw failure("a fixed array has 1 to \(ABILimits.words) elements")
            }
            try expect("]")
            type = .fixedArray(type, count: count)
            try ABIType.checkWords(of: [ABIParameter(type: type)])
        }
        return type
    }

    private mutating func tuple(depth: Int) throws -> ABIType {
        let members = try parameters(depth: depth + 1)
        guard !members.isEmpty else { throw failure("a tuple has members") }
        return .tuple(members)
    }

    private static func isWordOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24: true
        default: false
        }
    }

    /// Letters, digits, `_` and `$`, not beginning with a digit.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy(isWordOctet)
    }
}

extension ABIType {
    /// - Throws: `WalletError` of code `invalidABI` when the head of such a tuple is too large
    static func checkWords(of parameters: [ABIParameter]) throws {
        var words = 0
        for parameter in parameters {
            // Each part has passed this check before: its own count cannot overflow.
            words += max(parameter.type.headWords, parameter.type.innerWords)
            guard words <= ABILimits.words else {
                throw WalletError(.invalidABI, "a type has more than \(ABILimits.words) words")
            }
        }
    }
}
