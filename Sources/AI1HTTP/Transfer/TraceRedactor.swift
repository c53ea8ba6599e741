internal import AI1Core

/// Turns what libcurl tells about an exchange into lines that may be shown.
struct TraceRedactor {
    private let secrets: [[UInt8]]
    private let hiddenFields: [[UInt8]]
    private static let replacement = Array("[redacted]".utf8)
    /// The ends of the names of fields whose value is never shown, whoever set them.
    private static let hiddenFields = ["authorization:", "cookie:"].map { Array($0.utf8) }
    private static let lineLimit = 2_000
    /// A shorter key stands in other words by chance: it is hidden in its own field only.
    private static let shortestSecret = 4

    /// - Parameter words: what else must not be shown, such as a key in the URL
    init(headers: [HTTPHeader], words: [Secret] = []) {
        // The scheme in front of a key is no secret: what `redactedValue` keeps is shown.
        hiddenFields = Self.hiddenFields + headers.filter(\.isSecret).map { Array(($0.name.lowercased() + ":").utf8) }
        let inHeaders = headers.compactMap { header -> [UInt8]? in
            guard header.isSecret else { return nil }
            let shown = header.redactedValue.utf8.count - Self.replacement.count
            let secret = Array(header.value.utf8.dropFirst(shown))
            return secret.count < Self.shortestSecret ? nil : secret
        }
        secrets = inHeaders + words.map { Array($0.reveal().utf8) }.filter { $0.count >= Self.shortestSecret }
    }

    /// The lines of one piece, each behind `mark`.
    func lines(_ text: UnsafeRawBufferPointer, mark: String) -> [String] {
        text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { line in
            mark + " " + TerminalCleaner.cleanLine(redacted(Array(line)), limit: Self.lineLimit)
        }
    }

    private func redacted(_ line: [UInt8]) -> String {
        var line = line
        for secret in secrets { Self.replace(secret, in: &line) }
        let isRedacted = Self.index(of: Self.replacement, in: line, from: 0) != nil
        let lower = line.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        // Anywhere in the line: HTTP/2 shows fields as `[name: value]`.
        for field in hiddenFields where !isRedacted {
            guard let start = Self.index(of: field, in: lower, from: 0) else { continue }
            line.replaceSubrange((start + field.count)..., with: [0x20] + Self.replacement)
            break
        }
        return String(decoding: line, as: UTF8.self)
    }

    private static func replace(_ secret: [UInt8], in line: inout [UInt8]) {
        var start = 0
        while let found = index(of: secret, in: line, from: start) {
            line.replaceSubrange(found..<(found + secret.count), with: replacement)
            start = found + replacement.count
        }
    }

    private static func index(of part: [UInt8], in line: [UInt8], from start: Int) -> Int? {
        guard start + part.count <= line.count else { return nil }
        return (start...(line.count - part.count)).first { line[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
