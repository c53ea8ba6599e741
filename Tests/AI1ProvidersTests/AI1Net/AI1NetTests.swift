import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("AI1NET generate")
struct AI1NetTests {
    private let dialect = AI1NetDialect()
    private let target = Fixtures.target(.ai1net, model: "any", base: "https://node.example.com")

    private func example(_ answer: String, _ expected: DialectExample.Expected) -> DialectExample {
        DialectExample(
            "text", dialect: dialect, request: Fixtures.ask(), target: target,
            url: "https://node.example.com/v1/generate",
            headers: [
                ("authorization", "Bearer test-key-not-real"), ("content-type", "application/json"),
                ("accept", "application/json"),
            ],
            body: #"{"input":"Say hello.","parameters":{}}"#, answer: answer, expected: expected)
    }

    @Test("keeps the contract for text with fractional counts")
    func text() throws {
        try DialectContract.check(
            example(
                #"{"output":"Grüße 😀","usage":{"input_tokens":8.25,"output_tokens":120},"latency_ms":320}"#,
                .init(text: "Grüße 😀", usage: TokenUsage(uncachedInput: 9, visibleOutput: 120))))
    }

    @Test("keeps the contract for media and for other objects, which have no usage")
    func objects() throws {
        try DialectContract.check(
            example(
                #"{"output":{"image_url":"https://cdn.example.com/a.png"},"latency_ms":2100}"#,
                .init(text: "https://cdn.example.com/a.png", usage: nil)))
        try DialectContract.check(
            example(
                #"{"output":{"audio_url":"https://cdn.example.com/a.mp3"},"latency_ms":850}"#,
                .init(text: "https://cdn.example.com/a.mp3", usage: nil)))
        try DialectContract.check(
            example(#"{"output":{"answer": 42}}"#, .init(text: #"{"answer":42}"#, usage: nil)))
    }

    @Test("only the published parameters are sent")
    func parameters() throws {
        var request = Fixtures.ask()
        request.options = ChatOptions(temperature: JSONNumber("0.7"), maxOutputTokens: 200)
        let sent = try dialect.encode(request, for: target)
        #expect(
            String(decoding: sent.body, as: UTF8.self)
                == #"{"input":"Say hello.","parameters":{"max_tokens":200,"temperature":0.7}}"#)
    }

    @Test("system prompt, turns and schema are joined into the input")
    func joined() throws {
        var request = ChatRequest(id: Fixtures.id, system: "Be brief.", messages: [.user("Hi.")])
        func input() throws -> String? { try Fixtures.json(dialect.encode(request, for: target))["input"]?.string }
        #expect(try input() == "Be brief.\n\nHi.")
        request.messages = [.user("Hi."), .assistant("Hello."), .user("Bye.")]
        #expect(try input() == "Be brief.\n\nUser: Hi.\n\nAssistant: Hello.\n\nUser: Bye.\n\nAssistant:")
        request.messages.append(.assistant("Good"))
        #expect(try input()?.hasSuffix("User: Bye.\n\nAssistant: Good") == true)
        request.schema = OutputSchema(name: "s", schema: ["type": "object"])
        #expect(try input()?.contains(#"{"type":"object"}"#) == true)
    }

    @Test("what the protocol has no words for is refused before sending")
    func refused() {
        let image = ImagePart(mediaType: "image/png", bytes: [1])
        var requests = [ChatRequest(id: Fixtures.id, messages: [Message(role: .user, parts: [.image(image)])])]
        for change in [
            { (request: inout ChatRequest) in request.tools = [Fixtures.tool] }, { $0.options.stop = ["x"] },
            { $0.options.seed = 1 }, { $0.options.reasoning = .low },
        ] as [(inout ChatRequest) -> Void] {
            var request = Fixtures.ask()
            change(&request)
            requests.append(request)
        }
        for request in requests {
            #expect(throws: ProviderFault.self) { try dialect.encode(request, for: target) }
        }
    }

    @Test("an error in a good answer is an error, and an answer without output is malformed")
    func errors() {
        for (body, kind) in [
            (#"{"error":{"message":"busy","code":"rate_limit_exceeded"}}"#, FaultKind.rateLimited),
            (#"{"error":"busy"}"#, .inBandError), (#"{"latency_ms":3}"#, .malformed), (#"{"output":null}"#, .malformed),
            (#"{"output":["a"]}"#, .malformed), ("hello", .malformed), ("", .cut),
        ] {
            let answer = DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask()))
            #expect(answer.fault?.kind == kind, "\(body)")
        }
    }
}
