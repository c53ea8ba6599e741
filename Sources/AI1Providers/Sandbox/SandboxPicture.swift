internal import AI1Core

/// A picture of two colours with a word in it, as a PNG file (RFC 2083) without compression.
enum SandboxPicture {
    /// Sides in pixels.
    private static let sides = 16...4_096
    private static let usualSide = 512
    /// The word, a row of five dots in each octet, seven rows a letter.
    private static let letters: [[UInt8]] = [
        [0x0E, 0x11, 0x10, 0x0E, 0x01, 0x11, 0x0E], [0x0E, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0E],
        [0x11, 0x1B, 0x15, 0x15, 0x11, 0x11, 0x11], [0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E],
        [0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x1F], [0x0E, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11],
        [0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04], [0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F],
        [0x1E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1E],
    ]

    /// - Parameters:
    ///   - text: chooses the colours
    ///   - size: `512x512`
    static func make(_ text: String, size: String?, number: Int) -> [UInt8] {
        let wanted = (size ?? "").split(separator: "x").compactMap { Int($0) }
        let width = wanted.count == 2 && sides.contains(wanted[0]) ? wanted[0] : usualSide
        let height = wanted.count == 2 && sides.contains(wanted[1]) ? wanted[1] : usualSide
        let colour = SandboxMedia.digest("\(number) \(text)")
        let dark = (0..<3).map { UInt8(truncatingIfNeeded: colour >> (8 * UInt64($0))) & 0x7F }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += chunk("IHDR", word(UInt32(width)) + word(UInt32(height)) + [1, 3, 0, 0, 0])
        file += chunk("PLTE", dark + [0xFF, 0xFF, 0xFF])
        file += chunk("tEXt", Array("Comment".utf8) + [0] + Array(SandboxMedia.comment.utf8))
        file += chunk("IDAT", stored(rows(width, height)))
        file += chunk("IEND", [])
        return file
    }

    /// Each row: the filter (none), then a bit a pixel.
    private static func rows(_ width: Int, _ height: Int) -> [UInt8] {
        let stride = (width + 7) / 8 + 1
        var rows = [UInt8](repeating: 0, count: stride * height)
        let columns = letters.count * 6 - 1
        let scale = max(1, width / (columns + 8))
        let left = (width - columns * scale) / 2
        let top = (height - 7 * scale) / 2
        for (index, letter) in letters.enumerated() {
            for (row, dots) in letter.enumerated() {
                for column in 0..<5 where dots >> UInt8(4 - column) & 1 == 1 {
                    for y in top + row * scale..<top + (row + 1) * scale {
                        let start = left + (index * 6 + column) * scale
                        for x in start..<start + scale where (0..<width).contains(x) && (0..<height).contains(y) {
                            rows[y * stride + 1 + x / 8] |= 0x80 >> UInt8(x % 8)
                        }
                    }
                }
            }
        }
        return rows
    }

    /// A zlib stream (RFC 1950) of stored blocks.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let length = UInt16(end - start)
            stream.append(end == bytes.count ? 1 : 0)
            for half in [length, ~length] { stream += [UInt8(truncatingIfNeeded: half), UInt8(half >> 8)] }
            stream += bytes[start..<end]
            start = end
        } while start < bytes.count
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + word(high << 16 | low)
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + data
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in content {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return word(UInt32(data.count)) + content + word(~sum)
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
    }
}
