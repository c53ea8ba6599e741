internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Flags that decide what is sent, and what is checked of the answer.
@Suite struct AnswerFlagsTests {
    private static let schema = """
        {"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},
         "required":["name","age"],"additionalProperties":false}
        """

    /// Where each protocol takes a schema, as JSON members from the body down.
    private static let schemaPlaces: [(model: String, place: [String])] = [
        ("gpt", ["response_format", "json_schema", "schema"]), ("gpt-5.3-codex", ["text", "format", "schema"]),
        ("claude", ["output_config", "format", "schema"]), ("gemini", ["generationConfig", "responseJsonSchema"]),
        ("ollama/llama3.2", ["format"]),
    ]

    @Test("A schema is sent in the provider's own way, and the answer is JSON alone", arguments: schemaPlaces)
    func schemaOnTheWire(_ row: (model: String, place: [String])) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                try user.home.write("person.json", Self.schema)
                for schema in ["name, age int", "./person.json", Self.schema] {
                    let result = try await user.ai1("ask", "-m", row.model, "--schema", schema, "who?")
                    #expect(result.status == 0 && result.errors.isEmpty, "\(schema): \(result.told)")
                    let answer = try result.json()
                    #expect(answer["name"]?.string != nil && answer["age"]?.number?.int64 != nil, "\(answer.text)")
                    let body = try #require(server.requests.last).json()
                    let sent = row.place.reduce(body as JSONValue?) { $0?[$1] }
                    #expect(try sent == JSONParser.parse(Array(Self.schema.utf8)), "\(body.text)")
                }
                let both = try await user.ai1("ask", "-m", row.model, "--schema", "name, age int", "--json", "who?")
                #expect(try both.json()["data"]?["name"]?.string != nil, "\(both.told)")
            }
        }
    }

    @Test("An answer that does not match is 65, and is not lost")
    func mismatch() async throws {
        try await asUser { user in
            try await withFaultServer("words=12") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--schema", "name, age int", "who?")
                #expect(result.status == 65 && result.output.isEmpty, "\(result.told)")
                #expect(result.errorText.contains("This is a simulated answer") && result.errorText.contains("ai1: "))
                let json = try await user.ai1("ask", "-m", "lab/lab-1", "--schema", "name, age int", "--json", "who?")
                #expect(json.status == 65, "\(json.told)")
                #expect(try json.json()["error"]?["exit"]?.number?.int64 == 65)
                #expect(try json.json()["text"]?.string?.contains("simulated") == true)
            }
        }
    }

    @Test("-x prints the first code block alone, and none is 65")
    func extract() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "sandbox", "-x", "write code")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            #expect(!result.outputText.contains("```") && result.outputText.contains("simulated by the ai1 sandbox"))
            #expect(result.outputText.hasSuffix("\n") && !result.outputText.hasSuffix("\n\n"))
            let none = try await user.ai1("ask", "-m", "sandbox", "-x", "hello")
            #expect(none.status == 65 && none.output.isEmpty, "\(none.told)")
            #expect(none.errorText.contains("no code block") && none.errorText.contains("This is a simulated answer"))
        }
    }

    @Test("Numbers are sent as they were written", arguments: ["0.10", "1", "0.7", "1.00", "0", "2e-1"])
    func temperature(_ text: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server).ai1(
                    "ask", "-m", "gpt-4.1", "-t", text, "hello")
                #expect(result.status == 0, "\(result.told)")
                #expect(server.requests.first?.bodyText.contains("\"temperature\":\(text),") == true)
            }
        }
    }

    @Test(
        "Seed, stop, limit, reasoning and system prompt are where each protocol wants them",
        arguments: [
            (
                ["-m", "gpt-4.1", "--seed", "-7", "--stop", "-END", "--stop=---", "--max-tokens", "50", "-s", "- Sys"],
                #"""
                {"model":"gpt-4.1","messages":[{"role":"system","content":"- Sys"},{"role":"user","content":"hello"}],
                 "max_completion_tokens":50,"stop":["-END","---"],"seed":-7,"stream":true,
                 "stream_options":{"include_usage":true}}
                """#
            ),
            (
                ["-m", "gpt", "--reasoning", "low", "--max-tokens", "50"],
                #"""
                {"model":"gpt-5.5","messages":[{"role":"user","content":"hello"}],"max_completion_tokens":50,
                 "reasoning_effort":"low","stream":true,"stream_options":{"include_usage":true}}
                """#
            ),
            (
                ["-m", "claude-sonnet-4-5", "--stop", "END", "-t", "0.3", "--max-tokens", "50", "-s", "Sys"],
                #"""
                {"model":"claude-sonnet-4-5","max_tokens":50,"system":"Sys","messages":[{"role":"user","content":"hello"}],
                 "temperature":0.3,"stop_sequences":["END"],"stream":true}
                """#
            ),
            (
                ["-m", "gemini", "--seed", "7", "--stop", "END", "-t", "0.3", "--max-tokens", "50"],
                #"""
                {"contents":[{"role":"user","parts":[{"text":"hello"}]}],"generationConfig":{"temperature":0.3,
                 "maxOutputTokens":50,"stopSequences":["END"],"seed":7}}
                """#
            ),
            (
                [
                    "-m", "ollama/llama3.2", "--seed", "7", "--stop", "END", "-t", "0.3", "--max-tokens", "50",
                    "--no-stream",
                ],
                #"""
                {"model":"llama3.2","messages":[{"role":"user","content":"hello"}],"stream":false,
                 "options":{"temperature":0.3,"num_predict":50,"seed":7,"stop":["END"]}}
                """#
            ),
        ] as [([String], String)])
    func options(_ words: [String], _ body: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server).ai1(["ask"] + words + ["hello"])
                #expect([0, 100].contains(result.status), "\(result.told)")
                let sent = try #require(server.requests.first).json()
                #expect(try sent == JSONParser.parse(Array(body.utf8)), "\(sent.text)")
            }
        }
    }

    @Test(
        "A model of unknown size is asked without a limit, so that its server decides",
        arguments: [
            ("ollama/llama3.2", #"{"model":"llama3.2","messages":[{"role":"user","content":"hello"}],"stream":true}"#),
            ("ai1net/node", #"{"input":"hello"}"#),
            (
                "vllm/own",
                #"""
                {"model":"own","messages":[{"role":"user","content":"hello"}],"stream":true,
                 "stream_options":{"include_usage":true}}
                """#
            ),
        ])
    func noLimit(_ model: String, _ body: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server).with([
                    "VLLM_BASE_URL": server.baseURL(.openAIChat)
                ])
                .ai1("ask", "-m", model, "hello")
                #expect(result.status == 0, "\(result.told)")
                var sent = try #require(server.requests.first).json().object ?? [:]
                if sent["parameters"] == [:] { sent["parameters"] = nil }
                #expect(
                    try JSONValue.object(sent) == JSONParser.parse(Array(body.utf8)), "\(JSONValue.object(sent).text)")
            }
        }
    }

    @Test("A limit above the model's own is lowered, and told")
    func limitLowered() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server)
                    .ai1("ask", "-m", "gpt-4o", "--max-tokens", "99999", "hello")
                #expect(result.status == 0 && result.errorText.contains("16,384"), "\(result.told)")
                #expect(try server.requests.first?.json()["max_completion_tokens"]?.number?.int64 == 16_384)
            }
        }
    }
}
