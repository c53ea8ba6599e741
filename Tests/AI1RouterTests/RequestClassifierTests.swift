import AI1Core
import AI1Router
import Testing

@Suite("The classifier")
struct RequestClassifierTests {
    private func request(_ messages: [Message], schema: Bool = false, tools: [Tool] = []) -> ChatRequest {
        ChatRequest(
            id: RequestID(time: Timestamp(millisecondsSinceEpoch: 0), random: (1, 2)), messages: messages,
            schema: schema ? OutputSchema(name: "s", schema: .object([:])) : nil, tools: tools)
    }

    private func classify(_ text: String, limit: Int? = nil) -> RequestFeatures {
        RequestClassifier.features(of: request([.user(text)]), outputLimit: limit)
    }

    static let diff = "\n\ndiff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -1,2 +1,2 @@\n-int a;\n+int b;\n"

    @Test(
        "a request's task is seen",
        arguments: [
            ("prove that sqrt 2 is irrational", TaskKind.math), ("what is 17 * 23?", .math),
            ("solve x^2 - 4 = 0", .math),
            ("Beweise, dass es unendlich viele Primzahlen gibt", .math), ("Berechne das Integral von sin(x)", .math),
            ("write a commit message" + diff, .code), ("explain borrow checking to a C programmer", .code),
            ("Why does this fail?\n```swift\nlet a = 1\n```", .code), ("implement quicksort in Rust", .code),
            ("what's wrong here\n\ndef f(x):\n    return x\nfor i in range(3):\n", .code),
            ("write a sql query that lists users", .code), ("escribe una función en python", .code),
            ("summarize this article", .summary), ("tl;dr", .summary),
            ("Fasse den Text zusammen: Zusammenfassung", .summary),
            ("résume ce texte", .summary), ("总结这篇文章", .summary),
            ("translate to German: good morning", .translation), ("Übersetze ins Englische: Guten Tag", .translation),
            ("ÜBERSETZE das", .translation), ("traduis en anglais: bonjour", .translation), ("翻译成英文:你好", .translation),
            ("Переведи на английский: привет", .translation),
            ("extract all email addresses", .extraction), ("classify these reviews by sentiment", .extraction),
            ("write a haiku about autumn", .creative), ("Schreibe ein Gedicht über den Herbst", .creative),
            ("write a poem about code", .creative),
            ("hi", .chat), ("why is the sky blue?", .chat), ("", .chat), ("?!…", .chat),
            ("what happened on 2024-05-06?", .chat),
        ])
    func tasks(_ text: String, _ task: TaskKind) {
        #expect(classify(text).task == task, "\(text)")
    }

    @Test("the proof of look.md: mathematics, around 0.6, a few hundred tokens")
    func proof() {
        let features = classify("prove that sqrt 2 is irrational")
        #expect((0.55...0.68).contains(features.difficulty))
        #expect((5...20).contains(features.inputTokens) && (250...600).contains(features.outputTokens))
    }

    @Test("a commit message is easy and short")
    func commitMessage() {
        let features = classify("write a commit message" + Self.diff)
        #expect(features.difficulty <= 0.35 && features.outputTokens <= 120)
    }

    @Test("hard words make it harder, easy words easier, effort counts")
    func difficulty() {
        #expect(classify("design a distributed rate limiter").difficulty > classify("why is the sky blue?").difficulty)
        #expect(classify("what is the capital of France?").difficulty < classify("why is the sky blue?").difficulty)
        #expect(classify("implement a lock-free queue, optimize it, and discuss race conditions").difficulty > 0.6)
        var hard = request([.user("why is the sky blue?")])
        hard.options.reasoning = .high
        let features = RequestClassifier.features(of: hard, outputLimit: nil)
        #expect(features.difficulty > classify("why is the sky blue?").difficulty)
    }

    @Test("expected output follows the task, the wish and the limit")
    func output() {
        #expect(classify("Write a 500 word essay on Rome").outputTokens == 700)
        #expect(
            classify("explain relativity in one sentence").outputTokens < classify("explain relativity").outputTokens)
        #expect(classify("explain relativity in detail").outputTokens > classify("explain relativity").outputTokens)
        let text = String(repeating: "The cat sat on the mat. ", count: 400)
        let translated = classify("translate to German: " + text).outputTokens
        #expect((2_000...3_500).contains(translated))
        #expect((80...800).contains(classify("summarize: " + text).outputTokens))
        let limited = classify("implement quicksort", limit: 50)
        #expect(limited.outputTokens == 50 && limited.outputLimit == 50)
        #expect(classify("implement quicksort").outputLimit == nil)
        #expect(classify("write 99999 words").outputTokens <= 16_384)
    }

    @Test("needs are read off images, tools and schema")
    func needs() {
        let image = ImagePart(mediaType: "image/png", bytes: [1])
        let seen = RequestClassifier.features(
            of: request([Message(role: .user, parts: [.text("what is this?"), .image(image)])]), outputLimit: nil)
        #expect(seen.task == .vision && seen.needs.imageInput && !seen.needs.tools && !seen.needs.schema)
        let tool = Tool(name: "t", summary: "", parameters: .object([:]))
        let shaped = RequestClassifier.features(
            of: request([.user("Anna is 31")], schema: true, tools: [tool]), outputLimit: nil)
        #expect(shaped.task == .extraction && shaped.needs.schema && shaped.needs.tools && !shaped.needs.imageInput)
    }

    @Test("a turn that says nothing takes the task of the one before")
    func earlierTurns() {
        let turns = [Message.user("prove that sqrt 2 is irrational"), .assistant("Suppose…"), .user("go on")]
        #expect(RequestClassifier.features(of: request(turns), outputLimit: nil).task == .math)
        let changed = turns + [.assistant("…"), .user("translate that into French")]
        #expect(RequestClassifier.features(of: request(changed), outputLimit: nil).task == .translation)
        #expect(RequestClassifier.features(of: request([]), outputLimit: nil).task == .chat)
    }

    @Test("the instruction is found before and after a long text, and what lies deep inside does not count")
    func longTexts() {
        let filler = String(repeating: "Lorem ipsum dolor sit amet. ", count: 40_000)
        #expect(classify("summarize this\n\n" + filler).task == .summary)
        #expect(classify(filler + "\n\nTranslate the above to German").task == .translation)
        #expect(classify(filler + " prove theorem integral " + filler).task == .chat)
        let huge = classify("summarize this\n\n" + String(repeating: "x", count: 40_000_000))
        #expect(huge.inputTokens >= 10_000_000 && huge.task == .summary)
    }

    @Test("difficulty and lengths stay in their bounds, whatever the text")
    func bounds() {
        var random = SplitMix(state: 3)
        let words = [
            "prove", "short", "what is", "```", "diff --git ", "9", "words", "\n- ", "é", "总结", "\0", "detail", "+",
            "=", "Ü",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int(random.next() % 30)).map { _ in words[Int(random.next() % UInt64(words.count))] }
                .joined(separator: " ")
            let features = classify(text)
            #expect((0.05...0.95).contains(features.difficulty))
            #expect((16...16_384).contains(features.outputTokens))
        }
    }
}
