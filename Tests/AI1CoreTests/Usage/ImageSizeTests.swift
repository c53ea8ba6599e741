import AI1Core
import Testing

@Suite("Sizes of images")
struct ImageSizeTests {
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 3, 0,
    ]
    /// An application segment, a Huffman table, then the frame: 800 by 600.
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 11, 8, 2, 0x58, 3, 0x20,
    ]
    private static let gif: [UInt8] = Array("GIF89a".utf8) + [0x0A, 0, 0x14, 0]

    private static func webP(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(kind.utf8) + [0, 0, 0, 0] + rest
    }

    @Test("The size is read from the first octets")
    func sizes() {
        #expect(ImageSize(of: Self.png) == ImageSize(width: 1_024, height: 768))
        #expect(ImageSize(of: Self.jpeg) == ImageSize(width: 800, height: 600))
        #expect(ImageSize(of: Self.gif) == ImageSize(width: 10, height: 20))
        #expect(
            ImageSize(of: Self.webP("VP8X", [0, 0, 0, 0, 0x57, 2, 0, 0xC7, 0, 0])) == ImageSize(width: 600, height: 200)
        )
        #expect(ImageSize(of: Self.webP("VP8L", [0x2F, 0x09, 0x40, 0x01, 0])) == ImageSize(width: 10, height: 6))
        #expect(
            ImageSize(of: Self.webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 1, 0xF0, 0]))
                == ImageSize(width: 320, height: 240))
    }

    @Test("What is cut has no size, wherever it is cut")
    func cut() {
        for whole in [Self.png, Self.jpeg, Self.gif] {
            for length in 0..<whole.count { #expect(ImageSize(of: Array(whole[..<length])) == nil) }
        }
        #expect(ImageSize(of: Array("GIF89a".utf8) + [0, 0, 0, 0]) == nil)
        #expect(ImageSize(of: Array("text".utf8)) == nil)
        #expect(ImageSize(of: [0xFF, 0xD8, 0xFF, 0xC4, 0, 0, 0, 0]) == nil)
    }

    @Test("Tokens follow the size between the least and the most")
    func tokens() {
        func tokens(_ bytes: [UInt8]) -> Int64 {
            TokenEstimate.tokens(of: ImagePart(mediaType: "image/png", bytes: bytes))
        }
        #expect(tokens(Self.png) == 1_049)
        #expect(tokens(Self.gif) == 85)
        #expect(tokens([]) == 1_600)
        var huge = Self.png
        huge.replaceSubrange(16..<24, with: [UInt8](repeating: 0xFF, count: 8))
        #expect(tokens(huge) == 1_600)
    }
}
