internal import AI1Core

/// Why a contract reverted, as far as the data it gave back tells.
package struct RevertReason: Sendable, Hashable {
    /// One line for people: cleaned, and at most `maximumLength` characters.
    package let words: String
    /// The error as it is hashed, `Error(string)`; nil when it is not known or could not be read.
    package let signature: String?
    /// The error's parameters; empty when `signature` is nil.
    package let values: [ABIValue]
    package let data: [UInt8]

    /// Characters of `words`: a contract may give back megabytes.
    package static let maximumLength = 400
    /// Octets of unknown data that are shown.
    private static let shownOctets = 36

    private static let error: [UInt8] = [0x08, 0xC3, 0x79, 0xA0]
    private static let panic: [UInt8] = [0x4E, 0x48, 0x7B, 0x71]

    private init(_ words: String, signature: String? = nil, values: [ABIValue] = [], data: [UInt8]) {
        self.words = TerminalCleaner.cleanLine(words, limit: Self.maximumLength)
        self.signature = signature
        self.values = values
        self.data = data
    }

    /// Reads `Error(string)`, `Panic(uint256)`, the errors that are given, and those of ERC-6093 and ERC-2612.
    /// - Parameter errors: what the contract declares; they come before the common ones
    /// - Parameter names: what an address is called; nil shows the address
    package static func decode(
        _ data: [UInt8], errors: [ABIErrorDeclaration] = [], names: (Address) -> String? = { _ in nil }
    ) -> RevertReason {
        guard !data.isEmpty else { return RevertReason("no reason was given", data: data) }
        if data.starts(with: error), let reason = message(data) { return reason }
        if data.starts(with: panic), let values = decoded(data, as: [.uint256]), let code = values[0].uint {
            return RevertReason(
                "\(PanicCode.words(code)) (panic \(code.hex))", signature: "Panic(uint256)", values: values, data: data)
        }
        for declaration in errors where data.starts(with: declaration.selector) {
            guard let values = try? declaration.decode(data) else { continue }
            return RevertReason(
                call(declaration, values, names), signature: declaration.signature, values: values, data: data)
        }
        for known in KnownErrors.all where data.starts(with: known.declaration.selector) {
            guard let values = try? known.declaration.decode(data) else { continue }
            return RevertReason(
                "\(known.words): \(call(known.declaration, values, names))", signature: known.declaration.signature,
                values: values, data: data)
        }
        return unknown(data)
    }

    /// `Error(string)`, read as octets: its text need not be UTF-8 to be shown.
    private static func message(_ data: [UInt8]) -> RevertReason? {
        guard let octets = decoded(data, as: [.bytes])?[0].bytes else { return nil }
        let text = String(decoding: octets.prefix(maximumLength * 4), as: UTF8.self)
        let line = TerminalCleaner.cleanLine(text, limit: maximumLength)
        return RevertReason(
            line.isEmpty ? "an empty message was given" : line, signature: "Error(string)", values: [.string(text)],
            data: data)
    }

    private static func decoded(_ data: [UInt8], as types: [ABIType]) -> [ABIValue]? {
        try? ABICodec.decode(Array(data.dropFirst(4)), as: types, allowsTrailingData: true)
    }

    private static func call(
        _ declaration: ABIErrorDeclaration, _ values: [ABIValue], _ names: (Address) -> String?
    ) -> String {
        let parts = zip(declaration.inputs, values).map { parameter, value in
            (parameter.name.isEmpty ? "" : parameter.name + " ") + value.words(names: names)
        }
        return "\(declaration.name)(\(parts.joined(separator: ", ")))"
    }

    private static func unknown(_ data: [UInt8]) -> RevertReason {
        let shown = HexText.encode(data.prefix(shownOctets)) + (data.count > shownOctets ? "…" : "")
        guard data.count >= 4 else { return RevertReason("data that is no error: \(shown)", data: data) }
        let selector = HexText.encode(data.prefix(4))
        return RevertReason(
            data.count == 4
                ? "an unknown error \(selector)" : "an unknown error \(selector) (\(data.count) octets: \(shown))",
            data: data)
    }
}

extension RevertReason: CustomStringConvertible {
    package var description: String { words }
}
