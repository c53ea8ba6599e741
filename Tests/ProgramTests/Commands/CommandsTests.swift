internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// The words of the command line.
@Suite struct CommandsTests {
    @Test(
        "Help is on standard output, with examples, at every level",
        arguments: [
            ["--help"], ["help"], ["ask", "--help"], ["help", "ask"], ["help", "route"], ["route", "--help"],
            ["help", "route", "add"], ["route", "add", "-h"], ["dev", "--help"], ["help", "dev", "sandbox"],
        ])
    func help(_ words: [String]) async throws {
        try await asUser { user in
            let result = try await user.ai1(words)
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            #expect(
                result.outputText.contains("USAGE: ai1") && result.outputText.contains("Examples:"), "\(result.told)")
            #expect(user.files.isEmpty)
        }
    }

    @Test("The version is one line", arguments: ["--version", "-V"])
    func version(_ word: String) async throws {
        try await asUser { user in
            let result = try await user.ai1(word)
            #expect(
                result.status == 0 && result.errors.isEmpty && result.outputText.hasPrefix("ai1 "), "\(result.told)")
            #expect(result.output.filter { $0 == 0x0A }.count == 1)
        }
    }

    @Test(
        "An unknown word is a usage error with what is near, never a paid prompt",
        arguments: [
            (["credit", "add", "5"], "credit", ""), (["rout", "models"], "rout", "ai1 route"),
            (["aks", "hi"], "aks", "ai1 ask"),
            (["route", "model"], "model", "ai1 route models"), (["hello"], "hello", "quotation marks"),
            (["dev", "docter"], "docter", "ai1 dev doctor"), (["dev", "xyzzy"], "xyzzy", "ai1 dev --help"),
            (["help", "rout"], "rout", ""),
        ] as [([String], String, String)])
    func unknown(_ words: [String], _ word: String, _ hint: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server).with(["AI1_SANDBOX": "1"]).ai1(words)
                expectFailure(result, 64, naming: [word])
                #expect(
                    result.errorLines.count == 2 && result.errorLines.last?.contains(hint) == true, "\(result.told)")
                #expect(server.statistics.acceptedConnections == 0)
            }
        }
    }

    @Test("Nouns without a verb say what there is", arguments: ["route", "dev"])
    func noun(_ word: String) async throws {
        try await asUser { user in
            let result = try await user.ai1(word)
            #expect([0, 64].contains(result.status), "\(result.told)")
            #expect((result.outputText + result.errorText).contains("ai1"), "\(result.told)")
        }
    }

    @Test("Models are listed with what is known, and filtered")
    func models() async throws {
        try await asUser { user in
            let all = try await user.ai1("route", "models", "--json").json()
            let rows = try #require(all.array)
            #expect(rows.count >= 200, "\(rows.count)")
            let sonnet = try #require(rows.first { $0["target"]?.string == "anthropic/claude-sonnet-5" })
            #expect(
                sonnet["prices"]?["input"]?.number?.text == "2"
                    && sonnet["prices"]?["cache_read"]?.number?.text == "0.2")
            #expect(sonnet["dialect"]?.string == "anthropic" && sonnet["as_of"]?.string?.isEmpty == false)
            let groq = try await user.ai1("route", "models", "--provider", "groq", "--json").json()
            #expect(groq.array?.isEmpty == false && groq.array?.allSatisfy { $0["provider"]?.string == "groq" } == true)
            let cheap = try await user.ai1("route", "models", "--can", "vision", "--max-price", "0.5", "--json").json()
            let count = cheap.array?.count ?? 0
            #expect(count > 0 && count < rows.count)
            let table = try await user.ai1("route", "models", "claude")
            #expect(table.status == 0 && table.outputText.contains("anthropic/claude-sonnet-5"), "\(table.told)")
            let names = try await user.ai1("route", "models", "--names")
            #expect(names.outputText.contains("\nclaude\n") && names.outputText.contains("\nopenai/gpt-5.5\n"))
            expectFailure(try await user.ai1("route", "models", "xyzzy"), 66)
            expectFailure(try await user.ai1("route", "models", "--provider", "grok-q"), 64, naming: ["grok-q"])
            let closed = try await user.shell("{ \"$AI1\" route models --json; echo \"$?\" >&2; } | head -c 1")
            #expect(closed.errorText == "141\n", "\(closed.told)")
        }
    }

    @Test("Providers tell whether a key was found and where, never the key")
    func providers() async throws {
        try await asUser { user in
            let user = user.with(["ANTHROPIC_API_KEY": "sk-verysecret", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"])
            let result = try await user.ai1("route", "providers", "--json")
            let rows = try #require(try result.json().array)
            #expect(rows.count >= 25 && !result.outputText.contains("verysecret"))
            let anthropic = try #require(rows.first { $0["provider"]?.string == "anthropic" })
            #expect(
                anthropic["ready"]?.bool == true && anthropic["key_from"]?.string?.contains("ANTHROPIC_API_KEY") == true
            )
            let openAI = try #require(rows.first { $0["provider"]?.string == "openai" })
            #expect(openAI["ready"]?.bool == false && openAI["remedy"]?.string?.contains("OPENAI_API_KEY") == true)
            #expect(openAI["base_url"]?.string == "http://127.0.0.1:9/v1")
            let table = try await user.ai1("route", "providers")
            #expect(
                table.status == 0 && table.outputText.contains("ANTHROPIC_API_KEY")
                    && !table.outputText.contains("verysecret"))
        }
    }

    @Test("A route is explained in a table, and nothing is sent")
    func explain() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let result = try await user.withAllProviders(at: server)
                    .ai1("route", "explain", "prove that sqrt 2 is irrational")
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                for word in ["math", "target", "cost", "quality", "score", "openai/"] {
                    #expect(result.outputText.contains(word), "\(word): \(result.told)")
                }
                #expect(server.statistics.acceptedConnections == 0)
                let bare = try await user.ai1("route", "explain", "prove that sqrt 2 is irrational")
                #expect(bare.status == 0 && bare.outputText.contains("sandbox/"), "\(bare.told)")
            }
        }
    }

    @Test("The default model and objective are kept, and checked first")
    func use() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.withAllProviders(at: server)
                let set = try await user.ai1("route", "use", "claude", "--objective", "cheapest")
                #expect(
                    set.status == 0 && set.errorText.contains("claude") && set.errorText.contains("cheapest"),
                    "\(set.told)")
                #expect(user.home.mode(".config/ai1/config.yaml") == 0o600)
                #expect(try await user.ai1("ask", "hello").status == 0)
                #expect(server.requests.last?.path == "/v1/messages")
                expectFailure(try await user.ai1("route", "use", "cluade"), 64, naming: ["cluade"])
                let auto = try await user.ai1("route", "use", "--auto")
                #expect(auto.status == 0 && auto.errorText.contains("chosen"), "\(auto.told)")
                expectFailure(try await user.ai1("route", "use"), 64)
            }
        }
    }
}
