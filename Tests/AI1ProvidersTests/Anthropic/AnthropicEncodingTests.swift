import AI1Core
import Testing

@testable import AI1Providers

@Suite("Anthropic requests")
struct AnthropicEncodingTests {
    private let dialect = AnthropicDialect()

    private func body(
        _ request: ChatRequest, model: String = "claude-sonnet-4-6", base: String = "https://h", reasoning: Bool = true,
        schema: Bool = true, maxOutputTokens: Int = 64_000
    ) throws -> JSONValue {
        let target = Fixtures.target(
            .anthropic, model: model, base: base, capabilities: Capabilities(schema: schema, reasoning: reasoning),
            maxOutputTokens: maxOutputTokens)
        return try Fixtures.json(dialect.encode(request, for: target))
    }

    @Test("max_tokens is the user's, else the model's within a bound")
    func outputLimit() throws {
        var request = Fixtures.ask()
        #expect(try body(request)["max_tokens"]?.number?.text == "32768")
        #expect(try body(request, reasoning: false)["max_tokens"]?.number?.text == "8192")
        #expect(try body(request, maxOutputTokens: 4_096)["max_tokens"]?.number?.text == "4096")
        #expect(try body(request, reasoning: false, maxOutputTokens: 0)["max_tokens"]?.number?.text == "8192")
        request.options.maxOutputTokens = 77
        #expect(try body(request)["max_tokens"]?.number?.text == "77")
    }

    @Test("a base URL with or without the version reaches the same path")
    func base() throws {
        for base in ["https://h", "https://h/", "https://h/v1", "https://h/v1/"] {
            let target = Fixtures.target(.anthropic, model: "m", base: base)
            #expect(try dialect.encode(Fixtures.ask(), for: target).url == "https://h/v1/messages")
        }
    }

