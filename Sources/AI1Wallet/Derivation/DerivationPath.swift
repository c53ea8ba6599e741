/// The way from a master key to one of its descendants (BIP-32): `m/44'/60'/0'/0/0`.
package struct DerivationPath: Sendable, Hashable {
    /// Added to an index that is hardened: its key can be derived from the private key only.
    package static let hardened: UInt32 = 1 << 31
    /// The depth of a key is one octet.
    package static let maximumDepth = 255

    /// The index of every step, hardened ones from 2³¹ on.
    package let indices: [UInt32]

    /// The master key itself.
    package static let master = DerivationPath(unchecked: [])

    private init(unchecked indices: [UInt32]) { self.indices = indices }

    /// - Throws: `WalletError` of code `invalidKey` for more than 255 steps
    package init(_ indices: [UInt32]) throws(WalletError) {
        guard indices.count <= Self.maximumDepth else {
            throw WalletError(.invalidKey, "a derivation path has at most \(Self.maximumDepth) steps")
        }
        self.indices = indices
    }

    /// The path of an Ethereum account (BIP-44): `m/44'/60'/0'/0/index`.
    /// - Parameter index: less than 2³¹
    /// - Throws: `WalletError` of code `invalidKey` for a larger one
    package static func ethereum(account index: UInt32) throws(WalletError) -> DerivationPath {
        guard index < hardened else {
            throw WalletError(.invalidKey, "the number of an account must be less than 2147483648")
        }
        return DerivationPath(unchecked: [44 | hardened, 60 | hardened, 0 | hardened, 0, index])
    }

    /// Reads `m`, then steps of decimal numbers below 2³¹, hardened with `'`, `h` or `H` behind.
    /// - Throws: `WalletError` of code `invalidKey`
    package init(_ text: String) throws(WalletError) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = parts.first, first.elementsEqual([UInt8(ascii: "m")]) else { throw Self.malformed }
        var indices: [UInt32] = []
        for part in parts.dropFirst() {
            guard let index = Self.index(part) else { throw Self.malformed }
            indices.append(index)
        }
        try self.init(indices)
    }

    private static func index(_ text: Substring.UTF8View) -> UInt32? {
        var digits = text
        var isHardened = false
        if let last = digits.last, last == UInt8(ascii: "'") || last | 0x20 == UInt8(ascii: "h") {
            digits = digits.dropLast()
            isHardened = true
        }
        guard (1...10).contains(digits.count), digits.count == 1 || digits.first != 0x30 else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + UInt64(digit - 0x30)
        }
        guard number < UInt64(hardened) else { return nil }
        return UInt32(number) | (isHardened ? hardened : 0)
    }

    private static var malformed: WalletError {
        WalletError(
            .invalidKey, "not a derivation path",
            hint: "a path is m and numbers below 2147483648, hardened ones with ' behind: m/44'/60'/0'/0/0")
    }
}

extension DerivationPath: CustomStringConvertible {
    /// With `'` for hardened steps.
    package var description: String {
        indices.reduce(into: "m") { text, index in
            text += "/\(index & ~Self.hardened)" + (index & Self.hardened == 0 ? "" : "'")
        }
    }
}
