import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

/// A second round of tool calls: what came with the calls and must come back unchanged, in each dialect's own form.
@Suite("Turns that come back as they came")
struct NativeTurnTests {
    /// The turn that a body leaves, decoded in pieces of one size.
    private func native(
        _ dialect: any Dialect, _ body: String, tools: Bool = true, stream: Bool = true, size: Int = 7
    ) throws -> NativeTurn? {
        var request = Fixtures.ask(stream: stream)
        if tools { request.tools = [Fixtures.tool] }
        var decoder = dialect.decoder(for: request)
        var batch = AnswerBatch()
        var native: NativeTurn?
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { try decoder.feed($0, into: &batch) }
            native = batch.native ?? native
            batch.removeContent()
        }
        try decoder.finish(into: &batch)
        return batch.native ?? native
    }

    private func second(_ native: NativeTurn?, id: String = "c1") -> ChatRequest {
        var request = Fixtures.ask("Weather?")
        request.tools = [Fixtures.tool]
        request.messages += [
            Message(
                role: .assistant,
                parts: [
                    .text("Let me look."),
                    .toolCall(ToolCall(id: id, name: "weather", arguments: #"{"city":"Oslo"}"#)),
                ],
                native: native),
            Message(
                role: .tool, parts: [.toolResult(ToolResult(callID: id, name: "weather", content: "4 degrees"))]),
        ]
        return request
    }

    private let claude = """
        event: message_start
        data: {"type":"message_start","message":{"id":"m","model":"c","content":[],"usage":{"input_tokens":1,"output_tokens":1}}}

        data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

        data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Whi"}}

        data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"ch cïty?"}}

        data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQB"}}

        data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"xyz"}}

        data: {"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}

        data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Let me look."}}

        data: {"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"c1","name":"weather","input":{}}}

        data: {"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"{\\"city\\": "}}

        data: {"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"\\"Oslo\\"}"}}

        data: {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":9}}

        data: {"type":"message_stop"}


        """

    private let claudeContent: JSONValue = [
        ["type": "thinking", "thinking": "Which cïty?", "signature": "EqQB"],
        ["type": "redacted_thinking", "data": "xyz"], ["type": "text", "text": "Let me look."],
        ["type": "tool_use", "id": "c1", "name": "weather", "input": ["city": "Oslo"]],
    ]

    @Test(
        "Anthropic: thinking, its signature and redacted thinking come back before the calls", arguments: [1, 5, 4_096])
    func anthropic(size: Int) throws {
        let turn = try #require(try native(AnthropicDialect(), claude, size: size))
        #expect(turn.value == claudeContent)
        var request = second(turn)
        request.options.reasoning = .low
        let target = Fixtures.target(.anthropic, model: "claude-sonnet-4-5", base: "https://h")
        let body = try Fixtures.json(AnthropicDialect().encode(request, for: target))
        #expect(body["messages"]?[1] == ["role": "assistant", "content": claudeContent])
        #expect(body["messages"]?[2]?["content"]?[0]?["tool_use_id"] == "c1")
        // The thinking is there, so that thinking can go on.
        #expect(body["thinking"]?["type"] == "enabled")
    }

    @Test("Anthropic: without the earlier thinking the rounds go on without any")
    func anthropicWithout() throws {
        var request = second(nil)
        request.options.reasoning = .low
        let target = Fixtures.target(.anthropic, model: "claude-sonnet-4-5", base: "https://h")
        let body = try Fixtures.json(AnthropicDialect().encode(request, for: target))
        #expect(body["thinking"] == nil)
        #expect(body["messages"]?[1]?["content"]?.array?.count == 2)
    }

    @Test("Anthropic: a whole document leaves the same turn; an answer without thinking or tools leaves none")
    func anthropicDocument() throws {
        let document = #"{"id":"m","model":"c","content":\#(claudeContent.text),"stop_reason":"tool_use","usage":{}}"#
        #expect(try native(AnthropicDialect(), document, stream: false)?.value == claudeContent)
        #expect(try native(AnthropicDialect(), claude, tools: false) == nil)
        let plain = #"{"id":"m","content":[{"type":"text","text":"a"}],"stop_reason":"end_turn","usage":{}}"#
        #expect(try native(AnthropicDialect(), plain, stream: false) == nil)
    }

    @Test("A turn of another target, another dialect or an answer that is over is written from its parts")
    func strangers() throws {
        let target = Fixtures.target(.anthropic, model: "claude-sonnet-4-6", base: "https://h")
        let foreign = [
            NativeTurn(dialect: .openAIChat, value: claudeContent),
            NativeTurn(
                dialect: .anthropic, target: TargetName(provider: "other", model: "m"), value: claudeContent),
        ]
        for turn in foreign {
            let body = try Fixtures.json(AnthropicDialect().encode(second(turn), for: target))
            #expect(body["messages"]?[1]?["content"]?[0] == ["type": "text", "text": "Let me look."])
        }
        var over = second(NativeTurn(dialect: .anthropic, target: target.name, value: claudeContent))
        over.messages += [.assistant("4 degrees."), .user("Thanks.")]
        let body = try Fixtures.json(AnthropicDialect().encode(over, for: target))
        #expect(body["messages"]?[1]?["content"]?.array?.count == 2)
    }

    private let items: JSONValue = [
        ["id": "rs_1", "type": "reasoning", "summary": [], "encrypted_content": "gAAA"],
        [
            "id": "fc_1", "type": "function_call", "call_id": "c1", "name": "weather",
            "arguments": "{\"city\":\"Oslo\"}", "status": "completed",
        ],
    ]

    @Test("OpenAI responses: encrypted reasoning is asked for and comes back with its call")
    func responses() throws {
        let dialect = OpenAIResponsesDialect()
        let stream = (items.array ?? []).map {
            "data: {\"type\":\"response.output_item.done\",\"item\":\($0.text)}\n\n"
        }
        .joined()
        let end = "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"status\":\"completed\"}}\n\n"
        let turn = try #require(try native(dialect, stream + end))
        #expect(turn.value == items)
        let document = #"{"id":"r","status":"completed","output":\#(items.text)}"#
        #expect(try native(dialect, document, stream: false)?.value == items)
        let target = Fixtures.target(.openAIResponses, model: "gpt-5", base: "https://h/v1")
        let body = try Fixtures.json(dialect.encode(second(turn), for: target))
        #expect(body["include"] == ["reasoning.encrypted_content"])
        #expect(body["input"]?[1] == items[0])
        #expect(body["input"]?[2] == items[1])
        #expect(body["input"]?[3]?["type"] == "function_call_output")
    }

    @Test(
        "OpenAI responses: reasoning that is only a reference is left out, and a model without reasoning is not asked for it"
    )
    func responsesUnstored() throws {
        let dialect = OpenAIResponsesDialect()
        let document = #"{"id":"r","status":"completed","output":[{"id":"rs_1","type":"reasoning","summary":[]}]}"#
        #expect(try native(dialect, document, stream: false) == nil)
        let plain = Fixtures.target(
            .openAIResponses, model: "gpt-4.1", base: "https://h/v1", capabilities: Capabilities(tools: true))
        #expect(try Fixtures.json(dialect.encode(second(nil), for: plain))["include"] == nil)
    }

    @Test("OpenAI chat: a brand's reasoning and a call's extra content come back where they were")
    func chat() throws {
        let dialect = OpenAIChatDialect()
        let stream = Fixtures.events(
            #"{"id":"x","choices":[{"delta":{"reasoning_content":"Whi"}}]}"#,
            #"{"id":"x","choices":[{"delta":{"reasoning_content":"ch?"}}]}"#,
            #"{"id":"x","choices":[{"delta":{"reasoning_details":[{"type":"reasoning.text","index":0,"text":"a"}]}}]}"#,
            #"{"id":"x","choices":[{"delta":{"reasoning_details":[{"type":"reasoning.text","index":0,"text":"b","signature":"s"}]}}]}"#,
            #"{"id":"x","choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"weather","arguments":"{}"},"extra_content":{"google":{"thought_signature":"S"}}}]}}]}"#,
            #"{"id":"x","choices":[{"delta":{},"finish_reason":"tool_calls"}]}"#, "[DONE]")
        let turn = try #require(try native(dialect, stream))
        let target = Fixtures.target(.openAIChat, model: "deepseek-v4", base: "https://h/v1")
        let body = try Fixtures.json(dialect.encode(second(turn), for: target))
        let message = body["messages"]?[1]
        #expect(message?["reasoning_content"] == "Which?")
        #expect(
            message?["reasoning_details"] == [
                ["type": "reasoning.text", "index": 0, "text": "ab", "signature": "s"]
            ])
        #expect(message?["tool_calls"]?[0]?["extra_content"] == ["google": ["thought_signature": "S"]])
        #expect(message?["tool_calls"]?[0]?["function"]?["name"] == "weather")
    }

    @Test("OpenAI chat: an ordinary call leaves nothing beside it")
    func plainChat() throws {
        let document =
            #"{"choices":[{"message":{"content":"a","tool_calls":[{"id":"c","function":{"name":"f","arguments":""}}]},"finish_reason":"tool_calls"}]}"#
        #expect(try native(OpenAIChatDialect(), document, stream: false) == nil)
    }

    @Test("Ollama: what the model thought comes back beside its calls")
    func ollama() throws {
        let stream =
            #"{"model":"q","message":{"role":"assistant","content":"","thinking":"Whi"},"done":false}"# + "\n"
            + #"{"model":"q","message":{"thinking":"ch?","tool_calls":[{"function":{"name":"weather","arguments":{}}}]}}"#
            .replacing("}}]}}", with: "}}]},\"done\":false}") + "\n"
            + #"{"model":"q","done":true,"done_reason":"stop"}"# + "\n"
        let turn = try #require(try native(OllamaDialect(), stream))
        let target = Fixtures.target(.ollama, model: "qwen3", base: "http://h")
        let body = try Fixtures.json(OllamaDialect().encode(second(turn), for: target))
        #expect(body["messages"]?[1]?["thinking"] == "Which?")
        #expect(body["messages"]?[1]?["tool_calls"]?[0]?["function"]?["name"] == "weather")
        #expect(body["messages"]?[2]?["tool_name"] == "weather")
    }

    @Test("Google: the signature comes back with the call that it came with, first of several")
    func google() throws {
        let dialect = GoogleDialect()
        var request = Fixtures.ask()
        request.tools = [Fixtures.tool]
        var decoder = dialect.decoder(for: request)
        var batch = AnswerBatch()
        let body =
            #"data: {"candidates":[{"content":{"parts":[{"functionCall":{"name":"weather","args":{"city":"Oslo"}},"thoughtSignature":"SIG=="},{"functionCall":{"name":"weather"}}]},"finishReason":"STOP"}]}"#
            + "\n\n"
        try Array(body.utf8).withUnsafeBytes { try decoder.feed($0, into: &batch) }
        try decoder.finish(into: &batch)
        #expect(batch.toolCalls.count == 2)
        #expect(batch.toolCalls[1].arguments == "{}")
        request.messages += [
            Message(role: .assistant, parts: batch.toolCalls.map(Part.toolCall)),
            Message(
                role: .tool,
                parts: batch.toolCalls.map {
                    .toolResult(ToolResult(callID: $0.id, name: $0.name, content: "4", isError: true))
                }),
        ]
        let target = Fixtures.target(.google, model: "gemini-3-pro", base: "https://h/v1beta")
        let sent = try Fixtures.json(dialect.encode(request, for: target))
        let parts = sent["contents"]?[1]?["parts"]
        #expect(parts?[0]?["thoughtSignature"] == "SIG==")
        #expect(parts?[1]?["thoughtSignature"] == nil)
        #expect(sent["contents"]?[2]?["role"] == "user")
        #expect(sent["contents"]?[2]?["parts"]?[1]?["functionResponse"]?["response"] == ["error": "4"])
    }
}
