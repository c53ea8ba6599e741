/// Values that a name calls secret: `password=…`, `"api_key": "…"`, `AWS_SECRET_ACCESS_KEY=…`, `<password>…</password>`,
/// `Authorization: Bearer …`.
enum AssignmentMatcher {
    /// How names of secrets end, without `_`, `-` and capitals.
    private static let names: [(text: [UInt8], isPassword: Bool)] =
        [
            "password", "passwd", "passphrase", "passcode", "pwd", "passwort", "kennwort", "motdepasse", "pass",
        ].map { (Array($0.utf8), true) }
        + [
            "secret", "token", "apikey", "secretkey", "accesskey", "authkey", "privatekey", "accountkey", "signingkey",
            "encryptionkey", "masterkey", "credential", "credentials", "authorization", "clientkey",
        ].map { (Array($0.utf8), false) }

    /// The longest name that is read, the most signs between name and mark, and the longest value.
    static let longestName = 48
    static let longestGap = 4
    static let longestValue = 512
    private static let schemes = ["bearer", "basic", "token", "apikey"].map { Array($0.utf8) }

    /// What is known of the value whose mark stands at a place.
    enum Value {
        case none
        case unfinished
        /// Where it begins, the quotation mark around it, and what its name says.
        case at(Int, quote: UInt8?, isPassword: Bool, isAWS: Bool)
    }

    /// Finds the value of a name, if the octets before the mark at `mark` are one.
    static func value(_ window: Window, _ mark: Int) -> Value {
        guard let name = name(window, mark) else { return .none }
        var index = mark + 1
        let gapEnd = index + 2 * longestGap
        // `=>`, `:=`, `==`.
        while index < window.count, index < mark + 3, window.isIn(ByteClass.mark, index) { index += 1 }
        while index < window.count, index < gapEnd, window[index] == 0x20 || window[index] == 0x09 { index += 1 }
        while index < window.count, index < gapEnd, window[index] == 0x5C { index += 1 }
        guard index < window.count else { return window.isEnd ? .none : .unfinished }
        let quote = Octets.isQuote(window[index]) ? window[index] : nil
        if quote != nil { index += 1 }
        if name.isAuthorization {
            guard let after = afterScheme(window, index) else { return window.isEnd ? .none : .unfinished }
            index = after
        }
        guard index < window.count else { return window.isEnd ? .none : .unfinished }
        return .at(index, quote: quote, isPassword: name.isPassword, isAWS: name.isAWS)
    }

    /// The end of a value, or that more must come. A value ends where white space, a quotation mark or a bracket does.
    static func end(_ window: Window, _ start: Int, quote: UInt8?, known: Int) -> Int? {
        let bound = min(window.count, start + longestValue)
        var index = min(bound, start + known)
        while index < bound, !ends(window[index], quote) { index += 1 }
        return index == window.count && !window.isEnd && index - start < longestValue ? nil : index
    }

    /// Whether a value is a secret, and of which kind.
    static func kind(_ window: Window, _ range: Range<Int>, isPassword: Bool, isAWS: Bool) -> FindingKind? {
        guard range.count >= 8, range.count < longestValue, !Placeholder.isLikely(window, range),
            !isExpression(window, range)
        else { return nil }
        let count = CharacterCount(window, range)
        let isMixed = count.digits > 0 && count.lower + count.upper > 0 || count.others > 0 && count.digits > 0
        if isAWS, AWSSecret.isLikely(window, range) { return .awsSecretKey }
        guard isMixed, count.distinct >= 6 else { return nil }
        if isPassword { return count.entropyBits >= 22 ? .password : nil }
        return range.count >= 16 && count.entropyBits >= 44 ? .credential : nil
    }

    private static func ends(_ byte: UInt8, _ quote: UInt8?) -> Bool {
        if byte <= 0x20 || byte == 0x7F || Octets.isQuote(byte) || byte == 0x3C || byte == 0x5C { return true }
        return quote == nil && ",;)}]&|".utf8.contains(byte)
    }

