import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Router

@Suite("A predictor as octets")
struct PredictorFileTests {
    private static func predictor(models: Int = 3) -> QualityPredictor {
        let random = SeededRandom(seed: 2)
        func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(random.next() % 1_000) / 1_000 } }
        return QualityPredictor(
            models: (0..<models).map { .init(name: "modèle/\($0)", mean: 0.5, noise: 0.2, outcomes: 7) },
            evidence: .init(predictor: 0.1, length: 0.2, constant: 0.25, prompts: 50, beatsLength: true),
            bucketBits: 9,
            space: FeatureSpace(
                scales: numbers(512), topics: TopicMap([[(200, 0.5), (201, 0.5)], [(200, 1)]], buckets: 512)),
            energy: numbers(512), penalty: 3, spread: 1.5,
            weights: numbers(512 * models))
    }

    @Test("What is written is read")
    func roundTrip() throws {
        let predictor = Self.predictor()
        let read = try QualityPredictor.load(predictor.encoded())
        #expect(read == predictor)
        let features = PromptFeatures(text: "what is a monad?", task: .code, bucketBits: 9)
        #expect(read.predict(features) == predictor.predict(features))
        #expect(read.predictions(for: "hi", task: .chat).keys.sorted() == ["modèle/0", "modèle/1", "modèle/2"])
    }

    @Test("Every cut is refused")
    func cuts() {
        let bytes = Self.predictor(models: 1).encoded()
        for count in Array(0..<200) + [bytes.count / 2, bytes.count - 8, bytes.count - 1] {
            #expect(throws: PredictorError.self, "\(count)") { try QualityPredictor.load(Array(bytes[..<count])) }
        }
        #expect(throws: PredictorError.self) { try QualityPredictor.load(bytes + [0]) }
    }

    @Test("Every changed octet is refused")
    func damage() {
        let bytes = Self.predictor(models: 1).encoded()
        let random = SeededRandom(seed: 9)
        for index in Array(0..<120) + (0..<300).map({ _ in Int(random.next() % UInt64(bytes.count)) }) {
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(random.next() % 8)
            #expect(throws: PredictorError.self, "\(index)") { try QualityPredictor.load(damaged) }
        }
    }

    /// A file with some octets replaced and its checksum made right again.
    private func forged(_ change: (inout [UInt8]) -> Void) -> PredictorError? {
        var bytes = Array(Self.predictor(models: 2).encoded().dropLast(8))
        change(&bytes)
        let sum = PredictorChecksum.of(bytes)
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
        return #expect(throws: PredictorError.self) { try QualityPredictor.load(bytes) }
    }

    @Test("A forged file with a right checksum is bounded all the same")
    func forgery() {
        #expect(forged { $0[0] = 0 }?.code == .foreign)
        #expect(forged { $0[8] = 2 }?.message == "the predictor is of version 2; this ai1 reads version 1")
        #expect(forged { $0.replaceSubrange(12..<16, with: [0, 0, 0, 0]) }?.code == .damaged)
        #expect(forged { $0.replaceSubrange(12..<16, with: [255, 255, 255, 255]) }?.code == .damaged)
        #expect(forged { $0.replaceSubrange(12..<16, with: [255, 0, 0, 0]) }?.code == .length)
        #expect(forged { $0[16] = 31 }?.code == .damaged)
        #expect(forged { $0[16] = 16 }?.code == .length)
        // No number; endless; a name of no length, too long, and twice the same.
        #expect(forged { $0.replaceSubrange(20..<24, with: [0, 0, 192, 127]) }?.code == .damaged)
        #expect(forged { $0.replaceSubrange(($0.count - 4)..., with: [0, 0, 128, 127]) }?.code == .damaged)
        #expect(forged { $0.replaceSubrange(48..<50, with: [0, 0]) }?.code == .length)
        #expect(forged { $0.replaceSubrange(48..<50, with: [255, 255]) }?.code == .length)
        #expect(forged { $0[50] = 0xFF }?.code == .damaged)
        let same = forged { bytes in
            let step = 2 + "modèle/0".utf8.count + 12
            bytes.replaceSubrange(48 + step..<48 + 2 * step, with: Array(bytes[48..<48 + step]))
        }
        #expect(same?.message == "the predictor names a model twice")
    }

    @Test("Too large is refused before anything is read, and every refusal says what to do")
    func size() {
        let error = #expect(throws: PredictorError.self) {
            try QualityPredictor.load([UInt8](repeating: 0, count: PredictorFile.maximumBytes + 1))
        }
        #expect(error?.code == .tooLarge && error?.hint == "train it again: ai1 route train FILE.csv")
        #expect(error?.kind == .badData)
    }
}
