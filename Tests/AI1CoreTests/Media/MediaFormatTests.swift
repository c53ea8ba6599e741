import AI1Core
import Testing

@Suite("Forms of pictures and recordings")
struct MediaFormatTests {
    @Test(
        "a file is known by its first octets",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], MediaFormat.png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
            (Array("GIF89a".utf8), .gif), (Array("RIFF\u{0}\u{0}\u{0}\u{0}WEBPVP8 ".utf8), .webp),
            (Array("RIFF\u{0}\u{0}\u{0}\u{0}WAVEfmt ".utf8), .wav), (Array("ID3\u{3}".utf8), .mp3),
            ([0xFF, 0xFB, 0x90, 0xC4], .mp3), ([0xFF, 0xF3, 0x40, 0xC4], .mp3), ([0xFF, 0xF1, 0x50, 0x80], .aac),
            (Array("OggS\u{0}".utf8), .opus), (Array("fLaC\u{0}".utf8), .flac),
            ([0, 0, 0, 0x20] + Array("ftypM4A ".utf8), .m4a), ([0x1A, 0x45, 0xDF, 0xA3, 1], .webm),
        ] as [([UInt8], MediaFormat)])
    func sniffed(_ bytes: [UInt8], _ format: MediaFormat) {
        #expect(MediaFormat(sniffing: bytes) == format)
        #expect(MediaFormat(mediaType: format.mediaType) == format)
        for ending in format.fileExtensions { #expect(MediaFormat(fileName: "a.b/x.\(ending.uppercased())") == format) }
    }

    @Test("text, an empty file and a cut head are none of them")
    func unknown() {
        for text in ["", "R", "RIFF", "{\"error\":1}", "<html>", "\u{89}PN", "data: x"] {
            #expect(MediaFormat(sniffing: Array(text.utf8)) == nil, "\(text)")
        }
        #expect(MediaFormat(fileName: "png") == nil && MediaFormat(mediaType: "text/plain") == nil)
        #expect(MediaFormat(mediaType: "Audio/X-WAV; codecs=1") == .wav)
    }

    @Test("samples become a WAVE file whose length is known, with a comment or without")
    func wave() {
        let samples = [UInt8](repeating: 7, count: 48_000)
        for comment in [nil, "simulated", "even"] {
            let file = WaveFile.make(samples: samples, rate: 24_000, comment: comment)
            #expect(AudioDuration.milliseconds(of: file) == 1_000)
            #expect(WaveFile.headBytes(of: file) == file.count - samples.count)
            #expect(Int(file[4]) | Int(file[5]) << 8 | Int(file[6]) << 16 == file.count - 8)
        }
        #expect(WaveFile.rate(ofType: "audio/L16;codec=pcm;rate=16000") == 16_000)
        #expect(WaveFile.rate(ofType: "audio/pcm") == 24_000 && WaveFile.rate(ofType: "audio/wav") == nil)
        #expect(WaveFile.rate(ofType: "audio/L16;rate=0") == nil)
    }

    @Test("the length of an MP3 is that of its frames, whatever tags stand before them")
    func frames() {
        // 128 kbit/s, 44.1 kHz: 417 octets, 26.1 ms; a picture of 3 octets in the tag.
        let frame: [UInt8] = [0xFF, 0xFB, 0x90, 0xC4] + [UInt8](repeating: 0, count: 413)
        let tag = Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 3, 1, 2, 3]
        let file = tag + Array(repeating: frame, count: 100).joined()
        #expect(AudioDuration.milliseconds(of: file) == 2_613)
    }

    @Test("FLAC, Ogg Opus and MP4 tell their length in their heads or their last page")
    func heads() {
        let flac =
            Array("fLaC".utf8) + [0, 0, 0, 34, 0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 0]
            // 44,100 Hz in 20 bits, two channels, 16 bits, then 88,200 samples in 36 bits.
            + [0x0A, 0xC4, 0x42, 0xF0, 0x00, 0x01, 0x58, 0x88] + [UInt8](repeating: 0, count: 16)
        #expect(AudioDuration.milliseconds(of: flac) == 2_000)
        let page = Array("OggS".utf8) + [0, 2] + [UInt8](repeating: 0, count: 20) + [1, 19]
        let last = Array("OggS".utf8) + [0, 4, 0x80, 0xBB, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 14)
        let ogg = page + Array("OpusHead".utf8) + [UInt8](repeating: 0, count: 20) + last
        #expect(AudioDuration.milliseconds(of: ogg) == 1_000)
        let header: [UInt8] =
            [0, 0, 0, 28] + Array("mvhd".utf8) + [UInt8](repeating: 0, count: 12)
            + [0, 0, 3, 0xE8, 0, 0, 0x13, 0x88]
        let movie =
            [0, 0, 0, 16] + Array("ftypM4A ".utf8) + [0, 0, 0, 0]
            + [0, 0, 0, UInt8(8 + header.count)] + Array("moov".utf8) + header
        #expect(AudioDuration.milliseconds(of: movie) == 5_000)
    }

    @Test("damaged heads never crash, and never make a recording longer than its octets can be")
    func damaged() {
        var random = SplitMix64(seed: 11)
        let heads = [
            WaveFile.make(samples: [UInt8](repeating: 0, count: 64), rate: 8_000), Array("ID3\u{4}".utf8),
            Array("fLaC".utf8), Array("OggS".utf8), [0, 0, 0, 8] + Array("ftyp".utf8), [0xFF, 0xFB, 0x90, 0xC4],
        ]
        for round in 0..<3_000 {
            var bytes = heads[round % heads.count]
            for _ in 0..<Int(random.next() % 80) { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
            for _ in 0..<3 where bytes.count > 8 {
                bytes[4 + Int(random.next() % UInt64(bytes.count - 4))] = UInt8(truncatingIfNeeded: random.next())
            }
            let most = Int64(bytes.count) * 1_000 / AudioDuration.leastBytesPerSecond + 1_000
            #expect((0...most).contains(AudioDuration.bound(of: bytes)))
            _ = PixelSize(bytes)
        }
    }
}
