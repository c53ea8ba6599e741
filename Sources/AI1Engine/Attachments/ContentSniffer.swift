#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Tells by the content what octets are: media by their first octets, text by being valid UTF-8 without NUL, or UTF-16
/// with a byte order mark. Names and extensions are not asked. One or two passes over the octets.
package enum ContentSniffer {
    /// What the octets are. Text is decoded.
    package static func sniff(_ bytes: [UInt8]) -> SniffedContent {
        if let media = unmistakable(bytes) { return media }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return utf16(bytes, bigEndian: false).map(SniffedContent.text) ?? .binary
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes, bigEndian: true).map(SniffedContent.text) ?? .binary
        }
        if !containsNUL(bytes), let text = utf8(bytes) { return .text(text) }
        return likely(bytes) ?? .binary
    }

    /// Media whose first octets no text has.
    private static func unmistakable(_ bytes: [UInt8]) -> SniffedContent? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            return .image(mediaType: "image/png")
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .image(mediaType: "image/jpeg") }
        if bytes.starts(with: Array("%PDF-".utf8)), bytes.count > 5, (0x30...0x39).contains(bytes[5]) { return .pdf }
        // MPEG audio, layer III: eleven set bits, a version, a bit rate and a sampling rate that exist.
        if bytes.count >= 4, bytes[0] == 0xFF, bytes[1] & 0xE6 == 0xE2, bytes[1] & 0x18 != 0x08,
            bytes[2] & 0xF0 != 0xF0,
            bytes[2] & 0x0C != 0x0C
        {
            return .audio(mediaType: "audio/mpeg")
        }
        return nil
    }

    /// Media whose first octets a text could have too.
    private static func likely(_ bytes: [UInt8]) -> SniffedContent? {
        func has(_ text: String, at offset: Int = 0) -> Bool {
            bytes.count >= offset && bytes[offset...].starts(with: text.utf8)
        }
        if has("GIF87a") || has("GIF89a") { return .image(mediaType: "image/gif") }
        if has("RIFF"), has("WEBP", at: 8) { return .image(mediaType: "image/webp") }
        if has("RIFF"), has("WAVE", at: 8) { return .audio(mediaType: "audio/wav") }
        if has("ID3") { return .audio(mediaType: "audio/mpeg") }
        if has("fLaC") { return .audio(mediaType: "audio/flac") }
        if has("OggS") { return .audio(mediaType: "audio/ogg") }
        if has("ftypM4A ", at: 4) { return .audio(mediaType: "audio/mp4") }
        return nil
    }

    private static func containsNUL(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return memchr(base, 0, buffer.count) != nil
        }
    }

    private static func utf8(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes[3...], as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The text of UTF-16 octets after their byte order mark; nil when they are not well formed or hold NUL.
    private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            let high = UInt16(bytes[bigEndian ? index : index + 1])
            let unit = high << 8 | UInt16(bytes[bigEndian ? index + 1 : index])
            if unit == 0 { return nil }
            units.append(unit)
        }
        return String(validating: units, as: UTF16.self)
    }
}