    /// Code that fetches a value: `os.environ[…]`, `getToken()`, `config.password.value`, paths and URLs.
    private static func isExpression(_ window: Window, _ range: Range<Int>) -> Bool {
        let first = window[range.lowerBound]
        if first == 0x2F || first == 0x7E || first == 0x2E { return true }
        var letters = 0
        for index in range {
            let byte = window[index]
            if byte == 0x28 || byte == 0x5B { return true }
            if byte == 0x3A, index + 1 < range.upperBound, window[index + 1] == 0x2F { return true }
            // A word and a dot and a word again is a member of something.
            if byte == 0x2E, letters == index - range.lowerBound, letters > 1, index + 1 < range.upperBound,
                Octets.isLetter(window[index + 1])
            {
                return true
            }
            if Octets.isLetter(byte) || byte == 0x5F { letters += 1 }
        }
        return false
    }

    private struct Name {
        let isPassword: Bool
        let isAWS: Bool
        let isAuthorization: Bool
    }

    private static func name(_ window: Window, _ mark: Int) -> Name? {
        var index = mark
        let floor = max(0, mark - longestGap)
        while index > floor, isGap(window[index - 1]) { index -= 1 }
        guard index > 2, mayEndName(window, index) else { return nil }
        // Backwards, so that the ends of names are compared.
        var letters: [UInt8] = []
        let start = max(0, index - longestName)
        while index > start, window.isIn(ByteClass.dotted, index - 1) {
            index -= 1
            let byte = Octets.lowered(window[index])
            if Octets.isLetter(byte) || Octets.isDigit(byte) { letters.append(byte) }
        }
        letters.reverse()
        guard let known = names.first(where: { ends(letters, $0.text) }) else { return nil }
        let isAWS = ends(letters, Array("secretaccesskey".utf8)) || letters.starts(with: Array("aws".utf8))
        return Name(
            isPassword: known.isPassword, isAWS: isAWS,
            isAuthorization: ends(letters, Array("authorization".utf8)))
    }

    /// Whether the last three letters before a place are those of some name: what refuses nearly all marks at once.
    private static func mayEndName(_ window: Window, _ end: Int) -> Bool {
        let last = (1...3).reduce(UInt32(0)) { $0 << 8 | UInt32(Octets.lowered(window[end - $1])) }
        return lastLetters.contains(last)
    }

    /// The last three letters of every name, the last one first.
    private static let lastLetters: [UInt32] = Array(
        Set(names.map { $0.text.suffix(3).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }))

    private static func ends(_ text: [UInt8], _ suffix: [UInt8]) -> Bool {
        text.count >= suffix.count && text[(text.count - suffix.count)...].elementsEqual(suffix)
    }

    private static func isGap(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x5C || Octets.isQuote(byte) || byte == 0x5D
    }

    /// The place after `Bearer ` and the like, `start` without one; nil when more must come.
    private static func afterScheme(_ window: Window, _ start: Int) -> Int? {
        for scheme in schemes {
            var isSame = true
            for (offset, byte) in (scheme + [0x20]).enumerated() where isSame {
                guard start + offset < window.count else { return window.isEnd ? start : nil }
                isSame = Octets.lowered(window[start + offset]) == byte
            }
            if isSame { return start + scheme.count + 1 }
        }
        return start
    }
}

/// Secret access keys of AWS: forty characters of base64 without a mark of their own, so only where something points at
/// them.
enum AWSSecret {
    static let length = 40
    /// How far behind an access key id its secret is looked for, in octets.
    static let reach = 64

    static func isLikely(_ window: Window, _ range: Range<Int>) -> Bool {
        guard range.count == length, range.allSatisfy({ window.isIn(ByteClass.base64, $0) }) else { return false }
        let count = CharacterCount(window, range)
        return count.upper > 0 && count.lower > 0 && count.digits > 0 && count.distinct >= 12
    }

    /// Looks at a place behind an access key id.
    static func match(_ window: Window, _ start: Int) -> Match {
        if start > 0, window.isIn(ByteClass.base64, start - 1) { return .none }
        let end = window.run(of: ByteClass.base64, from: start, limit: length + 1)
        if end == window.count, !window.isEnd, end - start <= length { return .unfinished(known: 0) }
        if end < window.count, window[end] == UInt8(ascii: "=") { return .none }
        return isLikely(window, start..<end) ? .found(.awsSecretKey, start..<end) : .none
    }
}
