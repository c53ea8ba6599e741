import AI1Core
import AI1Evaluation
import AI1Router
import Testing

// One at a time: they want a processor each, and other suites wait for child processes.
@Suite("Training a predictor", .serialized)
struct PredictorTrainerTests {
    private func training(_ world: World) async throws -> Training {
        try await Training(
            try outcomes(world.csv, wantsFeatures: true), trainer: .small, resamples: 200)
    }

    @Test("In a world where words tell, it beats prompt length and finds the true qualities")
    func topics() async throws {
        let world = World(.topics, prompts: 300, seed: 3)
        let training = try await training(world)
        let errors = training.report.errors
        #expect(training.report.beatsLength && errors.predictor < 0.85 * errors.length, "\(errors)")
        #expect(training.report.heldOut == 60 && training.report.trainedOn == 240)
        #expect(training.predictor.evidence.beatsLength)
        // Prompts that were never in the data.
        let maths = training.predictor.predictions(for: "the proof of a theorem about a prime vector", task: .chat)
        let poems = training.predictor.predictions(for: "a sonnet: verse, stanza and rhyme", task: .chat)
        let small = try #require(maths["small"]?.quality)
        let large = try #require(maths["large"]?.quality)
        #expect(small > large + 0.2, "\(maths)")
        #expect((poems["large"]?.quality ?? 0) > (poems["small"]?.quality ?? 1) + 0.2, "\(poems)")
    }

    @Test("In a world of noise it claims nothing, and falls back to the means")
    func noise() async throws {
        let training = try await training(World(.noise, prompts: 250, seed: 4))
        let errors = training.report.errors
        #expect(!training.report.beatsLength, "\(training.report)")
        #expect((errors.predictor - errors.constant).magnitude < 0.01, "\(errors)")
    }

    @Test("Where only length tells, length is as good, and it is not said to be worse")
    func length() async throws {
        let training = try await training(World(.length, prompts: 300, seed: 5))
        let errors = training.report.errors
        #expect(errors.length < 0.9 * errors.constant && errors.predictor < 0.9 * errors.constant, "\(errors)")
        #expect(!training.report.beatsLength, "\(training.report)")
    }

    @Test("Predictions lie about as far from the truth as they say")
    func deviations() async throws {
        let table = try outcomes(World(.topics, prompts: 300, seed: 6).csv, wantsFeatures: true)
        let none = QualityPredictor.Evidence(predictor: 0, length: 0, constant: 0, prompts: 0, beatsLength: false)
        let predictor = try await PredictorTrainer.small.fit(table, evidence: none)
        let other = World(.topics, prompts: 300, seed: 7)
        let fresh = try outcomes(other.csv, wantsFeatures: true)
        let order = predictor.models.map { $0.name == "small" ? 0 : 1 }
        var squares = 0.0
        var count = 0.0
        for (prompt, record) in fresh.prompts.enumerated() {
            let features = try #require(record.features)
            for (place, estimate) in predictor.predict(features).enumerated() {
                let gap = estimate.quality - other.truth[prompt][order[place]]
                squares += gap * gap / (estimate.deviation * estimate.deviation)
                count += 1
            }
        }
        // One if every deviation were exact.
        #expect(0.6...1.7 ~= (squares / count).squareRoot(), "\((squares / count).squareRoot())")
    }

    @Test("The deviation of a familiar prompt is smaller than that of one of unknown words")
    func familiarity() async throws {
        // So many buckets that unknown words fall into empty ones.
        let table = try outcomes(World(.topics, prompts: 120, seed: 8).csv, wantsFeatures: true, bucketBits: 12)
        let training = try await Training(
            table, trainer: PredictorTrainer(bucketBits: 12, folds: 2, penalties: [1]), resamples: 20)
        // Both as long as the prompts of the data.
        let words = (1...8).map { "common\($0)" } + ["proof", "theorem"]
        let known = training.predictor.predictions(for: words.joined(separator: " "), task: .chat)
        let strange = words.map { String($0.unicodeScalars.map { Character(UnicodeScalar(UInt8($0.value ^ 2))) }) }
        let unknown = training.predictor.predictions(for: strange.joined(separator: " "), task: .chat)
        #expect((known["small"]?.deviation ?? 1) < (unknown["small"]?.deviation ?? 0))
    }

    @Test("The same data gives the same predictor to the octet")
    func deterministic() async throws {
        let world = World(.topics, prompts: 120, seed: 9)
        let first = try await training(world)
        let second = try await training(world)
        #expect(second.predictor.encoded() == first.predictor.encoded())
    }

    @Test("Missing outcomes are left out, not taken for bad ones")
    func missing() async throws {
        let world = World(.topics, prompts: 240, seed: 10)
        // Every second outcome of the large model is gone.
        var isGone = false
        let lines = world.csv.split(separator: "\n").filter { line in
            guard line.contains(",large,") else { return true }
            isGone.toggle()
            return !isGone
        }
        let table = try outcomes(lines.joined(separator: "\n"), wantsFeatures: true)
        let predictor = try await Training(table, trainer: .small, resamples: 50).predictor
        let large = try #require(predictor.models.first { $0.name == "large" })
        #expect(large.outcomes == 120 && (0.5...0.75).contains(large.mean), "\(large)")
        let poems = predictor.predictions(for: "a sonnet: verse, stanza and rhyme", task: .chat)
        #expect((poems["large"]?.quality ?? 0) > (poems["small"]?.quality ?? 1))
    }

    @Test("Too few prompts are refused with the number that is needed")
    func few() async throws {
        let table = try outcomes(World(.noise, prompts: 30, seed: 1).csv, wantsFeatures: true)
        let error = await #expect(throws: EvaluationError.self) { try await Training(table) }
        #expect(error?.code == .tooFew && error?.hint == "give at least 40")
    }

    @Test("Prompts of the same text are never on both sides")
    func duplicates() async throws {
        let head = "id,prompt,task,model,score,cost_usd,split\n"
        var csv = head
        for id in 0..<100 { csv += "\(id),text \(id % 50),chat,m,\(id % 2),0.001,\(id < 50 ? "train" : "test")\n" }
        let error = await #expect(throws: EvaluationError.self) { try await Training(try outcomes(csv)) }
        #expect(error?.code == .tooFew, "all training prompts are among those held out")
    }
}
