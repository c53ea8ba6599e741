internal import AI1Core

/// Turns a provider's own words into text that may be shown: no control characters, no keys, bounded.
enum FaultText {
    /// The most of a provider's answer that is kept for `--verbose`, in octets.
    static let underlyingLimitBytes = 2_048

    /// One line for a message.
    static func line(_ words: String) -> String { TerminalCleaner.cleanLine(KeyMask.masked(words)) }

    /// The whole, cut at 2 KiB; nil when there is nothing.
    static func underlying(_ body: [UInt8]) -> String? {
        // More than is kept is read, so that no key is cut in two and missed.
        let read = String(decoding: body.prefix(4 * underlyingLimitBytes), as: UTF8.self)
        let bytes = Array(KeyMask.masked(TerminalCleaner.clean(read)).utf8)
        guard !bytes.isEmpty else { return nil }
        var end = min(bytes.count, underlyingLimitBytes)
        // Not in the middle of a character.
        while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }
}
