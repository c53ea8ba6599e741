internal import AI1Core

/// How long a provider asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110, section
/// 10.2.3).
enum RetryDelay {
    /// The delay from an answer's header, in milliseconds; nil when there is none that can be read.
    static func milliseconds(_ head: HTTPHead) -> Int64? {
        if let text = head["retry-after-ms"], let value = scaled(text, by: 0) { return value }
        guard let text = head["retry-after"] else { return nil }
        if let value = milliseconds(seconds: text) { return value }
        // The provider's own clock is the one that its date is about.
        guard let until = HTTPDate.seconds(text), let now = head["date"].flatMap(HTTPDate.seconds) else { return nil }
        return max(0, until - now) * 1_000
    }

    /// A number of seconds as milliseconds, rounded up.
    static func milliseconds(seconds text: String) -> Int64? { scaled(text, by: 3) }

    private static func scaled(_ text: String, by places: Int) -> Int64? {
        let trimmed = text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        guard let value = DecimalText.scaled(trimmed, by: places, rounding: .up), value >= 0 else { return nil }
        return value
    }
}
