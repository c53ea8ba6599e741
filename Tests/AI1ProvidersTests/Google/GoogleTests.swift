import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("Google generateContent")
struct GoogleTests {
    private let dialect = GoogleDialect()
    private let base = "https://generativelanguage.example.com/v1beta"

    private var plain: DialectExample {
        DialectExample(
            "a stream of text", dialect: dialect, request: Fixtures.ask(),
            target: Fixtures.target(.google, model: "gemini-3.5-flash", base: base),
            url: base + "/models/gemini-3.5-flash:streamGenerateContent?alt=sse",
            headers: [
                ("x-goog-api-key", "test-key-not-real"), ("content-type", "application/json"),
                ("accept", "text/event-stream"),
            ],
            body: #"{"contents":[{"role":"user","parts":[{"text":"Say hello."}]}]}"#,
            answer: Fixtures.events(
                #"{"candidates":[{"content":{"parts":[{"text":"hm","thought":true}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":100,"totalTokenCount":100},"modelVersion":"gemini-3.5-flash-001","responseId":"r1"}"#,
                #"{"candidates":[{"content":{"parts":[{"text":"Grüße "},{"text":"\ud83d\ude00"}],"role":"model"},"index":0}],"modelVersion":"gemini-3.5-flash-001","responseId":"r1"}"#,
                #"{"candidates":[{"content":{"parts":[{"text":""}],"role":"model"},"finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":80,"candidatesTokenCount":7,"thoughtsTokenCount":20,"toolUsePromptTokenCount":5,"totalTokenCount":132,"promptTokensDetails":[{"modality":"TEXT","tokenCount":100}]},"modelVersion":"gemini-3.5-flash-001","responseId":"r1"}"#
            ).replacingLineEnds(),
            expected: .init(
                text: "Grüße 😀", reasoning: "hm",
                usage: TokenUsage(uncachedInput: 25, cacheRead: 80, visibleOutput: 7, reasoning: 20),
                servedModel: "gemini-3.5-flash-001", providerID: "r1"))
    }

    @Test("keeps the contract for a stream of thoughts and text with CR LF line ends")
    func textStream() throws {
        var example = plain
        // The CR that ends the last blank line is an end by itself.
        example.completeAfter = example.answer.count - 1
        try DialectContract.check(example)
    }

