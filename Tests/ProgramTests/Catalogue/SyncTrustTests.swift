internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// A synced row is data from a stranger.
@Suite struct SyncTrustTests {
    private func withSynced(_ body: (User) async throws -> Void) async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev)
            let synced = try await user.ai1("route", "sync", "--from", "a.json")
            #expect(synced.status == 0, "\(synced.told)")
            try await body(user)
        }
    }

    @Test("A provider that is new stays off, even with its key set, until it is added")
    func staysOff() async throws {
        try await withSynced { user in
            let user = user.with(["NEWHOST_API_KEY": "sk-new", "AWS_SECRET_ACCESS_KEY": "secret", "STOLEN_KEY": "x"])
            let asked = try await user.ai1("ask", "-m", "newhost/claude-sonnet-5", "hi")
            expectFailure(asked, 78, naming: ["newhost is not added"])
            #expect(asked.errorText.contains("ai1 route add newhost"))
            expectFailure(try await user.ai1("ask", "hi"), 77, naming: ["no key for any provider"])
            expectFailure(try await user.ai1("ask", "-m", "groq", "hi"), 77, naming: ["no key for groq"])
            expectFailure(try await user.ai1("ask", "--provider", "newhost", "hi"), 64, naming: ["not added"])
            expectFailure(try await user.ai1("route", "sync", "newhost"), 64, naming: ["not added"])
            let rows = try await user.ai1("route", "providers", "--json").json().array ?? []
            let newhost = try #require(rows.first { $0["provider"]?.string == "newhost" })
            #expect(newhost["ready"]?.bool == false && newhost["disabled"]?.string?.contains("route add") == true)
            let ready = try await user.ai1("route", "providers", "--ready", "--names").outputText
            #expect(!ready.contains("newhost") && !ready.contains("groq") && !ready.contains("thief"), "\(ready)")
        }
    }

    @Test("Adding shows address, protocol and variable, asks, and writes down what was shown")
    func add() async throws {
        try await withSynced { user in
            let user = user.with(["NEWHOST_API_KEY": "sk-new"])
            let program = try user.start("route", "add", "newhost", "--no-check") { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Send your prompts and your key there?") })
            let shown = program.partial.terminalText
            for word in ["https://api.newhost.example/v1", "openai", "NEWHOST_API_KEY, which is set", "models.dev"] {
                #expect(shown.contains(word), "\(word) is missing: \(shown)")
            }
            program.write("y\n")
            let result = await program.result()
            #expect(result.status == 0 && result.terminalText.contains("added newhost"), "\(result.terminalText)")
            let settings = try #require(user.home.text(".config/ai1/config.yaml"))
            #expect(settings.contains("https://api.newhost.example/v1") && settings.contains("NEWHOST_API_KEY"))
            #expect(user.home.text(".config/ai1/keys.yaml") == nil)
            let explained = try await user.ai1("route", "explain", "--json", "hi").json()
            #expect(explained["ranked"]?[0]?["target"]?.string?.hasPrefix("newhost/") == true, "\(explained.text)")
            // A later catalogue that names another host moves nothing.
            let moved = CatalogueSample.modelsDev.split(
                separator: "api.newhost.example", omittingEmptySubsequences: false)
            try user.home.write("b.json", moved.joined(separator: "evil.example"))
            #expect(try await user.ai1("route", "sync", "--from", "b.json").status == 0)
            let providers = try await user.ai1("route", "providers", "--ready").outputText
            #expect(providers.contains("api.newhost.example") && !providers.contains("evil"), "\(providers)")
            #expect(try await user.ai1("route", "remove", "newhost").status == 0)
            expectFailure(try await user.ai1("ask", "-m", "newhost/claude-sonnet-5", "hi"), 78)
        }
    }

    @Test("A no adds nothing, and where nobody can be asked nothing is added without --yes")
    func declined() async throws {
        try await withSynced { user in
            let program = try user.start("route", "add", "newhost", "--no-check") { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("there?") })
            program.write("n\n")
            #expect(await program.result().status == 103)
            let piped = try await user.ai1("route", "add", "newhost", "--no-check", input: .bytes(Array("sk-x".utf8)))
            expectFailure(piped, 64, naming: ["nobody can be asked"])
            #expect(!user.files.contains { $0.hasSuffix(".yaml") })
            let agreed = try await user.ai1(
                "route", "add", "newhost", "--no-check", "--yes", input: .bytes(Array("sk-typed-0123456789".utf8)))
            #expect(agreed.status == 0, "\(agreed.told)")
            #expect(user.home.text(".config/ai1/keys.yaml")?.contains("sk-typed-0123456789") == true)
        }
    }

    @Test("A variable that opens other doors is not read, and a gap in an address is not filled")
    func refused() async throws {
        try await withSynced { user in
            let user = user.with(["AWS_SECRET_ACCESS_KEY": "secret-of-aws", "OPENAI_API_KEY": "secret-of-openai"])
            let added = try await user.ai1(
                "route", "add", "thief", "--no-check", "--yes", input: .bytes(Array("sk-typed-0123456789".utf8)))
            #expect(added.status == 0 && added.errorText.contains("other uses"), "\(added.told)")
            let settings = try #require(user.home.text(".config/ai1/config.yaml"))
            #expect(!settings.contains("AWS_") && !settings.contains("OPENAI_"), "\(settings)")
            let gap = try await user.ai1("route", "add", "gap", "--no-key", "--no-check", "--yes")
            expectFailure(gap, 64, naming: ["${GAP_HOST}"])
            #expect(gap.errorText.contains("--base-url"))
            let foreign = try await user.ai1("route", "add", "bedrock", "--no-key", "--no-check", "--yes")
            expectFailure(foreign, 64, naming: ["protocol"])
            let filled = try await user.ai1(
                "route", "add", "gap", "--base-url", "https://own.example/v1", "--no-key", "--no-check", "--yes")
            #expect(filled.status == 0 && filled.errorText.contains("https://own.example/v1"), "\(filled.told)")
        }
    }

    @Test("An added provider is asked where it was shown, with its own key")
    func askAdded() async throws {
        try await withSynced { user in
            try await withFaultServer(configure: { $0.requiredKey = "sk-new-0123456789" }) { server in
                let user = user.with(["NEWHOST_API_KEY": "sk-new-0123456789"])
                let added = try await user.ai1(
                    "route", "add", "newhost", "--base-url", server.baseURL(.openAIChat), "--yes")
                #expect(added.status == 0, "\(added.told)")
                let asked = try await user.ai1("ask", "-m", "newhost/claude-sonnet-5", "hi")
                #expect(asked.status == 0 && server.requests.last?.path == "/v1/chat/completions", "\(asked.told)")
            }
        }
    }

    @Test("A server of one's own needs no yes for sharing its name with a provider of a catalogue")
    func sharedName() async throws {
        try await withSynced { user in
            try await withFaultServer { server in
                let user = user.with(["NEWHOST_API_KEY": "sk-new-0123456789"])
                let added = try await user.ai1(
                    "route", "add", "newhost", "--base-url", server.baseURL(.openAIChat), "--no-key", "--model", "own")
                #expect(added.status == 0, "\(added.told)")
                #expect(try await user.ai1("ask", "-m", "newhost/own", "hi").status == 0)
                #expect(server.requests.allSatisfy { $0.all("authorization").isEmpty }, "its variable is not read")
            }
        }
    }

    @Test("A price that falls by more than half waits for a yes")
    func falls() async throws {
        try await asUser { user in
            try user.home.write("a.json", CatalogueSample.modelsDev(providers: 1, models: 2, outputPrice: "10"))
            try user.home.write("b.json", CatalogueSample.modelsDev(providers: 1, models: 2, outputPrice: "1"))
            #expect(try await user.ai1("route", "sync", "--from", "a.json").status == 0)
            let words = ["route", "sync", "--from", "b.json"]
            func price() async throws -> String? {
                try await user.ai1("route", "models", "model-0-1", "--json").json()[0]?["prices"]?["output"]?.number?
                    .text
            }
            let waiting = try await user.ai1(words)
            #expect(waiting.status == 0 && waiting.outputText.contains("--yes"), "\(waiting.told)")
            #expect(try await price() == "10")
            let declined = try user.start("route", "sync", "--from", "b.json") { $0.useTerminal() }
            #expect(try await declined.waits { $0.terminalText.contains("Take these 2 over?") })
            declined.write("n\n")
            #expect(await declined.result().status == 0)
            #expect(try await price() == "10")
            let agreed = try user.start("route", "sync", "--from", "b.json") { $0.useTerminal() }
            #expect(try await agreed.waits { $0.terminalText.contains("Take these 2 over?") })
            agreed.write("y\n")
            #expect(await agreed.result().status == 0)
            #expect(try await price() == "1")
            try user.home.write("c.json", CatalogueSample.modelsDev(providers: 1, models: 2, outputPrice: "0.1"))
            #expect(try await user.ai1("route", "sync", "--from", "c.json", "--yes").status == 0)
            #expect(try await price() == "0.1")
        }
    }
}
