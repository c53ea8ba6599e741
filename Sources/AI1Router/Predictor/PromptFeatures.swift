package import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What a quality predictor sees of a prompt: a sparse vector of plain marks and hashed pieces of text.
///
/// The text that is looked at is the first 1,024 and the last 512 octets, in lower case. Its words and the runs of four
/// octets within words (a space stands for each end of a word) are hashed to 32 bits. A piece that occurs n times has
/// the value 1 + ln n, with a sign that comes from its hash, so that pieces that share a bucket cancel rather than add
/// up.
/// Plain marks (`PlainMarks`) have buckets of their own at the front.
package struct PromptFeatures: Sendable, Hashable {
    /// The number of buckets as a power of two that is used unless said otherwise.
    package static let defaultBucketBits = 14
    /// The powers of two that are allowed.
    package static let bucketBits = 9...16
    /// Octets at the beginning and the end of the text that are hashed.
    static let headBytes = 1_024
    static let tailBytes = 512
    /// Octets of a run within a word.
    static let runBytes = 4
    /// Longer words are cut before they are hashed.
    static let longestWordBytes = 40

    /// Rising, each once.
    package private(set) var buckets: [UInt16]
    /// The value in each bucket; never zero.
    package private(set) var values: [Float]

    /// - Parameters:
    ///   - text: the prompt
    ///   - task: what it asks for
    ///   - bucketBits: how many buckets there are, as a power of two
    package init(text: String, task: TaskKind, bucketBits: Int = PromptFeatures.defaultBucketBits) {
        let sample = TextSample(of: .user(text))
        let marks = PlainMarks(sample, task: task)
        let hashes = Self.hashes(of: sample.body)
        let mask = UInt32(1 << bucketBits) - 1
        var pairs: [(bucket: UInt16, value: Float)] = []
        pairs.reserveCapacity(hashes.count)
        var start = 0
        while start < hashes.count {
            var end = start + 1
            while end < hashes.count, hashes[end] == hashes[start] { end += 1 }
            let hash = hashes[start]
            // A piece whose bucket is reserved moves on behind those.
            var bucket = hash & mask
            if bucket < UInt32(FeatureSpace.reserved) { bucket += UInt32(FeatureSpace.reserved) }
            let value = 1 + log(Float(end - start))
            pairs.append((UInt16(bucket), hash >> 31 == 0 ? value : -value))
            start = end
        }
        pairs.sort { $0.bucket < $1.bucket }
        buckets = marks.present.map(\.bucket)
        values = marks.present.map(\.value)
        for pair in pairs {
            if buckets.last == pair.bucket {
                values[values.count - 1] += pair.value
            } else {
                buckets.append(pair.bucket)
                values.append(pair.value)
            }
        }
        dropZeros()
    }

    /// Pieces that met with opposite signs leave nothing.
    private mutating func dropZeros() {
        guard values.contains(0) else { return }
        let kept = values.indices.filter { values[$0] != 0 }
        buckets = kept.map { buckets[$0] }
        values = kept.map { values[$0] }
    }

    /// The hashes of all pieces, sorted.
    private static func hashes(of body: [UInt8]) -> [UInt32] {
        var hashes: [UInt32] = []
        body.withUnsafeBufferPointer { bytes in
            if bytes.count <= headBytes + tailBytes {
                scan(bytes, into: &hashes)
            } else {
                scan(UnsafeBufferPointer(rebasing: bytes.prefix(headBytes)), into: &hashes)
                scan(UnsafeBufferPointer(rebasing: bytes.suffix(tailBytes)), into: &hashes)
            }
        }
        hashes.sort()
        return hashes
    }

    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, into hashes: inout [UInt32]) {
        var start = 0
        while start < bytes.count {
            guard TextSignals.isWord(bytes[start]) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < bytes.count, TextSignals.isWord(bytes[end]) { end += 1 }
            add(UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + longestWordBytes)]), to: &hashes)
            start = end
        }
    }

    private static func add(_ word: UnsafeBufferPointer<UInt8>, to hashes: inout [UInt32]) {
        var whole = FeatureHash(seed: 1)
        var index = 0
        while index < word.count {
            whole.add(word[index])
            index += 1
        }
        hashes.append(whole.value)
        var first = -1
        while first + runBytes <= word.count + 1 {
            var run = FeatureHash(seed: 2)
            var position = first
            while position < first + runBytes {
                run.add(position < 0 || position >= word.count ? UInt8(ascii: " ") : word[position])
                position += 1
            }
            hashes.append(run.value)
            first += 1
        }
    }
}
