package import AI1Core
internal import Crypto

extension Secret {
    /// The longest key that is believed, in octets.
    static let maximumBytes = 16 << 10

    /// A provider's key with its fingerprint: the first twelve hexadecimal digits of SHA-256 over a fixed text and the
    /// key.
    package init(key: String) {
        let digest = SHA256.hash(data: Array(("ai1 key fingerprint" + key).utf8))
        let digits = digest.map { hexadecimal(UInt64($0), width: 2) }.joined()
        self.init(key, fingerprint: String(digits.prefix(12)))
    }

    /// A provider's key after a check that it can stand in a header; spaces around it are dropped.
    /// - Parameters:
    ///   - text: the key; may end with one line break
    ///   - place: where it comes from, for the message
    /// - Throws: `SettingsError` of code `keyUnusable`; it does not show the key
    package init(checking text: String, from place: String) throws(SettingsError) {
        var bytes = Array(text.utf8)[...]
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
        while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        guard !bytes.isEmpty else { throw SettingsError(.keyUnusable, "the key from \(place) is empty") }
        guard bytes.count <= Self.maximumBytes else {
            throw SettingsError(.keyUnusable, "the key from \(place) is longer than \(Self.maximumBytes >> 10) KiB")
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            let isBroken = bytes.contains(0x0A) || bytes.contains(0x0D)
            throw SettingsError(
                .keyUnusable,
                "the key from \(place) holds " + (isBroken ? "a line break" : "a character that no key can have"),
                hint: "it must be the key alone, on one line")
        }
        self.init(key: String(decoding: bytes, as: UTF8.self))
    }
}
