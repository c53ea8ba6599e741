import AI1Core
import Testing

@testable import AI1Router

@Suite("What a predictor sees of a prompt")
struct PromptFeaturesTests {
    @Test(
        "Buckets rise, are within bounds, and hold something",
        arguments: [
            "", " ", "a", "What is 2+2?", "日本語のテキスト", String(repeating: "word ", count: 5_000),
            "```swift\nlet x = 1\n```\n- a\n- b\n- c\n", "\u{0}\u{1}\n\r",
        ])
    func form(_ text: String) {
        for bits in [9, 14, 16] {
            let features = PromptFeatures(text: text, task: .chat, bucketBits: bits)
            #expect(zip(features.buckets, features.buckets.dropFirst()).allSatisfy { $0 < $1 })
            #expect(features.buckets.allSatisfy { Int($0) < 1 << bits } && features.values.allSatisfy { $0 != 0 })
            #expect(features.buckets.count == features.values.count && !features.buckets.isEmpty)
        }
    }

    @Test("Hashed pieces never fall into the buckets of plain marks")
    func apart() {
        // Two prompts with the same marks: all that differs is hashed.
        let left = PromptFeatures(text: "abcd efgh ijkl", task: .chat, bucketBits: 9)
        let right = PromptFeatures(text: "mnop qrst uvwx", task: .chat, bucketBits: 9)
        func marks(_ features: PromptFeatures) -> [UInt16] { features.buckets.filter { $0 < FeatureSpace.reserved } }
        #expect(marks(left) == marks(right) && left != right)
    }

    @Test("Case makes no difference; the task, the length and marks of structure do")
    func differences() {
        func features(_ text: String, _ task: TaskKind = .chat) -> PromptFeatures {
            PromptFeatures(text: text, task: task)
        }
        #expect(features("Hello World") == features("hello world"))
        #expect(features("hello") != features("hello", .code))
        #expect(features("let x = 1") != features("```\nlet x = 1\n```"))
        #expect(features("word").buckets != features(String(repeating: "word ", count: 90)).buckets)
    }

    @Test("The middle of a long text is not looked at, its end is")
    func window() {
        let filling = String(repeating: "x ", count: 3_000)
        func features(_ middle: String, _ end: String) -> PromptFeatures {
            PromptFeatures(text: filling + middle + filling + end, task: .chat)
        }
        #expect(features("secret", "end") == features("hidden", "end"))
        #expect(features("secret", "end") != features("secret", "fin"))
    }

    @Test("Hashed values have length one together once they are scaled")
    func scale() {
        let prompts = ["one two three", "two three four", "three four five six"].map {
            PromptFeatures(text: $0, task: .chat, bucketBits: 9)
        }
        let space = FeatureSpace(
            scales: FeatureSpace.scales(of: prompts, bucketBits: 9, isRoot: true), topics: .none(buckets: 512))
        for prompt in prompts {
            let vector = space.vector(of: prompt)
            let square = zip(vector.buckets, vector.values).filter { $0.0 >= FeatureSpace.reserved }
                .reduce(Float(0)) { $0 + $1.1 * $1.1 }
            #expect((square - 1).magnitude < 1e-4)
        }
    }

    @Test("A prompt is near to the topic whose pieces it has, and the parts add up to no more than one")
    func topics() throws {
        let prompt = PromptFeatures(text: "one two three", task: .chat, bucketBits: 9)
        let own = prompt.buckets.enumerated().filter { $0.element >= FeatureSpace.reserved }
        let alike = own.map {
            (bucket: Int($0.element), weight: prompt.values[$0.offset].sign == .plus ? Float(0.2) : -0.2)
        }
        let opposite = alike.map { (bucket: $0.bucket, weight: -$0.weight) }
        let space = FeatureSpace(
            scales: [Float](repeating: 1, count: 512), topics: TopicMap([opposite, alike], buckets: 512))
        let vector = space.vector(of: prompt)
        let topics = zip(vector.buckets, vector.values).filter {
            $0.0 >= PlainMarks.buckets && $0.0 < FeatureSpace.reserved
        }
        #expect(topics.count == 1 && topics.first?.0 == UInt16(PlainMarks.buckets + 1))
        let nearness = try #require(topics.first).1
        #expect((nearness - 1).magnitude < 0.02)
    }

    @Test("The hash is part of the file's form and stays what it is")
    func hash() {
        var hash = FeatureHash(seed: 1)
        for byte in "swift".utf8 { hash.add(byte) }
        #expect(hash.value == 0x0ED0_1271)
    }
}
