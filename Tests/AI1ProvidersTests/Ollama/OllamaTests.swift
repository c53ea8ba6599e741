import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("Ollama chat")
struct OllamaTests {
    private let dialect = OllamaDialect()

    private var plain: DialectExample {
        DialectExample(
            "a stream of text", dialect: dialect, request: Fixtures.ask(),
            target: Fixtures.target(.ollama, model: "llama3.2:1b", base: "http://127.0.0.1:11434", hasKey: false),
            url: "http://127.0.0.1:11434/api/chat",
            headers: [("content-type", "application/json"), ("accept", "application/x-ndjson")],
            body: #"{"model":"llama3.2:1b","messages":[{"role":"user","content":"Say hello."}],"stream":true}"#,
            answer: #"""
                {"model":"llama3.2:1b","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"","thinking":"hm"},"done":false}
                {"model":"llama3.2:1b","created_at":"2026-01-01T00:00:01Z","message":{"role":"assistant","content":"Grüße "},"done":false}
                {"model":"llama3.2:1b","created_at":"2026-01-01T00:00:02Z","message":{"role":"assistant","content":"\ud83d\ude00"},"done":false}
                {"model":"llama3.2:1b","created_at":"2026-01-01T00:00:03Z","message":{"role":"assistant","content":""},"done_reason":"stop","done":true,"total_duration":5,"prompt_eval_count":26,"eval_count":9}

                """#,
            // The last line is whole without its line end.
            completeAfter: #""eval_count":9}"#,
            expected: .init(
                text: "Grüße 😀", reasoning: "hm", usage: TokenUsage(uncachedInput: 26, visibleOutput: 9),
                servedModel: "llama3.2:1b"))
    }

    @Test("keeps the contract for a stream of thoughts and text")
    func textStream() throws {
        try DialectContract.check(plain)
    }

    @Test("keeps the contract for tools, images, schema and options")
    func everything() throws {
        var example = plain
        example.title = "everything"
        example.request = Fixtures.everything()
        example.target = Fixtures.target(
            .ollama, model: "gpt-oss:20b", base: "https://ollama.example.com", contextTokens: 10_000)
        example.url = "https://ollama.example.com/api/chat"
        example.headers.append(("authorization", "Bearer test-key-not-real"))
        example.body = """
            {"model":"gpt-oss:20b","messages":[
              {"role":"system","content":"Be brief."},
              {"role":"user","content":"What is this?","images":["iVBO"]},
              {"role":"assistant","content":"Let me look.",
               "tool_calls":[{"function":{"name":"weather","arguments":{"city":"Oslo"}}}]},
              {"role":"tool","tool_name":"weather","content":"4 degrees"},
              {"role":"user","content":"And now?"}],
             "stream":true,"format":{"type":"object","properties":{"degrees":{"type":"integer"}},"required":["degrees"],
               "additionalProperties":false},
             "tools":[{"type":"function","function":{"name":"weather","description":"The weather of a city.",
               "parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}],
             "think":"low",
             "options":{"temperature":0.70,"num_predict":4096,"seed":7,"stop":["END"],"num_ctx":8192}}
            """
        example.answer = Array(
            #"""
            {"model":"m","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"weather","arguments":{"city":"Rome"}}}]},"done":false}
            {"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","eval_count":3}
            """#.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "",
            toolCalls: [
                ToolCall(id: "call_ai1_\(Fixtures.id.short)_0", name: "weather", arguments: #"{"city":"Rome"}"#)
            ],
            usage: nil, finish: .toolCalls, servedModel: "m")
        try DialectContract.check(example)
    }

    @Test("keeps the contract for an answer in one document")
    func document() throws {
        var example = plain
        example.title = "a document"
        example.request.stream = false
        example.headers = [("accept", "application/json")]
        example.body = #"{"model":"llama3.2:1b","messages":[{"role":"user","content":"Say hello."}],"stream":false}"#
        example.answer = Array(
            #"""
            {"model":"m","message":{"role":"assistant","content":"Hel"},"done":true,
             "done_reason":"length","prompt_eval_count":0,"eval_count":3}
            """#.utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: "Hel", usage: TokenUsage(uncachedInput: 0, visibleOutput: 3), finish: .length, servedModel: "m")
        try DialectContract.check(example)
    }

    @Test("an error line is an error, and another object is malformed")
    func errors() {
        let cases: [(String, FaultKind)] = [
            (#"{"error":"model runner has stopped"}"# + "\n", .inBandError), (#"{"hello":1}"# + "\n", .malformed),
            (#"{"model":"m","message":{"content":"a"},"done":false}"# + "\n", .cut), ("", .cut),
            ("<html>\n", .malformed),
        ]
        for (body, kind) in cases {
            let answer = DecodedAnswer.decoding(Array(body.utf8), with: dialect.decoder(for: Fixtures.ask()))
            #expect(answer.fault?.kind == kind, "\(body)")
        }
    }

    @Test("levels of thinking are for gpt-oss alone")
    func think() throws {
        for (model, effort, value) in [
            ("qwen3:8b", ReasoningEffort.high, JSONValue.bool(true)), ("qwen3:8b", .none, false),
            ("gpt-oss:20b", .minimal, "low"), ("gpt-oss:20b", .high, "high"), ("gpt-oss:20b", .none, false),
        ] {
            var request = Fixtures.ask()
            request.options.reasoning = effort
            let target = Fixtures.target(.ollama, model: model, base: "http://127.0.0.1:1")
            #expect(try Fixtures.json(dialect.encode(request, for: target))["think"] == value, "\(model) \(effort)")
        }
    }

    @Test("a window is asked for only when the default is too small, and never beyond the model's")
    func window() throws {
        func window(_ words: Int, context: Int) throws -> String? {
            let request = Fixtures.ask(String(repeating: "word ", count: words))
            let target = Fixtures.target(.ollama, model: "m", base: "http://127.0.0.1:1", contextTokens: context)
            return try Fixtures.json(dialect.encode(request, for: target))["options"]?["num_ctx"]?.number?.text
        }
        #expect(try window(10, context: 0) == nil)
        #expect(try window(8_000, context: 0) == "16384")
        #expect(try window(8_000, context: 12_000) == "12000")
    }
}
