internal import CDocument

/// A character set that a web page or a server may name (the WHATWG Encoding Standard's names; of those the ones in use).
package struct Charset: Sendable, Hashable {
    /// The name as the system's iconv knows it.
    package let name: String

    /// Nil for a label that names none of them. What calls itself ISO-8859-1 or ASCII is Windows-1252, as in every browser.
    package init?(label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        if ["iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii", "cp1252", "windows-1252"].contains(label) {
            name = "WINDOWS-1252"
        } else if ["utf-8", "utf8", "unicode-1-1-utf-8"].contains(label) {
            name = "UTF-8"
        } else if ["gb2312", "gbk", "gb18030", "x-gbk"].contains(label) {
            name = "GB18030"
        } else if ["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"].contains(label) {
            name = "CP932"
        } else if ["euc-kr", "ks_c_5601-1987", "windows-949"].contains(label) {
            name = "CP949"
        } else if ["utf-16", "utf-16le"].contains(label) {
            name = "UTF-16LE"
        } else if Self.plain.contains(label) {
            name = label.uppercased()
        } else {
            return nil
        }
    }

    /// Those whose name is the system's own.
    private static let plain: Set<String> = [
        "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9",
        "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "windows-1250", "windows-1251",
        "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "koi8-r",
        "koi8-u", "big5", "euc-jp", "iso-2022-jp", "utf-16be", "ibm866", "macintosh",
    ]

    /// Western European on Windows, which text without a label most often is when it is not UTF-8.
    package static var western: Charset { Charset(name: "WINDOWS-1252") }
    package static var utf8: Charset { Charset(name: "UTF-8") }

    private init(name: String) { self.name = name }

    /// Text of this set as UTF-8 octets; nil when the octets are none of it.
    package func decode(_ bytes: [UInt8]) -> [UInt8]? {
        if self == .utf8 { return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes }
        // No octet of these sets becomes more than three of UTF-8, but two in GB18030's rarest and a pair of UTF-16.
        let capacity = bytes.count * 3 + 16
        var written = -1
        let text = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
            written = bytes.withUnsafeBytes { input in
                guard let from = input.baseAddress, let to = room.baseAddress else { return 0 }
                return to.withMemoryRebound(to: CChar.self, capacity: capacity) { to in
                    ai1_text_convert(name, from.assumingMemoryBound(to: CChar.self), input.count, to, capacity)
                }
            }
            count = max(0, written)
        }
        // Windows-1252 has five octets without a meaning, which browsers pass.
        return written >= 0 ? text : self == .western ? Self.lenient(bytes) : nil
    }

    private static func lenient(_ bytes: [UInt8]) -> [UInt8]? {
        let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
        return bytes.contains(where: unused.contains) ? western.decode(bytes.filter { !unused.contains($0) }) : nil
    }
}
