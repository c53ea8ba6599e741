import AI1Core
import AI1Providers
import AI1Sandbox
import AI1TestSupport
import Testing

@Suite("The dialects of the sandbox server")
struct DialectShapeTests {
    /// Requests of one sentence in each dialect.
    static let calls: [(dialect: DialectName, path: String, body: String, headers: [String])] = [
        (
            .openAIChat, "/v1/chat/completions",
            #"{"model":"fast","stream":STREAM,"stream_options":{"include_usage":true},"messages":[{"role":"system","content":"s"},{"role":"user","content":"PROMPT"}]}"#,
            []
        ),
        (
            .openAIResponses, "/v1/responses", #"{"model":"fast","stream":STREAM,"instructions":"s","input":"PROMPT"}"#,
            []
        ),
        (
            .anthropic, "/v1/messages",
            #"{"model":"fast","stream":STREAM,"max_tokens":9000,"system":"s","messages":[{"role":"user","content":[{"type":"text","text":"PROMPT"}]}]}"#,
            ["anthropic-version: 2023-06-01"]
        ),
        (
            .google, "/v1beta/models/fast:METHOD",
            #"{"systemInstruction":{"parts":[{"text":"s"}]},"contents":[{"role":"user","parts":[{"text":"PROMPT"}]}]}"#,
            []
        ),
        (
            .ollama, "/api/chat",
            #"{"model":"fast","stream":STREAM,"messages":[{"role":"system","content":"s"},{"role":"user","content":"PROMPT"}]}"#,
            []
        ),
        (.ai1net, "/v1/generate", #"{"input":"PROMPT","parameters":{"max_tokens":9000}}"#, []),
    ]

    static func ask(
        _ port: UInt16, _ dialect: DialectName, prompt: String = "hello", stream: Bool = true,
        headers: [String] = []
    ) throws -> RawResponse {
        let client = try RawClient(port: port)
        send(client, dialect, prompt: prompt, stream: stream, headers: headers)
        return client.readResponse()
    }

    static func send(
        _ client: RawClient, _ dialect: DialectName, prompt: String = "hello", stream: Bool = true,
        headers: [String] = []
    ) {
        guard let call = calls.first(where: { $0.dialect == dialect }) else { return }
        let path = replace("METHOD", in: call.path, with: stream ? "streamGenerateContent?alt=sse" : "generateContent")
        let body = replace(
            "STREAM",
            in: replace("PROMPT", in: call.body, with: String(JSONValue.string(prompt).text.dropFirst().dropLast())),
            with: stream ? "true" : "false")
        client.post(path, body, headers: call.headers + headers)
    }

    static func replace(_ word: String, in text: String, with other: String) -> String {
        text.split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
    }

    /// The data of every SSE event, or every line of NDJSON.
    static func events(_ response: RawResponse) throws -> [JSONValue] {
        if response["content-type"]?.hasPrefix("text/event-stream") == true {
            var found: [JSONValue] = []
            var parser = SSEParser()
            try response.body.withUnsafeBytes { body in
                try parser.feed(body) { _, data in
                    let text = String(decoding: data, as: UTF8.self)
                    if text != "[DONE]" { found.append(try JSONParser.parse(text)) }
                }
            }
            return found
        }
        return try response.text.split(whereSeparator: \.isNewline).map { try JSONParser.parse(String($0)) }
    }

    /// The visible text of an answer.
    static func text(_ dialect: DialectName, _ events: [JSONValue]) -> String {
        events.compactMap { event -> String? in
            switch dialect {
            case .openAIChat:
                event["choices"]?[0]?["delta"]?["content"]?.string
                    ?? event["choices"]?[0]?["message"]?["content"]?.string
            case .openAIResponses:
                event["delta"]?.string ?? event["output"]?[0]?["content"]?[0]?["text"]?.string
            case .anthropic: event["delta"]?["text"]?.string ?? event["content"]?[0]?["text"]?.string
            case .google: event["candidates"]?[0]?["content"]?["parts"]?[0]?["text"]?.string
            case .ollama: event["message"]?["content"]?.string
            case .ai1net: event["output"]?.string
            case .sandbox: nil
            }
        }.joined()
    }

    @Test("say the same streamed and whole", arguments: calls.map(\.dialect))
    func same(dialect: DialectName) async throws {
        try await withFaultServer { server in
            let streamed = try Self.ask(server.port, dialect)
            let whole = try Self.ask(server.port, dialect, stream: false)
            #expect(streamed.status == 200 && whole.status == 200)
            #expect(streamed.end == nil && whole.end == nil)
            let text = Self.text(dialect, try Self.events(streamed))
            #expect(text.hasPrefix("This is a simulated answer from ai1's sandbox"))
            #expect(text == Self.text(dialect, [try JSONParser.parse(whole.body)]))
            #expect((streamed["transfer-encoding"] == "chunked") == (dialect != .ai1net))
            #expect(whole["content-length"] == String(whole.body.count))
        }
    }

    @Test("OpenAI chat: role first, one finish reason, usage last, then [DONE]")
    func openAIChat() async throws {
        try await withFaultServer { server in
            let response = try Self.ask(server.port, .openAIChat)
            let events = try Self.events(response)
            #expect(response["content-type"] == "text/event-stream; charset=utf-8")
            #expect(events.first?["choices"]?[0]?["delta"]?["role"]?.string == "assistant")
            #expect(events.dropLast().last?["choices"]?[0]?["finish_reason"]?.string == "stop")
            #expect(events.last?["choices"]?.array?.isEmpty == true)
            #expect(events.last?["usage"]?["prompt_tokens"]?.number?.int64 == 7)
            #expect(response.text.hasSuffix("data: [DONE]\n\n"))
        }
    }

    @Test("OpenAI chat: no usage in a stream that did not ask for it")
    func openAIChatWithoutUsage() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.post(
                "/v1/chat/completions", #"{"model":"fast","stream":true,"messages":[{"role":"user","content":"x"}]}"#)
            #expect(!client.readResponse().text.contains("usage"))
        }
    }

