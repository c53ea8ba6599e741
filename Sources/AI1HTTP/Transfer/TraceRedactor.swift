internal import AI1Core

/// Turns what libcurl tells about an exchange into lines that may be shown.
struct TraceRedactor {
    private let secrets: [[UInt8]]
    private static let replacement = Array("[redacted]".utf8)
    /// Fields whose value is never shown, whoever set them.
    private static let hiddenFields = ["authorization:", "proxy-authorization:", "cookie:", "set-cookie:"]
    private static let lineLimit = 2_000

    init(headers: [HTTPHeader]) {
        // The scheme in front of a key is no secret: what `redactedValue` keeps is shown.
        secrets = headers.compactMap { header in
            guard header.isSecret else { return nil }
            let shown = header.redactedValue.utf8.count - Self.replacement.count
            let secret = Array(header.value.utf8.dropFirst(shown))
            return secret.isEmpty ? nil : secret
        }
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
        let text = String(decoding: line, as: UTF8.self)
        let lower = text.lowercased()
        guard let field = Self.hiddenFields.first(where: { lower.hasPrefix($0) }), !text.contains("[redacted]") else {
            return text
        }
        return text.prefix(field.count) + " [redacted]"
    }

    private static func replace(_ secret: [UInt8], in line: inout [UInt8]) {
        var start = 0
        while start + secret.count <= line.count {
            if line[start..<(start + secret.count)].elementsEqual(secret) {
                line.replaceSubrange(start..<(start + secret.count), with: replacement)
                start += replacement.count
            } else {
                start += 1
            }
        }
    }
}
