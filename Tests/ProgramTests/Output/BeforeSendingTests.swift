internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What can be known before anything is sent: estimates, dry runs, reasons, refusals for money.
@Suite struct BeforeSendingTests {
    @Test(
        "--dry-run prints the request that would be sent, the key redacted, and sends nothing", arguments: WireCase.all)
    func dryRun(_ example: WireCase) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.with(example.variables(server))
                let words = ["-m", example.model, "--max-tokens", "900", "-s", "Be brief.", WireCase.prompt]
                let shown = try await user.ai1(["ask", "--dry-run", "--json"] + words)
                #expect(shown.status == 0 && server.statistics.acceptedConnections == 0, "\(shown.told)")
                let plain = try await user.ai1(["ask", "--dry-run"] + words)
                #expect(plain.status == 0 && server.statistics.acceptedConnections == 0, "\(plain.told)")
                #expect(!(shown.outputText + plain.outputText).contains(WireCase.key))
                let sending = try await user.ai1(["ask"] + words)
                let sent = try #require(server.requests.first, "\(sending.told)")
                let request = try shown.json()
                let body = try sent.json()
                #expect(request["method"]?.string == "POST" && request["body"] == body, "\(request.text)")
                let query = example.query.isEmpty ? "" : "?" + example.query
                #expect(request["url"]?.string == server.origin + example.path + query)
                for (name, value) in try #require(request["headers"]?.object).members {
                    let onWire = sent[header: name] ?? ""
                    #expect(
                        value.string == onWire.split(separator: WireCase.key).joined(separator: "[redacted]")
                            || value.string?.contains("[redacted]") == true && onWire.contains(WireCase.key), "\(name)")
                }
                let lines = plain.outputText.split(separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.first == "POST \(server.origin + example.path + query)")
                #expect(lines.last == "" && lines.dropLast().last.map { Array($0.utf8) } == sent.body)
            }
        }
    }

    @Test("Without any key the request can be shown all the same")
    func dryRunWithoutKey() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "claude", "--dry-run", "hello")
            #expect(
                result.status == 0 && result.outputText.contains("https://api.anthropic.com/v1/messages"),
                "\(result.told)")
        }
    }

    @Test("--estimate tells the expected and the worst cost, and sends nothing")
    func estimate() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                let text = try await user.ai1("ask", "-m", "gpt", "--max-tokens", "1000", "--estimate", "hello")
                #expect(
                    text.status == 0 && text.outputText.contains("expected") && text.outputText.contains("at worst"))
                let json = try await user.ai1(
                    "ask", "-m", "gpt", "--max-tokens", "1000", "--estimate", "--json", "hello"
                ).json()
                #expect(json["target"]?.string == "openai/gpt-5.5" && json["output_limit"]?.number?.int64 == 1_000)
                let expected = json["expected"]?["nano_usd"]?.number?.int64 ?? 0
                let worst = json["worst"]?["nano_usd"]?.number?.int64 ?? 0
                // 1,000 tokens of output are 1,000 × 30 µ$; of a prompt of 5 octets there cannot be much more.
                #expect(expected > 0 && expected <= worst && worst >= 30_000_000 && worst < 31_000_000, "\(json.text)")
                #expect(server.statistics.acceptedConnections == 0)
            }
        }
    }

    @Test("--max-cost refuses what could cost more")
    func maxCost() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                for amount in ["0.5", "$0.005"] {
                    let result = try await user.ai1(
                        "ask", "-m", "gpt", "--max-tokens", "1000", "--max-cost", amount, "hi")
                    expectFailure(result, 102, naming: ["openai/gpt-5.5"])
                }
                #expect(server.statistics.requests == 0)
                let enough = try await user.ai1("ask", "-m", "gpt", "--max-tokens", "1000", "--max-cost", "$0.05", "hi")
                #expect(enough.status == 0, "\(enough.told)")
                let setting = try await user.with(["AI1_MAX_COST": "0.5c"])
                    .ai1("ask", "-m", "gpt", "--max-tokens", "1000", "hi")
                expectFailure(setting, 102, naming: ["openai/gpt-5.5"])
            }
        }
    }

    @Test("--why explains on standard error, before and after")
    func why() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server)
                    .ai1("ask", "--cheapest", "--provider", "openai", "--why", "is 7919 prime?")
                #expect(result.status == 0 && !result.outputText.contains("quality"), "\(result.told)")
                for word in ["openai/gpt-5-nano", "quality", "score", "cheapest", "predicted"] {
                    #expect(result.errorText.contains(word), "\(word): \(result.errorText)")
                }
                let dry = try await user.withAllProviders(at: server).ai1("ask", "--why", "--dry-run", "hello")
                #expect(dry.status == 0 && dry.errorText.contains("score"), "\(dry.told)")
            }
        }
    }

    @Test("Objectives and providers choose differently")
    func objectives() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                var chosen: [String: String] = [:]
                for objective in ["--cheapest", "--best", "--fastest", "--balanced"] {
                    let json = try await user.ai1(
                        "ask", objective, "--estimate", "--json", "Prove that sqrt 2 is irrational."
                    ).json()
                    chosen[objective] = json["target"]?.string
                }
                #expect(chosen.count == 4 && chosen["--cheapest"] != chosen["--best"], "\(chosen)")
                let only = try await user.ai1("ask", "--best", "--provider", "google", "--estimate", "--json", "hi")
                    .json()
                #expect(only["target"]?.string?.hasPrefix("google/") == true)
                expectFailure(
                    try await user.ai1("ask", "-m", "claude", "--provider", "google", "hi"), 64, naming: ["claude"])
                #expect(server.statistics.requests == 0)
            }
        }
    }
}
