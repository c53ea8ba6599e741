internal import AI1Core
internal import AI1Wallet

/// Texts that a token's contract gives, harmless for a terminal.
enum TokenText {
    /// Octets of a text that are looked at.
    private static let largestText = 4_096

    /// A `string`, or the `bytes32` of old tokens. Cleaned, on one line, at most `limit` characters.
    /// - Returns: nil when the octets are neither
    static func read(_ data: [UInt8], limit: Int) -> String? {
        if data.count == 32 {
            guard let end = data.lastIndex(where: { $0 != 0 }) else { return "" }
            return clean(data[...end], limit)
        }
        // Read as octets: a text that is not UTF-8 is shown as far as it goes.
        guard let text = try? ABICodec.decode(data, as: [.bytes], allowsTrailingData: true).first?.bytes else {
            return nil
        }
        return clean(text.prefix(largestText), limit)
    }

    /// Marks on one letter: more make a tower that covers the lines around it.
    private static let mostMarks = 2

    /// Without what cannot be seen: with it, two names that look the same would be different ones.
    private static func clean(_ bytes: some Collection<UInt8>, _ limit: Int) -> String {
        var text = String.UnicodeScalarView()
        var marks = 0
        for scalar in TerminalCleaner.cleanLine(String(decoding: bytes, as: UTF8.self), limit: limit).unicodeScalars {
            guard !VisibleText.isHidden(scalar) else { continue }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: marks += 1
            default: marks = 0
            }
            if marks <= mostMarks { text.append(scalar) }
        }
        return String(text)
    }
}
