internal import AI1Core

/// How long an endpoint asks to wait (RFC 9110, section 10.2.3).
enum RetryAfter {
    private static let longestSeconds: Int64 = 86_400

    /// Milliseconds of a `Retry-After` in whole seconds; nil when there is none. Its form with a date is left out: endpoints
    /// of chains do not use it, and the ordinary back-off serves.
    static func milliseconds(_ head: HTTPHead) -> Int64? {
        guard let text = head["retry-after"], let seconds = DecimalText.scaled(text, by: 0, rounding: .up),
            seconds >= 0
        else { return nil }
        return min(seconds, longestSeconds) * 1_000
    }
}