    @Test("the form of thinking follows the model's generation")
    func thinking() throws {
        let cases: [(String, ReasoningEffort, String?, String?)] = [
            ("claude-3-7-sonnet-20250219", .high, #"{"type":"enabled","budget_tokens":24576}"#, nil),
            ("claude-sonnet-4-5-20250929", .low, #"{"type":"enabled","budget_tokens":4096}"#, nil),
            ("claude-opus-4-20250514", .minimal, #"{"type":"enabled","budget_tokens":1024}"#, nil),
            ("claude-haiku-4-5", .none, nil, nil),
            ("claude-opus-4-6", .high, #"{"type":"adaptive"}"#, "high"),
            ("claude-opus-4.8", .minimal, #"{"type":"adaptive"}"#, "low"),
            ("claude-sonnet-5", .none, #"{"type":"disabled"}"#, nil),
            ("claude-fable-5", .none, nil, "low"),
            ("claude-sonnet-5-5", .none, nil, "low"),
            ("claude-next", .medium, #"{"type":"adaptive"}"#, "medium"),
        ]
        for (model, effort, thinking, level) in cases {
            var request = Fixtures.ask()
            request.options.reasoning = effort
            let body = try body(request, model: model)
            #expect(try body["thinking"] == thinking.map { try JSONParser.parse($0) }, "\(model) \(effort)")
            #expect(body["output_config"]?["effort"]?.string == level, "\(model) \(effort)")
        }
    }

    @Test("a budget stays below the output limit, and is left out where it cannot")
    func budget() throws {
        var request = Fixtures.ask()
        request.options.reasoning = .high
        request.options.maxOutputTokens = 3_000
        let fitted = try body(request, model: "claude-sonnet-4-5")
        #expect(fitted["thinking"]?["budget_tokens"]?.number?.text == "1976")
        request.options.maxOutputTokens = 500
        #expect(try body(request, model: "claude-sonnet-4-5")["thinking"] == nil)
        request.options.maxOutputTokens = nil
        request.messages.append(
            Message(role: .tool, parts: [.toolResult(ToolResult(callID: "a", name: "b", content: "c"))]))
        #expect(try body(request, model: "claude-sonnet-4-5")["thinking"] == nil)
    }

    @Test("a temperature beside thinking is refused unless it is 1")
    func temperature() throws {
        var request = Fixtures.ask()
        request.options.temperature = JSONNumber("0.2")
        #expect(try body(request)["temperature"]?.number?.text == "0.2")
        request.options.reasoning = .low
        #expect(throws: ProviderFault.self) { try body(request) }
        request.options.temperature = JSONNumber("1.0")
        #expect(try body(request)["temperature"] == nil)
    }

    @Test("a long prompt is marked for caching, a short one is not")
    func caching() throws {
        var request = ChatRequest(id: Fixtures.id, system: "Be brief.", messages: [.user("hi")])
        #expect(try body(request)["system"]?.string == "Be brief.")
        request.messages = [.user(String(repeating: "word ", count: 4_000)), .assistant("ok"), .user("go on")]
        let long = try body(request)
        #expect(long["system"]?[0]?["cache_control"]?["type"]?.string == "ephemeral")
        #expect(long["messages"]?[0]?["content"]?[0]?["cache_control"]?["type"]?.string == "ephemeral")
        #expect(long["messages"]?[2]?["content"]?.string == "go on")
    }

    @Test("turns of one role are joined, results come first, empty and trailing space goes")
    func turns() throws {
        let result = ToolResult(callID: "call_ai1_x_0~c2ln+/=", name: "f", content: "bad", isError: true)
        let request = ChatRequest(
            id: Fixtures.id,
            messages: [
                .user("a"), .user(""),
                Message(
                    role: .assistant, parts: [.toolCall(ToolCall(id: "call_ai1_x_0~c2ln+/=", name: "f", arguments: ""))]
                ),
                Message(role: .tool, parts: [.toolResult(result)]), .user("b"), .assistant("half an answer \n"),
            ])
        let messages = try #require(try body(request)["messages"])
        let documented = """
            [{"role":"user","content":"a"},
             {"role":"assistant","content":[{"type":"tool_use","id":"call_ai1_x_0","name":"f","input":{}}]},
             {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_ai1_x_0","content":"bad","is_error":true},
               {"type":"text","text":"b"}]},
             {"role":"assistant","content":"half an answer"}]
            """
        #expect(try messages == JSONParser.parse(documented), "\(messages.text)")
    }

    @Test("a schema is closed and stripped of bounds, or told in words")
    func schema() throws {
        var request = Fixtures.ask()
        request.schema = OutputSchema(
            name: "s",
            schema: [
                "$schema": "x", "type": "object",
                "properties": [
                    "minimum": ["type": "integer", "minimum": 3],
                    "list": ["type": "array", "items": ["type": "object", "properties": [:]], "minItems": 2],
                ],
            ])
        let format = try #require(try body(request)["output_config"]?["format"])
        let documented = """
            {"type":"json_schema","schema":{"type":"object","properties":{"minimum":{"type":"integer"},
              "list":{"type":"array","items":{"type":"object","properties":{},"additionalProperties":false}}},
              "additionalProperties":false}}
            """
        #expect(try format == JSONParser.parse(documented), "\(format.text)")
        let told = try body(request, schema: false)
        #expect(told["output_config"] == nil)
        #expect(told["system"]?.string?.contains(#""minimum":3"#) == true)
    }

    @Test("arguments that are no object and a seed are refused before sending")
    func refused() {
        var request = Fixtures.ask()
        request.options.seed = 1
        #expect(throws: ProviderFault.self) { try body(request) }
        let call = ToolCall(id: "a", name: "f", arguments: "[1]")
        request = ChatRequest(id: Fixtures.id, messages: [Message(role: .assistant, parts: [.toolCall(call)])])
        #expect(throws: ProviderFault.self) { try body(request) }
    }
}
