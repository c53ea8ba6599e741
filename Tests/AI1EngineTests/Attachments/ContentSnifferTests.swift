import AI1Engine
import Testing

@Suite struct ContentSnifferTests {
    @Test(
        "media are known by their first octets",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], .image(mediaType: "image/png")),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0x00], .image(mediaType: "image/jpeg")),
            (Array("GIF89a".utf8) + [0x01, 0x00, 0x01, 0x00], .image(mediaType: "image/gif")),
            (Array("GIF87a".utf8) + [0x80, 0x02], .image(mediaType: "image/gif")),
            (Array("RIFF".utf8) + [0x24, 0, 0, 0] + Array("WEBPVP8 ".utf8), .image(mediaType: "image/webp")),
            (Array("RIFF".utf8) + [0x24, 0, 0, 0] + Array("WAVEfmt ".utf8), .audio(mediaType: "audio/wav")),
            (Array("%PDF-1.7\n".utf8), .pdf), (Array("ID3".utf8) + [4, 0, 0], .audio(mediaType: "audio/mpeg")),
            ([0xFF, 0xFB, 0x90, 0x64], .audio(mediaType: "audio/mpeg")),
            (Array("OggS".utf8) + [0, 2], .audio(mediaType: "audio/ogg")),
            (Array("fLaC".utf8) + [0], .audio(mediaType: "audio/flac")),
            ([0, 0, 0, 0x20] + Array("ftypM4A ".utf8), .audio(mediaType: "audio/mp4")),
            ([0x89, 0x50, 0x4E, 0x47], .binary), (Array("RIFF".utf8) + [0], .binary),
        ] as [([UInt8], SniffedContent)])
    func media(bytes: [UInt8], expected: SniffedContent) { #expect(ContentSniffer.sniff(bytes) == expected) }

    @Test(
        "text is valid UTF-8 without NUL, or UTF-16 with a mark; all else is binary",
        arguments: [
            ([], .text("")), (Array("héllo 👍\n".utf8), .text("héllo 👍\n")), ([0xEF, 0xBB, 0xBF, 0x61], .text("a")),
            ([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x4D, 0xDC], .text("a👍")), ([0xFE, 0xFF, 0x00, 0x61], .text("a")),
            ([0xFF, 0xFE], .text("")), ([0x61, 0x00], .binary), ([0x68, 0xE9], .binary), ([0xC3], .binary),
            ([0xED, 0xA0, 0x80], .binary), ([0xFF, 0xFE, 0x61], .binary), ([0xFF, 0xFE, 0x3D, 0xD8], .binary),
            ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00], .binary),
            (Array("GIF89a is a format".utf8), .text("GIF89a is a format")),
            (Array("RIFF and ID3".utf8), .text("RIFF and ID3")),
            (Array("%PDF- is how it begins".utf8), .text("%PDF- is how it begins")),
        ] as [([UInt8], SniffedContent)])
    func text(bytes: [UInt8], expected: SniffedContent) { #expect(ContentSniffer.sniff(bytes) == expected) }

    @Test("random octets are text exactly when they are valid UTF-8 without NUL")
    func random() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let pieces: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x91, 0x8D], [0x0A], [0xFF], [0x00], [0xC3], [0x82],
        ]
        for _ in 0..<3_000 {
            let limit = next(2) == 0 ? 5 : pieces.count
            let bytes = Array("_".utf8) + (0..<next(12)).flatMap { _ in pieces[next(limit)] }
            let repaired = String(decoding: bytes, as: UTF8.self)
            let isText = Array(repaired.utf8) == bytes && !bytes.contains(0)
            #expect(ContentSniffer.sniff(bytes) == (isText ? .text(repaired) : .binary))
        }
    }
}
