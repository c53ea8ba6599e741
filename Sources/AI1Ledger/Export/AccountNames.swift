/// The names that accounts have in other programs' books. Different accounts have different names.
enum AccountNames {
    /// The five sorts of accounts that hledger and beancount know, from the user's point of view.
    enum Sort: String, Sendable, Hashable {
        case assets, liabilities, equity, expenses
    }

    static func sort(_ path: String) -> Sort {
        let parts = path.split(separator: ":")
        switch (parts.first, parts.last) {
        case ("user", "tracked"): return .liabilities
        case ("user", _): return .assets
        case ("play", "world"): return .equity
        case ("play", "spent"): return .expenses
        case ("play", _): return .assets
        case ("provider", "payable"), ("revenue", _), ("dev", _), ("platform", _): return .expenses
        default: return .equity
        }
    }

    /// `assets:user:local:promo`. What hledger could take for something else is written `%` and two hexadecimal digits.
    static func hledger(_ path: String) -> String {
        let parts = path.split(separator: ":", omittingEmptySubsequences: false).map { part in
            part.utf8.map { isPlain($0) || "._-".utf8.contains($0) ? character($0) : "%" + hexadecimal($0) }.joined()
        }
        return ([sort(path).rawValue] + parts.map { $0.isEmpty ? "%" : $0 }).joined(separator: ":")
    }

    /// `Assets:User:Local:Promo`. A part begins with a capital or a digit and has letters, digits and `-`; the rest is
    /// written `Y` and two hexadecimal digits, `ZZ` and two digits in the first place.
    static func beancount(_ path: String) -> String {
        let parts = path.split(separator: ":", omittingEmptySubsequences: false).map { part in
            part.utf8.enumerated().map { component($1, isFirst: $0 == 0) }.joined()
        }
        let sort = sort(path).rawValue
        return ([sort.prefix(1).uppercased() + sort.dropFirst()] + parts.map { $0.isEmpty ? "ZZ" : $0 })
            .joined(separator: ":")
    }

    private static func component(_ octet: UInt8, isFirst: Bool) -> String {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            return isFirst ? character(octet).uppercased() : character(octet)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return character(octet)
        case UInt8(ascii: "-") where !isFirst: return "-"
        default: return (isFirst ? "ZZ" : "Y") + hexadecimal(octet)
        }
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func character(_ octet: UInt8) -> String { String(Unicode.Scalar(octet)) }

    private static func hexadecimal(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