    @Test("OpenAI responses: created, items, deltas, done and completed in their order, numbered")
    func openAIResponses() async throws {
        try await withFaultServer { server in
            let events = try Self.events(try Self.ask(server.port, .openAIResponses))
            let types = events.compactMap { $0["type"]?.string }
            #expect(
                types.prefix(4) == [
                    "response.created", "response.in_progress", "response.output_item.added",
                    "response.content_part.added",
                ])
            #expect(
                types.suffix(4) == [
                    "response.output_text.done", "response.content_part.done", "response.output_item.done",
                    "response.completed",
                ])
            #expect(events.compactMap { $0["sequence_number"]?.number?.int64 } == Array(0..<Int64(events.count)))
            let final = events.last?["response"]
            #expect(final?["status"]?.string == "completed")
            #expect(final?["output"]?[0]?["content"]?[0]?["text"]?.string == Self.text(.openAIResponses, events))
            #expect(final?["usage"]?["total_tokens"]?.number?.int64 ?? 0 > 7)
        }
    }

    @Test("Anthropic: message, block, deltas, stop reason, stop; thinking comes in a block of its own")
    func anthropic() async throws {
        try await withFaultServer { server in
            let events = try Self.events(try Self.ask(server.port, .anthropic))
            let types = events.compactMap { $0["type"]?.string }
            #expect(types.prefix(3) == ["message_start", "content_block_start", "ping"])
            #expect(types.suffix(3) == ["content_block_stop", "message_delta", "message_stop"])
            #expect(events[0]["message"]?["usage"]?["input_tokens"]?.number?.int64 == 7)
            #expect(events.dropLast().last?["delta"]?["stop_reason"]?.string == "end_turn")
            let client = try RawClient(port: server.port)
            client.post(
                "/v1/messages",
                #"{"model":"strong","stream":true,"max_tokens":99,"thinking":{"type":"enabled","budget_tokens":9},"messages":[{"role":"user","content":"x"}]}"#,
                headers: ["anthropic-version: 2023-06-01"])
            let thinking = try Self.events(client.readResponse())
            let thought = thinking.compactMap { $0["delta"]?["thinking"]?.string }.joined()
            #expect(thought.hasPrefix("Simulated reasoning"))
            #expect(thinking.compactMap { $0["content_block"]?["type"]?.string } == ["thinking", "text"])
        }
    }

    @Test("Google: SSE with alt=sse, one JSON array without")
    func google() async throws {
        try await withFaultServer { server in
            let events = try Self.events(try Self.ask(server.port, .google))
            #expect(events.last?["candidates"]?[0]?["finishReason"]?.string == "STOP")
            #expect(events.last?["usageMetadata"]?["promptTokenCount"]?.number?.int64 == 7)
            let client = try RawClient(port: server.port)
            client.post(
                "/v1beta/models/fast:streamGenerateContent",
                #"{"contents":[{"role":"user","parts":[{"text":"hello"}]}]}"#)
            let array = try JSONParser.parse(client.readResponse().body).array
            #expect(Self.text(.google, array ?? []).hasPrefix("This is a simulated"))
        }
    }

    @Test("Ollama: lines, the last of them with reason and counts")
    func ollama() async throws {
        try await withFaultServer { server in
            let events = try Self.events(try Self.ask(server.port, .ollama))
            #expect(events.dropLast().allSatisfy { $0["done"] == false })
            #expect(events.last?["done_reason"]?.string == "stop")
            #expect(events.last?["prompt_eval_count"]?.number?.int64 == 7)
        }
    }

    @Test("AI1NET: output, usage and latency")
    func ai1net() async throws {
        try await withFaultServer { server in
            let answer = try JSONParser.parse(try Self.ask(server.port, .ai1net).body)
            #expect(answer.object?.names == ["output", "usage", "latency_ms"])
            #expect(answer["usage"]?["input_tokens"]?.number?.int64 == 6)
        }
    }

    @Test("lists of models and versions, each in its own form")
    func lists() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.get("/v1/models")
            #expect(try JSONParser.parse(client.readResponse().body)["data"]?[0]?["object"]?.string == "model")
            client.get("/v1/models", headers: ["anthropic-version: 2023-06-01"])
            #expect(try JSONParser.parse(client.readResponse().body)["data"]?[0]?["type"]?.string == "model")
            client.get("/v1beta/models")
            #expect(try JSONParser.parse(client.readResponse().body)["models"]?[0]?["name"]?.string == "models/fast")
            client.get("/api/tags")
            #expect(try JSONParser.parse(client.readResponse().body)["models"]?[0]?["name"]?.string == "fast")
            client.get("/api/version")
            #expect(try JSONParser.parse(client.readResponse().body)["version"]?.string == "0.12.0")
            client.get("/nothing")
            #expect(client.readResponse().status == 404)
        }
    }

    @Test(
        "a schema in each dialect's own place gets JSON",
        arguments: [
            (
                "/v1/chat/completions",
                #"{"model":"fast","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"a","schema":SCHEMA}}}"#
            ),
            (
                "/v1/responses",
                #"{"model":"fast","input":"x","text":{"format":{"type":"json_schema","name":"a","schema":SCHEMA}}}"#
            ),
            (
                "/v1/messages",
                #"{"model":"fast","max_tokens":99,"messages":[{"role":"user","content":"x"}],"output_config":{"format":{"type":"json_schema","schema":SCHEMA}}}"#
            ),
            (
                "/v1beta/models/fast:generateContent",
                #"{"contents":[{"parts":[{"text":"x"}]}],"generationConfig":{"responseJsonSchema":SCHEMA}}"#
            ),
            (
                "/api/chat",
                #"{"model":"fast","stream":false,"messages":[{"role":"user","content":"x"}],"format":SCHEMA}"#
            ),
        ])
    func schemas(path: String, body: String) async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            let schema = #"{"type":"object","properties":{"age":{"type":"integer"}}}"#
            client.post(path, Self.replace("SCHEMA", in: body, with: schema), headers: ["anthropic-version: 1"])
            #expect(client.readResponse().text.contains(#"{\"age\":1}"#))
        }
    }

    @Test(
        "an image is counted in each dialect's own form",
        arguments: [
            (
                "/v1/chat/completions",
                #"{"model":"fast","messages":[{"role":"user","content":[{"type":"text","text":"x"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}]}"#
            ),
            (
                "/v1/responses",
                #"{"model":"fast","input":[{"role":"user","content":[{"type":"input_text","text":"x"},{"type":"input_image","image_url":"data:image/png;base64,AAAA"}]}]}"#
            ),
            (
                "/v1/messages",
                #"{"model":"fast","max_tokens":999,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]}]}"#
            ),
            (
                "/v1beta/models/fast:generateContent",
                #"{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}]}"#
            ),
        ])
    func images(path: String, body: String) async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.post(path, body, headers: ["anthropic-version: 1"])
            #expect(client.readResponse().text.contains("image/png, 3 bytes"))
        }
    }

    @Test(
        "requests that break a dialect's rules get its own 400",
        arguments: [
            ("/v1/chat/completions", #"{"messages":[]}"#, #""type":"invalid_request_error""#),
            ("/v1/chat/completions", "not json", #""type":"invalid_request_error""#),
            ("/v1/responses", #"{"model":"x"}"#, #""type":"invalid_request_error""#),
            (
                "/v1/messages", #"{"model":"x","max_tokens":1,"messages":[{"role":"user","content":"x"}]}"#,
                "anthropic-version: header is required"
            ),
            ("/v1beta/models/x:generateContent", "{}", "INVALID_ARGUMENT"),
            ("/api/chat", "{}", #"{"error":"model is required"}"#),
            ("/v1/generate", "{}", "input is required"),
        ])
    func badRequests(path: String, body: String, words: String) async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.post(path, body)
            let response = client.readResponse()
            #expect(response.status == 400)
            #expect(response.text.contains(words), "\(response.text)")
        }
    }

    @Test("the same request gets the same octets from another server", arguments: calls.map(\.dialect))
    func deterministic(dialect: DialectName) async throws {
        let first = try await withFaultServer { try Self.ask($0.port, dialect).body }
        let second = try await withFaultServer { try Self.ask($0.port, dialect).body }
        #expect(first == second)
    }
}
