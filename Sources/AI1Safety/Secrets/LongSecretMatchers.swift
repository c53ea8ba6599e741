/// JSON Web Tokens (RFC 7519) in compact form: three parts of base64url, the first two JSON objects.
enum JWTMatcher {
    /// The longest that is recognised, in octets.
    static let longest = 8_192
    private static let opening = Array("eyJ".utf8)

    static func match(_ window: Window, _ start: Int, known: Int) -> Match {
        if start > 0, window.isIn(ByteClass.dotted, start - 1) { return .none }
        switch window.has(opening, at: start) {
        case false?: return .none
        case nil: return .unfinished(known: 0)
        case true?: break
        }
        var end = window.run(of: ByteClass.dotted, from: start, known: known, limit: longest)
        if end == window.count, !window.isEnd, end - start < longest { return .unfinished(known: end - start) }
        while end > start, window[end - 1] == UInt8(ascii: ".") { end -= 1 }
        let dots = (start..<end).filter { window[$0] == UInt8(ascii: ".") }
        // Three parts are signed, five are encrypted (RFC 7516): both open doors.
        guard dots.count == 2 || dots.count == 4, dots[0] - start >= 12, end - dots[dots.count - 1] > 16 else {
            return .none
        }
        guard dots.count == 4 || window.has(opening, at: dots[0] + 1) == true else { return .none }
        return .found(.jwt, start..<end)
    }
}

/// Private keys in PEM (RFC 7468) and OpenPGP armour, whole or broken off. What is between the hyphens of the first line
/// and those of the last is the finding.
enum PEMMatcher {
    /// The longest body that is followed, in octets; a key of 16,384 bits has 13 KB.
    static let longest = 32_768
    private static let opening = Array("BEGIN ".utf8)
    private static let closing = Array("-----END ".utf8)
    /// Base64 that must have come before it counts as a key: the first line alone stands in every manual.
    private static let leastBody = 40
    private static let longestLabel = 40

    static func match(_ window: Window, _ start: Int, known: Int) -> Match {
        guard start >= 5, (1...5).allSatisfy({ window[start - $0] == 0x2D }) else { return .none }
        switch window.has(opening, at: start) {
        case false?: return .none
        case nil: return .unfinished(known: 0)
        case true?: break
        }
        guard let label = label(window, start + opening.count) else { return .none }
        if label == window.count { return window.isEnd ? .none : .unfinished(known: 0) }
        let limit = min(window.count, label + longest)
        var index = max(label, min(limit, label + known))
        while index < limit, isBody(window[index]) || (window[index] == 0x2D && !isDouble(window, index)) { index += 1 }
        if index == window.count, !window.isEnd, index - label < longest {
            // A hyphen at the very end may turn out to be the first of several.
            return .unfinished(known: max(0, index - label - 1))
        }
        var end = index
        switch window.has(closing, at: index) {
        case nil: return .unfinished(known: max(0, index - label - 1))
        case true?:
            let after = index + closing.count
            let run = (after..<min(window.count, after + longestLabel)).first { !isLabel(window[$0]) }
            if run == nil, !window.isEnd, window.count < after + longestLabel {
                return .unfinished(known: max(0, index - label - 1))
            }
            end = run ?? min(window.count, after + longestLabel)
        case false?: break
        }
        let body = (label..<index).reduce(0) { $0 + (window.isIn(ByteClass.base64, $1) ? 1 : 0) }
        return body >= leastBody ? .found(.privateKey, start..<end) : .none
    }

    /// The place after a first line that names a private key; the window's end when more must come, nil when it does not.
    private static func label(_ window: Window, _ start: Int) -> Int? {
        let bound = min(window.count, start + longestLabel)
        var end = start
        while end < bound, isLabel(window[end]) { end += 1 }
        if end == window.count { return end }
        let name = String(decoding: window.bytes[start..<end], as: UTF8.self)
        guard name.hasSuffix("PRIVATE KEY") || name == "PGP PRIVATE KEY BLOCK" else { return nil }
        for offset in 0..<5 {
            guard end + offset < window.count else { return window.count }
            guard window[end + offset] == 0x2D else { return nil }
        }
        return end + 5
    }

    private static func isLabel(_ byte: UInt8) -> Bool { Octets.isUpper(byte) || Octets.isDigit(byte) || byte == 0x20 }

    /// Base64, line ends (also as `\n` in a JSON string) and the header lines of older forms.
    private static func isBody(_ byte: UInt8) -> Bool {
        Octets.isLetter(byte) || Octets.isDigit(byte) || Octets.isSpace(byte)
            || "+/=\\:,.()".utf8.contains(byte)
    }

    private static func isDouble(_ window: Window, _ index: Int) -> Bool {
        index + 1 < window.count && window[index + 1] == 0x2D
    }
}

/// Passwords in URLs: `scheme://user:password@host` (RFC 3986, 3.2.1). The password is the finding.
enum URLPasswordMatcher {
    static let longest = 512
    private static let slashes = Array("//".utf8)

    /// Looks at the colon after a scheme.
    static func match(_ window: Window, _ start: Int, known: Int) -> Match {
        guard start > 0, window.isIn(ByteClass.alphanumeric, start - 1) else { return .none }
        switch window.has(slashes, at: start + 1) {
        case false?: return .none
        case nil: return .unfinished(known: 0)
        case true?: break
        }
        let body = start + 3
        let bound = min(window.count, body + longest)
        var index = min(bound, body + known)
        while index < bound, !endsAuthority(window[index]) { index += 1 }
        if index == window.count, !window.isEnd, index - body < longest { return .unfinished(known: index - body) }
        guard index < window.count, window[index] == UInt8(ascii: "@"),
            let colon = (body..<index).first(where: { window[$0] == UInt8(ascii: ":") }), colon + 1 < index
        else { return .none }
        let password = (colon + 1)..<index
        return Placeholder.isLikely(window, password) ? .none : .found(.urlPassword, password)
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || "@/?#<>\"'`\\".utf8.contains(byte)
    }
}
