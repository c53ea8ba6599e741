/// How long a recording is, read off its own frames, so that its price is known before it is sent.
package enum AudioDuration {
    /// No recording of speech is kept in fewer octets a second: 4 kbit/s.
    package static let leastBytesPerSecond: Int64 = 500
    /// Frames of an MP3 that are counted: about eleven days.
    private static let largestFrameCount = 40_000_000

    /// The length in milliseconds, rounded up; nil when the format does not tell.
    package static func milliseconds(of bytes: [UInt8]) -> Int64? {
        switch MediaFormat(sniffing: bytes) {
        case .wav: wave(bytes)
        case .mp3: mpeg(bytes)
        case .flac: flac(bytes)
        case .opus: ogg(bytes)
        case .m4a: movie(bytes)
        default: nil
        }
    }

    /// A length that the recording cannot exceed, in milliseconds.
    package static func bound(of bytes: [UInt8]) -> Int64 {
        let most = Int64(bytes.count) * 1_000 / leastBytesPerSecond + 1_000
        return min(milliseconds(of: bytes) ?? most, most)
    }

    private static func quotient(_ dividend: Int64, _ divisor: Int64) -> Int64? {
        guard divisor > 0, dividend >= 0 else { return nil }
        let (product, overflow) = dividend.multipliedReportingOverflow(by: 1_000)
        return overflow ? nil : (product + divisor - 1) / divisor
    }

    private static func little(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int64 {
        (0..<count).reduce(0) { $0 | Int64(bytes[offset + $1]) << (8 * Int64($1)) }
    }

    private static func big(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int64 {
        (0..<count).reduce(0) { $0 << 8 | Int64(bytes[offset + $1]) }
    }

    /// The octets of the samples by the octets of a second. What the data chunk says of itself may be wrong in a stream.
    private static func wave(_ bytes: [UInt8]) -> Int64? {
        var offset = 12
        var perSecond: Int64 = 0
        while offset + 8 <= bytes.count {
            let name = bytes[offset..<offset + 4]
            let size = little(bytes, offset + 4, 4)
            if name.elementsEqual("fmt ".utf8), offset + 20 <= bytes.count { perSecond = little(bytes, offset + 16, 4) }
            if name.elementsEqual("data".utf8) {
                return quotient(min(size, Int64(bytes.count - offset - 8)), perSecond)
            }
            offset += 8 + Int(size) + Int(size & 1)
        }
        return nil
    }

    private static let ratesVersion1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    private static let ratesVersion2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

    /// Frame by frame, since the rate may change in every one (ISO 11172-3, layer III).
    private static func mpeg(_ bytes: [UInt8]) -> Int64? {
        var offset = 0
        if bytes.count > 10, bytes.starts(with: "ID3".utf8) {
            offset = 10 + (6..<10).reduce(0) { $0 << 7 | Int(bytes[$1] & 0x7F) }
        }
        var microseconds: Int64 = 0
        var frames = 0
        while offset + 4 <= bytes.count, frames < largestFrameCount {
            guard bytes[offset] == 0xFF, bytes[offset + 1] & 0xE6 == 0xE2 else {
                // Tags and damage between frames.
                offset += 1
                continue
            }
            let isVersion1 = bytes[offset + 1] & 0x18 == 0x18
            let isVersion25 = bytes[offset + 1] & 0x18 == 0
            let rateIndex = Int(bytes[offset + 2] >> 4)
            let sampleIndex = Int(bytes[offset + 2] >> 2 & 3)
            guard (1..<15).contains(rateIndex), sampleIndex < 3 else {
                offset += 1
                continue
            }
            let kilobits = (isVersion1 ? ratesVersion1 : ratesVersion2)[rateIndex]
            let rate = [44_100, 48_000, 32_000][sampleIndex] / (isVersion1 ? 1 : isVersion25 ? 4 : 2)
            let samples = isVersion1 ? 1_152 : 576
            microseconds += Int64(samples) * 1_000_000 / Int64(rate)
            frames += 1
            offset += samples / 8 * kilobits * 1_000 / rate + Int(bytes[offset + 2] >> 1 & 1)
        }
        return frames > 0 ? microseconds / 1_000 + 1 : nil
    }

    /// The first block of metadata (RFC 9639, 8.2) has the rate in 20 bits and the number of samples in 36.
    private static func flac(_ bytes: [UInt8]) -> Int64? {
        guard bytes.count >= 26 else { return nil }
        let fields = big(bytes, 18, 8)
        let samples = fields & 0xF_FFFF_FFFF
        return samples > 0 ? quotient(samples, fields >> 44 & 0xF_FFFF) : nil
    }

    /// The position of the last page (RFC 3533, 6): Opus always counts 48,000 a second, Vorbis by its own rate.
    private static func ogg(_ bytes: [UInt8]) -> Int64? {
        guard bytes.count >= 48 else { return nil }
        let head = bytes[28...]
        let rate: Int64
        if head.starts(with: "OpusHead".utf8) {
            rate = 48_000
        } else if head.dropFirst().starts(with: "vorbis".utf8) {
            rate = little(bytes, 40, 4)
        } else {
            return nil
        }
        var offset = bytes.count - 14
        while offset >= 0 {
            if bytes[offset] == 0x4F, bytes[offset..<offset + 4].elementsEqual("OggS".utf8) {
                return quotient(little(bytes, offset + 6, 8), rate)
            }
            offset -= 1
        }
        return nil
    }

    /// `moov` and in it `mvhd` (ISO 14496-12): a time scale and a length in it.
    private static func movie(_ bytes: [UInt8]) -> Int64? {
        var offset = 0
        var end = bytes.count
        while offset + 8 <= end {
            var size = big(bytes, offset, 4)
            if size == 1, offset + 16 <= end { size = big(bytes, offset + 8, 8) }
            if size == 0 { size = Int64(end - offset) }
            let name = bytes[offset + 4..<offset + 8]
            guard size >= 8, size <= Int64(end - offset) else { return nil }
            if name.elementsEqual("moov".utf8) {
                end = offset + Int(size)
                offset += 8
            } else if name.elementsEqual("mvhd".utf8) {
                let isLong = offset + 8 < end && bytes[offset + 8] == 1
                guard offset + (isLong ? 40 : 28) <= end else { return nil }
                return isLong
                    ? quotient(big(bytes, offset + 32, 8), big(bytes, offset + 28, 4))
                    : quotient(big(bytes, offset + 24, 4), big(bytes, offset + 20, 4))
            } else {
                offset += Int(size)
            }
        }
        return nil
    }
}
