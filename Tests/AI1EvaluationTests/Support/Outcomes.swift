import AI1Evaluation
import AI1Router
import AI1TestSupport

/// Reads recorded outcomes from text.
func outcomes(_ text: String, wantsFeatures: Bool = false, bucketBits: Int = 10) throws -> OutcomeTable {
    var reader = OutcomeReader(wantsFeatures: wantsFeatures, bucketBits: bucketBits)
    try Array(text.utf8).withUnsafeBufferPointer { try reader.feed($0) }
    return try reader.finish()
}

extension PredictorTrainer {
    /// Trains in little time without the compiler's optimisation.
    static let small = PredictorTrainer(bucketBits: 10, folds: 2, penalties: [1_000, 5])
}

/// A world whose true qualities are known: prompts of words, two models, scores of 0 and 1 by chance.
struct World {
    enum Kind { case topics, length, noise }

    let csv: String
    /// The chance of a score of 1 by prompt id and model (`small`, `large`).
    let truth: [[Double]]

    /// - Parameters:
    ///   - split: whether every other prompt is marked test
    init(_ kind: Kind, prompts: Int, seed: UInt64, split: Bool = false) {
        let random = SeededRandom(seed: seed)
        func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        func chance() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }
        var csv = "id,prompt,task,model,score,cost_usd" + (split ? ",split" : "") + "\n"
        var truth: [[Double]] = []
        for id in 0..<prompts {
            let topic = pick(4)
            let length = 6 + pick(10)
            var words: [String] = []
            for _ in 0..<length {
                words.append(pick(2) == 0 ? Self.words[topic][pick(6)] : "common\(pick(60))")
            }
            let chances: [Double]
            switch kind {
            case .topics: chances = [[0.95, 0.1, 0.9, 0.1][topic], [0.15, 0.9, 0.85, 0.6][topic]]
            case .length: chances = [length < 11 ? 0.9 : 0.2, length < 11 ? 0.9 : 0.7]
            case .noise: chances = [0.5, 0.7]
            }
            truth.append(chances)
            for (model, cost) in [(0, "0.001"), (1, "0.010")] {
                let score = chance() < chances[model] ? 1 : 0
                csv += "\(id),\(words.joined(separator: " ")) \(id),chat,\(["small", "large"][model]),\(score),\(cost)"
                csv += split ? ",\(id % 2 == 0 ? "train" : "test")\n" : "\n"
            }
        }
        self.csv = csv
        self.truth = truth
    }

    private static let words = [
        ["integral", "matrix", "theorem", "proof", "vector", "prime"],
        ["poem", "rhyme", "verse", "sonnet", "stanza", "metre"],
        ["compiler", "pointer", "thread", "mutex", "socket", "kernel"],
        ["harbour", "cathedral", "empire", "treaty", "dynasty", "plague"],
    ]
}
