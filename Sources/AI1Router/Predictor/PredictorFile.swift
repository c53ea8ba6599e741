/// The form of a predictor as octets, version 1; numbers are little-endian.
///
/// | octets | what |
/// |---|---|
/// | 8 | `AI1PRED` and a line feed |
/// | 4 × 3 | version, number of models, number of buckets as a power of two |
/// | 4 × 6 | held-out errors of predictor, length and mean; held-out prompts; flags (bit 0: beats length); penalty |
/// | 4 | spread |
/// | each model | length of the name in 2 octets, the name in UTF-8, mean, noise, outcomes in 4 octets each |
/// | 4 × buckets | weights of the buckets |
/// | 4, 4 | number of topics, entries of their directions |
/// | buckets | how many entries each bucket has |
/// | entries | the topic of each entry |
/// | 4 × entries | the weight of each entry |
/// | 4 × buckets | energy |
/// | 4 × buckets × models | weights |
/// | 8 | checksum of everything before |
package enum PredictorFile {
    /// A larger file is refused: 256 models over 2^16 buckets, with their names.
    package static let maximumBytes = 72 << 20
    static let magic = Array("AI1PRED\n".utf8)
    static let version: UInt32 = 1
    /// Octets of a model's name at most.
    package static let longestName = 256

    static func encode(_ predictor: QualityPredictor) -> [UInt8] {
        var writer = PredictorWriter()
        writer.bytes = magic
        writer.bytes.reserveCapacity(128 + 4 * predictor.energy.count * (predictor.models.count + 4))
        writer.add(version)
        writer.add(UInt32(predictor.models.count))
        writer.add(UInt32(predictor.bucketBits))
        writer.add(predictor.evidence.predictor)
        writer.add(predictor.evidence.length)
        writer.add(predictor.evidence.constant)
        writer.add(predictor.evidence.prompts)
        writer.add(predictor.evidence.beatsLength ? 1 : 0 as UInt32)
        writer.add(predictor.penalty)
        writer.add(predictor.spread)
        for model in predictor.models {
            let name = Array(model.name.utf8.prefix(longestName))
            writer.bytes += [UInt8(name.count & 0xFF), UInt8(name.count >> 8)] + name
            writer.add(model.mean)
            writer.add(model.noise)
            writer.add(model.outcomes)
        }
        writer.add(predictor.space)
        writer.add(predictor.energy)
        writer.add(predictor.weights)
        let sum = PredictorChecksum.of(writer.bytes)
        writer.add(UInt32(truncatingIfNeeded: sum))
        writer.add(UInt32(truncatingIfNeeded: sum >> 32))
        return writer.bytes
    }

    static func decode(_ bytes: [UInt8]) throws(PredictorError) -> QualityPredictor {
        guard bytes.count <= maximumBytes else {
            throw PredictorError(.tooLarge, "the predictor is larger than \(maximumBytes >> 20) MiB")
        }
        guard bytes.starts(with: magic) else { throw PredictorError(.foreign, "this is no predictor of ai1") }
        var reader = PredictorReader(bytes, from: magic.count)
        let found = try reader.integer()
        guard found == version else {
            throw PredictorError(.version, "the predictor is of version \(found); this ai1 reads version \(version)")
        }
        // The checksum comes first, so that nothing of a damaged file is believed.
        guard bytes.count >= magic.count + 48 else { throw PredictorReader.short }
        var tail = PredictorReader(bytes, from: bytes.count - 8)
        let sum = UInt64(try tail.integer()) | UInt64(try tail.integer()) << 32
        guard PredictorChecksum.of(bytes.dropLast(8)) == sum else {
            throw PredictorError(.damaged, "the predictor is cut short or damaged: its checksum is wrong")
        }
        return try content(&reader, end: bytes.count - 8)
    }

    private static func content(
        _ reader: inout PredictorReader, end: Int
    ) throws(PredictorError) -> QualityPredictor {
        let count = Int(try reader.integer())
        let bits = Int(try reader.integer())
        guard 1...QualityPredictor.maximumModels ~= count, PromptFeatures.bucketBits ~= bits else {
            throw PredictorError(.damaged, "the predictor has \(count) models over 2^\(bits) buckets")
        }
        let errors = try reader.numbers(3, in: 0...1)
        let prompts = try reader.integer()
        let flags = try reader.integer()
        let penalty = try reader.numbers(1, in: 1e-6...1e9)[0]
        let spread = try reader.numbers(1, in: 0...1e6)[0]
        var models: [QualityPredictor.Model] = []
        for _ in 0..<count {
            let name = try reader.name()
            guard !models.contains(where: { $0.name == name }) else {
                throw PredictorError(.damaged, "the predictor names a model twice")
            }
            let numbers = try reader.numbers(2, in: 0...1)
            models.append(.init(name: name, mean: numbers[0], noise: numbers[1], outcomes: try reader.integer()))
        }
        let space = try reader.space(buckets: 1 << bits)
        guard end - reader.position == 4 * (1 << bits) * (count + 1) else { throw PredictorReader.short }
        return QualityPredictor(
            models: models,
            evidence: .init(
                predictor: errors[0], length: errors[1], constant: errors[2], prompts: prompts,
                beatsLength: flags & 1 == 1),
            bucketBits: bits, space: space,
            energy: try reader.numbers(1 << bits, in: 0...1e12), penalty: penalty, spread: spread,
            weights: try reader.numbers(count << bits, in: -1e6...1e6))
    }
}
