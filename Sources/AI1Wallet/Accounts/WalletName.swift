/// A name that the user gives an account or a contact: letters and digits of ASCII, `-`, `_` and `.`, so that no two names look
/// alike and none can be taken for a path or a flag.
package struct WalletName: Sendable, Hashable, Comparable {
    /// The most characters.
    package static let maximumCount = 40

    package let text: String

    /// - Throws: `WalletError` of code `malformed`
    package init(_ text: String) throws(WalletError) {
        guard (1...Self.maximumCount).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed),
            let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".")
        else {
            throw WalletError(
                .malformed, "not a name for an account or contact",
                hint:
                    "1 to \(Self.maximumCount) of the letters a to z, digits, - _ and . with a letter, digit or _ first"
            )
        }
        // What begins like an address is one, or a mistyped one.
        guard !text.lowercased().hasPrefix("0x") else {
            throw WalletError(.malformed, "a name may not begin with 0x", hint: "choose another name")
        }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    package static func < (left: WalletName, right: WalletName) -> Bool { left.text < right.text }
}

extension WalletName: CustomStringConvertible {
    package var description: String { text }
}
