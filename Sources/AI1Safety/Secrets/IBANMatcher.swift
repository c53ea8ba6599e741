/// International bank account numbers (ISO 13616): country, length of that country, remainder 1 modulo 97; in one piece or
/// in groups of four.
enum IBANMatcher {
    /// The lengths in the registry of SWIFT.
    static let lengths: [String: Int] = [
        "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29,
        "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29,
        "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28,
        "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28,
        "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20,
        "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25,
        "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
        "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
    ]

    /// Looks at a place where two letters of a country stand.
    static func match(_ window: Window, _ start: Int) -> Match {
        guard start + 3 < window.count else { return window.isEnd ? .none : .unfinished(known: 0) }
        guard Octets.isDigit(window[start + 2]), Octets.isDigit(window[start + 3]),
            let length = lengths[String(decoding: window.bytes[start..<(start + 2)], as: UTF8.self)]
        else { return .none }
        var symbols: [UInt8] = []
        var index = start
        while symbols.count < length {
            guard index < window.count else { return window.isEnd ? .none : .unfinished(known: 0) }
            let byte = window[index]
            if byte == 0x20, symbols.count % 4 == 0, index > start, window[index - 1] != 0x20 {
                index += 1
                continue
            }
            guard window.isIn(ByteClass.upper, index) else { return .none }
            symbols.append(byte)
            index += 1
        }
        guard index < window.count || window.isEnd else { return .unfinished(known: 0) }
        if index < window.count, window.isIn(ByteClass.word, index) { return .none }
        return isValid(symbols) ? .found(.iban, start..<index) : .none
    }

    /// - Parameter symbols: ASCII capitals and digits without spaces
    static func isValid(_ symbols: [UInt8]) -> Bool {
        guard symbols.count > 4 else { return false }
        var remainder = 0
        for symbol in symbols[4...] + symbols[..<4] {
            if Octets.isDigit(symbol) {
                remainder = (remainder * 10 + Int(symbol - 0x30)) % 97
            } else if Octets.isUpper(symbol) {
                remainder = (remainder * 100 + Int(symbol) - 55) % 97
            } else {
                return false
            }
        }
        return remainder == 1
    }
}
