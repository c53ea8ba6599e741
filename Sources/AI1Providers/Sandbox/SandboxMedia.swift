package import AI1Core

/// Pictures, recordings and vectors of the simulation: real files, small, always the same for the same request, that say
/// what they are.
package enum SandboxMedia {
    /// What a file of it says about itself.
    static let comment = "Simulated by the sandbox of ai1"
    /// A vector's length when none is asked for, and at most.
    private static let usualDimensions = 64
    private static let largestDimensions = 4_096
    private static let largestVectorWords = 10_000

    /// The samples of a recording: a soft tone, 60 ms a character, from 0.2 to 10 s.
    package static func samples(_ text: String) -> [UInt8] {
        let milliseconds = min(max(text.unicodeScalars.count * 60, 200), 10_000)
        let count = WaveFile.usualRate * milliseconds / 1_000
        let period = 80 + Int(digest(text) % 80)
        var samples: [UInt8] = []
        samples.reserveCapacity(count * 2)
        for index in 0..<count {
            // A triangle: no mathematics library says the same on every machine.
            let place = index % period
            let height = (place * 2 < period ? place : period - place) * 16_000 / period - 4_000
            let sample = UInt16(bitPattern: Int16(height))
            samples.append(UInt8(truncatingIfNeeded: sample))
            samples.append(UInt8(truncatingIfNeeded: sample >> 8))
        }
        return samples
    }

    /// A recording: WAVE, or silence of the same length when MP3 is asked for.
    package static func speech(_ text: String, _ format: MediaFormat?) -> MediaPart {
        let samples = samples(text)
        if format == .mp3 {
            let milliseconds = samples.count / 2 * 1_000 / WaveFile.usualRate
            return MediaPart(mediaType: MediaFormat.mp3.mediaType, bytes: silence(milliseconds: milliseconds))
        }
        return MediaPart(
            mediaType: MediaFormat.wav.mediaType,
            bytes: WaveFile.make(samples: samples, rate: WaveFile.usualRate, comment: comment))
    }

    /// MP3 frames without content (ISO 11172-3) behind an ID3v2.3 comment.
    private static func silence(milliseconds: Int) -> [UInt8] {
        let text = [0] + Array("eng".utf8) + [0] + Array(comment.utf8)
        let size = text.count + 10
        var file = Array("ID3".utf8) + [3, 0, 0, 0, 0, UInt8(size >> 7 & 0x7F), UInt8(size & 0x7F)]
        file += Array("COMM".utf8) + [0, 0, 0, UInt8(text.count), 0, 0] + text
        // 32 kbit/s, 44.1 kHz, one channel: 104 octets for 1,152 samples.
        let frame: [UInt8] = [0xFF, 0xFB, 0x10, 0xC4] + [UInt8](repeating: 0, count: 100)
        for _ in 0..<max(1, milliseconds * 44_100 / 1_152_000) { file += frame }
        return file
    }

    /// A vector of unit length: texts that share words are near each other.
    package static func vector(_ text: String, dimensions: Int?) -> MediaPart {
        let count = min(max(dimensions ?? usualDimensions, 1), largestDimensions)
        var places = [Int64](repeating: 0, count: count)
        let words = text.lowercased().split(maxSplits: largestVectorWords) { !$0.isLetter && !$0.isNumber }
        for word in words.isEmpty ? [""] : words {
            let value = digest(String(word))
            places[Int(value % UInt64(count))] += value >> 63 == 0 ? 1 : -1
            places[Int(value >> 20 % UInt64(count))] += 1
        }
        let square = places.reduce(0.0) { $0 + Double($1 * $1) }
        let length = square > 0 ? square.squareRoot() : 1
        let numbers = places.map { place -> JSONValue in
            let millionths = Int64((Double(place) / length * 1_000_000).rounded())
            return .number(JSONNumber(uncheckedText: decimalText(millionths, places: 6)))
        }
        return MediaPart(mediaType: MediaPart.vectorType, bytes: JSONValue.array(numbers).encoded())
    }

    static func digest(_ text: String) -> UInt64 {
        var digest = SandboxDigest()
        digest.add(text)
        return digest.value
    }
}
