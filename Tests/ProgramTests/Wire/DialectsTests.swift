internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Every provider's own protocol, through the whole program.
@Suite struct DialectsTests {
    private static let words = ["--max-tokens", "900", "-s", "Be brief.", WireCase.prompt]

    @Test("The request is as the provider documents it, and the answer comes streamed", arguments: WireCase.all)
    func request(_ example: WireCase) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.with(example.variables(server))
                    .ai1(["ask", "-m", example.model] + Self.words)
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                #expect(result.outputText.contains("simulated") && result.outputText.contains("How many?"))
                let request = try #require(server.requests.first)
                #expect(server.requests.count == 1)
                #expect(request.method == "POST" && request.path == example.path, "\(request.path)")
                #expect(request.query == example.query)
                let sent = try request.json()
                #expect(try sent == JSONParser.parse(Array(example.body.utf8)), "\(sent.text)")
                #expect(request.all("content-type") == ["application/json"])
                for (name, value) in example.headers { #expect(request.all(name) == [value], "\(name)") }
                #expect(request.all("content-length") == ["\(request.body.count)"])
                // The key is in one place only.
                let others = request.headers.filter {
                    !["authorization", "x-api-key", "x-goog-api-key"].contains($0.name.lowercased())
                }
                #expect(!others.contains { $0.value.contains(WireCase.key) } && !request.query.contains(WireCase.key))
            }
        }
    }

    @Test("Settings lead to the same request as variables", arguments: WireCase.all)
    func settings(_ example: WireCase) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(example.settings(server))
                try user.home.write(".config/ai1/key", WireCase.key + "\n")
                let result = try await user.ai1(["ask", "-m", example.model] + Self.words)
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                let request = try #require(server.requests.first)
                #expect(request.path == example.path && request.query == example.query)
                #expect(try request.json() == JSONParser.parse(Array(example.body.utf8)))
                for (name, value) in example.headers { #expect(request.all(name) == [value], "\(name)") }
            }
        }
    }

    @Test("Usage is a partition, and the cost is what it comes to by hand", arguments: WireCase.all, [true, false])
    func cost(_ example: WireCase, _ streams: Bool) async throws {
        try await asUser { user in
            let usage = try JSONParser.parse(Array(example.usage.utf8)).text
            try await withFaultServer("usage=\(usage)") { server in
                let result = try await user.with(example.variables(server)).ai1(
                    ["ask", "-m", example.model, "--json"] + (streams ? [] : ["--no-stream"]) + Self.words)
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                let request = try #require(server.requests.first)
                #expect(request.path == (streams ? example.path : example.wholePath ?? example.path))
                let outcome = try result.json()
                let usage = try #require(outcome["usage"]?.object)
                for (name, value) in usage.members where name != "source" {
                    #expect(value.number?.int64 == example.parts[name, default: 0], "\(name): \(outcome.text)")
                }
                #expect(usage["source"]?.string == "reported")
                let cost = outcome["cost"]?["nano_usd"]?.number?.int64
                #expect(cost == example.costNanoUSD, "\(outcome.text)")
                #expect(outcome["attempts"]?[0]?["cost"] == outcome["cost"])
                #expect(outcome["text"]?.string?.contains("How many?") == true)
                #expect(outcome["finish"]?.string == "stop")
            }
        }
    }

    @Test("Where a provider counts nothing, usage and cost are estimated and say so", arguments: WireCase.all)
    func absentUsage(_ example: WireCase) async throws {
        try await asUser { user in
            try await withFaultServer("usage=absent") { server in
                let result = try await user.with(example.variables(server))
                    .ai1(["ask", "-m", example.model, "--json"] + Self.words)
                let outcome = try result.json()
                #expect(outcome["usage"]?["source"]?.string == "estimated", "\(result.told)")
                #expect((outcome["usage"]?["input"]?.number?.int64 ?? 0) > 0)
                #expect((outcome["usage"]?["output"]?.number?.int64 ?? 0) > 10)
                let cost = outcome["cost"]?["nano_usd"]?.number?.int64
                switch example.costNanoUSD {
                case nil: #expect(cost == nil)
                case 0: #expect(cost == 0)
                default: #expect((cost ?? 0) > 0)
                }
            }
        }
    }

    @Test("A user's own prices hold for a provider of their own")
    func ownPrices() async throws {
        try await asUser { user in
            // 8 × 0.25 + 120 × 1.25 = 2 + 150 = 152 µ$
            try await withFaultServer(#"usage={"input_tokens":8,"output_tokens":120}"#) { server in
                try user.configure(
                    """
                    providers:
                      node:
                        base_url: \(server.baseURL(.ai1net))
                        dialect: ai1net
                        models: [{id: small, input_price: 0.25, output_price: 1.25}]
                    """)
                let outcome = try await user.ai1("ask", "-m", "node/small", "--json", "hi").json()
                #expect(outcome["cost"]?["nano_usd"]?.number?.int64 == 152_000, "\(outcome.text)")
                #expect(outcome["cost"]?["usd"]?.string == "0.000152")
                #expect(outcome["target"]?.string == "node/small" && server.requests.first?.path == "/v1/generate")
            }
        }
    }

    @Test("A large prompt is billed at the price of its tier")
    func tier() async throws {
        try await asUser { user in
            // gpt-5.5 above 272,000 tokens of input: 10 in, 1 cached, 45 out:
            // 200,000 × 10 + 100,000 × 1 + 1,000 × 45 = 2,000,000 + 100,000 + 45,000 = 2,145,000 µ$
            let usage = """
                usage={"prompt_tokens":300000,"completion_tokens":1000,"prompt_tokens_details":{"cached_tokens":100000}}
                """
            try await withFaultServer(usage) { server in
                // Its input is far larger than what the server says: it would be disputed otherwise.
                let input = String(repeating: "x", count: 300_000)
                try user.configure("credits: {mode: track}\n")
                let result = try await user.with(WireCase.all[0].variables(server)).ai1(
                    "ask", "-m", "gpt", "--json", input: .bytes(Array(input.utf8)))
                #expect(try result.json()["cost"]?["nano_usd"]?.number?.int64 == 2_145_000_000, "\(result.told)")
            }
        }
    }
}