    @Test("keeps the contract for tools, images, schema and options")
    func everything() throws {
        var example = plain
        example.title = "everything"
        example.request = Fixtures.everything()
        example.body = """
            {"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[
              {"role":"user","parts":[{"text":"What is this?"},{"inlineData":{"mimeType":"image/png","data":"iVBO"}}]},
              {"role":"model","parts":[{"text":"Let me look."},
                {"functionCall":{"name":"weather","args":{"city":"Oslo"},"id":"call_1"},
                 "thoughtSignature":"skip_thought_signature_validator"}]},
              {"role":"user","parts":[
                {"functionResponse":{"name":"weather","response":{"result":"4 degrees"},"id":"call_1"}},
                {"text":"And now?"}]}],
             "tools":[{"functionDeclarations":[{"name":"weather","description":"The weather of a city.",
               "parametersJsonSchema":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}]}],
             "generationConfig":{"temperature":0.70,"maxOutputTokens":4096,"stopSequences":["END"],"seed":7,
               "responseMimeType":"application/json","responseJsonSchema":{"type":"object",
                 "properties":{"degrees":{"type":"integer"}},"required":["degrees"],"additionalProperties":false},
               "thinkingConfig":{"thinkingLevel":"low","includeThoughts":true}}}
            """
        example.answer = Array(
            Fixtures.events(
                #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"weather","args":{"city":"Rome"}},"thoughtSignature":"c2ln+/="},{"functionCall":{"name":"now","args":{},"id":"g7"}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":4,"totalTokenCount":13}}"#
            ).utf8)
        example.completeAfter = example.answer.count
        let id = "call_ai1_\(Fixtures.id.short)_0"
        example.expected = .init(
            text: "",
            toolCalls: [
                ToolCall(id: id + "~c2ln+/=", name: "weather", arguments: #"{"city":"Rome"}"#),
                ToolCall(id: "g7", name: "now", arguments: "{}"),
            ],
            usage: TokenUsage(uncachedInput: 9, visibleOutput: 4), finish: .toolCalls)
        try DialectContract.check(example)
    }

    @Test("a call goes back with its signature and without an id of our own")
    func signature() throws {
        let call = ToolCall(id: "call_ai1_x_0~c2ln+/=", name: "f", arguments: "{}")
        let request = ChatRequest(
            id: Fixtures.id,
            messages: [
                .user("a"), Message(role: .assistant, parts: [.toolCall(call)]),
                Message(
                    role: .tool,
                    parts: [.toolResult(ToolResult(callID: call.id, name: "f", content: "no", isError: true))]),
            ])
        let body = try Fixtures.json(
            dialect.encode(request, for: Fixtures.target(.google, model: "gemini-3.5-flash", base: base)))
        let documented = """
            [{"role":"user","parts":[{"text":"a"}]},
             {"role":"model","parts":[{"functionCall":{"name":"f","args":{}},"thoughtSignature":"c2ln+/="}]},
             {"role":"user","parts":[{"functionResponse":{"name":"f","response":{"error":"no"}}}]}]
            """
        #expect(try body["contents"] == JSONParser.parse(documented))
    }

    @Test("keeps the contract for one document, and for an array of responses", arguments: [false, true])
    func document(isArray: Bool) throws {
        var example = plain
        example.title = "a document"
        example.request.stream = isArray
        if !isArray {
            example.url = base + "/models/gemini-3.5-flash:generateContent"
            example.headers = [("accept", "application/json")]
        }
        let first = #"{"candidates":[{"content":{"parts":[{"text":"Hel"}]}}],"responseId":"r2"}"#
        let last = """
            {"candidates":[{"content":{"parts":[{"text":"lo"}]},"finishReason":"MAX_TOKENS"}],
             "usageMetadata":{"promptTokenCount":3,"thoughtsTokenCount":9,"totalTokenCount":12},"responseId":"r2"}
            """
        example.answer = Array((isArray ? "[\(first),\n\(last)]" : last).utf8)
        example.completeAfter = example.answer.count
        example.expected = .init(
            text: isArray ? "Hello" : "lo", usage: TokenUsage(uncachedInput: 3, reasoning: 9), finish: .length,
            providerID: "r2")
        try DialectContract.check(example)
    }

    @Test("ends of an answer are told apart")
    func ends() {
        func candidate(_ reason: String) -> String { #"{"candidates":[{"finishReason":"\#(reason)"}]}"# }
        let cases: [(String, FinishReason?, FaultKind?)] = [
            (candidate("SAFETY"), .contentFilter, nil), (candidate("RECITATION"), .contentFilter, nil),
            (candidate("PROHIBITED_CONTENT"), .contentFilter, nil), (candidate("OTHER"), nil, .inBandError),
            (candidate("MALFORMED_FUNCTION_CALL"), nil, .inBandError),
            (candidate("FINISH_REASON_UNSPECIFIED"), nil, .cut),
            (#"{"promptFeedback":{"blockReason":"SAFETY"}}"#, .contentFilter, nil),
            (#"{"error":{"code":503,"message":"overloaded","status":"UNAVAILABLE"}}"#, nil, .inBandError),
            (#"{"error":{"code":429,"message":"slow","status":"RESOURCE_EXHAUSTED"}}"#, nil, .rateLimited),
            ("[]", nil, .malformed),
        ]
        for (event, finish, fault) in cases {
            let body = Array("data: \(event)\n\n".utf8)
            let answer = DecodedAnswer.decoding(body, with: dialect.decoder(for: Fixtures.ask()))
            #expect(answer.finish == finish, "\(event)")
            #expect(answer.fault?.kind == fault, "\(event)")
        }
    }

    @Test("usage that leaves out more than zeros is not believed, and a cut answer is estimated from what came")
    func usage() {
        func usage(_ report: String, finish: Bool = true) -> TokenUsage? {
            let reason = finish ? #","finishReason":"STOP""# : ""
            let event =
                #"{"candidates":[{"content":{"parts":[{"text":"12345678"}]}\#(reason)}],"usageMetadata":\#(report)}"#
            return DecodedAnswer.decoding(
                Array("data: \(event)\n\n".utf8), with: dialect.decoder(for: Fixtures.ask())
            ).usage
        }
        #expect(usage(#"{"promptTokenCount":4,"totalTokenCount":4}"#) == TokenUsage(uncachedInput: 4))
        #expect(usage(#"{"promptTokenCount":4,"totalTokenCount":9}"#) == nil)
        #expect(usage(#"{"candidatesTokenCount":4}"#) == nil)
        #expect(usage(#"{"promptTokenCount":4,"cachedContentTokenCount":5,"candidatesTokenCount":1}"#) == nil)
        #expect(
            usage(#"{"promptTokenCount":4}"#, finish: false)
                == TokenUsage(uncachedInput: 4, visibleOutput: 2, source: .estimated))
    }

    @Test("reasoning is a budget for Gemini 2.5 and a level for later ones")
    func thinking() throws {
        let cases: [(String, ReasoningEffort, String)] = [
            ("gemini-2.5-flash", .none, #"{"thinkingBudget":0}"#),
            ("gemini-2.5-pro", .none, #"{"thinkingBudget":128,"includeThoughts":false}"#),
            ("gemini-2.5-flash-lite", .medium, #"{"thinkingBudget":8192,"includeThoughts":true}"#),
            ("gemini-3-flash-preview", .none, #"{"thinkingLevel":"minimal","includeThoughts":false}"#),
            ("gemini-3.1-pro-preview", .minimal, #"{"thinkingLevel":"low","includeThoughts":true}"#),
            ("gemini-3-pro-preview", .medium, #"{"thinkingLevel":"high","includeThoughts":true}"#),
            ("gemini-flash-latest", .high, #"{"thinkingLevel":"high","includeThoughts":true}"#),
        ]
        for (model, effort, config) in cases {
            var request = Fixtures.ask()
            request.options.reasoning = effort
            let body = try Fixtures.json(
                dialect.encode(request, for: Fixtures.target(.google, model: model, base: base)))
            #expect(try body["generationConfig"]?["thinkingConfig"] == JSONParser.parse(config), "\(model) \(effort)")
        }
    }

    @Test("the model's id is one encoded path segment")
    func path() throws {
        for (model, segment) in [
            ("models/gemini-x", "gemini-x"), ("a/b c?d#e%", "a%2Fb%20c%3Fd%23e%25"), ("ü", "%C3%BC"),
        ] {
            let request = try dialect.encode(
                Fixtures.ask(), for: Fixtures.target(.google, model: model, base: base + "/"))
            #expect(request.url == "\(base)/models/\(segment):streamGenerateContent?alt=sse")
        }
    }
}

extension String {
    /// The same events with CR LF at the line ends.
    fileprivate func replacingLineEnds() -> String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}
