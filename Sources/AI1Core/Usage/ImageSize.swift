/// An image's width and height in pixels, as its first octets say.
package struct ImageSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads the size of a PNG, GIF, JPEG or WebP; nil for anything else, and for what is cut or says nothing.
    package init?(of bytes: [UInt8]) {
        let read =
            if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
                Self.pair(bytes, 16, 4, isBig: true)
            } else if bytes.starts(with: Array("GIF8".utf8)) {
                Self.pair(bytes, 6, 2, isBig: false)
            } else if bytes.starts(with: [0xFF, 0xD8]) {
                Self.jpeg(bytes)
            } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
                Self.webP(bytes)
            } else {
                ImageSize?.none
            }
        guard let read, read.width > 0, read.height > 0 else { return nil }
        self = read
    }

    /// A number of so many octets.
    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int, isBig: Bool) -> Int? {
        guard start + count <= bytes.count else { return nil }
        let octets = bytes[start..<(start + count)]
        return (isBig ? Array(octets) : octets.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }

    private static func pair(_ bytes: [UInt8], _ start: Int, _ count: Int, isBig: Bool) -> ImageSize? {
        guard let width = number(bytes, start, count, isBig: isBig),
            let height = number(bytes, start + count, count, isBig: isBig)
        else { return nil }
        return ImageSize(width: width, height: height)
    }

    /// The first frame header among the segments (ITU T.81, B.1).
    private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
        var index = 2
        while index + 4 <= bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            // Fill octets, and markers without a length.
            if marker == 0xFF {
                index += 1
                continue
            }
            if marker == 0x01 || (0xD0...0xD7).contains(marker) {
                index += 2
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                return pair(bytes, index + 5, 2, isBig: true).map { ImageSize(width: $0.height, height: $0.width) }
            }
            guard let length = number(bytes, index + 2, 2, isBig: true), length >= 2, marker != 0xDA else { return nil }
            index += 2 + length
        }
        return nil
    }

    /// The first chunk of the three kinds (RFC 9649).
    private static func webP(_ bytes: [UInt8]) -> ImageSize? {
        let kind = Array(bytes.dropFirst(12).prefix(4))
        if kind == Array("VP8X".utf8) {
            return pair(bytes, 24, 3, isBig: false).map { ImageSize(width: $0.width + 1, height: $0.height + 1) }
        }
        if kind == Array("VP8L".utf8) {
            return number(bytes, 21, 4, isBig: false).map {
                ImageSize(width: $0 & 0x3FFF + 1, height: $0 >> 14 & 0x3FFF + 1)
            }
        }
        guard kind == Array("VP8 ".utf8) else { return nil }
        return pair(bytes, 26, 2, isBig: false).map { ImageSize(width: $0.width & 0x3FFF, height: $0.height & 0x3FFF) }
    }
}
