/// Samples without a frame, as some providers send them, put into a RIFF WAVE file.
package enum WaveFile {
    /// The rate of Google's speech when it does not say, in samples a second.
    package static let usualRate = 24_000

    /// A file of one channel of 16-bit samples in little-endian order.
    /// - Parameters:
    ///   - samples: two octets a sample
    ///   - rate: samples a second
    ///   - comment: what the file says about itself; nil for nothing
    package static func make(samples: [UInt8], rate: Int, comment: String? = nil) -> [UInt8] {
        var note: [UInt8] = []
        if let comment {
            var text = Array(comment.utf8) + [0]
            if text.count % 2 == 1 { text.append(0) }
            note += Array("LIST".utf8) + word(text.count + 12) + Array("INFOICMT".utf8) + word(text.count) + text
        }
        var file = Array("RIFF".utf8)
        file.reserveCapacity(samples.count + note.count + 44)
        file += word(36 + note.count + samples.count) + Array("WAVEfmt ".utf8) + word(16)
        file += [1, 0, 1, 0] + word(rate) + word(rate * 2) + [2, 0, 16, 0]
        file += note + Array("data".utf8) + word(samples.count) + samples
        return file
    }

    /// The octets before the samples of a file that `make` wrote.
    package static func headBytes(of file: [UInt8]) -> Int {
        var offset = 12
        while offset + 8 <= file.count, !file[offset..<offset + 4].elementsEqual("data".utf8) {
            offset += 8 + (0..<4).reduce(0) { $0 | Int(file[offset + 4 + $1]) << (8 * $1) }
        }
        return min(offset + 8, file.count)
    }

    /// The rate that a media type such as `audio/L16;codec=pcm;rate=24000` names; nil for any other type.
    package static func rate(ofType mediaType: String) -> Int? {
        let parts = mediaType.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        guard let type = parts.first, type == "audio/l16" || type == "audio/pcm" else { return nil }
        let rate = parts.first { $0.hasPrefix("rate=") }.flatMap { Int($0.dropFirst(5)) } ?? usualRate
        return (1...384_000).contains(rate) ? rate : nil
    }

    private static func word(_ value: Int) -> [UInt8] {
        let value = UInt32(clamping: value)
        return (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
}
