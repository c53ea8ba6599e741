internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `ai1 route add` and `ai1 route remove`.
@Suite struct RouteAddTests {
    private static let key = "sk-test-right-0123456789"

    private func withGuardedServer(_ body: (FaultServer) async throws -> Void) async throws {
        try await withFaultServer(configure: { $0.requiredKey = Self.key }, body)
    }

    @Test(
        "A key from standard input is tried and stored for this person alone",
        arguments: [
            ("openai", DialectName.openAIChat, "gpt"), ("anthropic", .anthropic, "claude"),
            ("google", .google, "gemini"),
        ])
    func keyFromInput(_ name: String, _ dialect: DialectName, _ model: String) async throws {
        try await asUser { user in
            try await withGuardedServer { server in
                let result = try await user.ai1(
                    "route", "add", name, "--base-url", server.baseURL(dialect),
                    input: .bytes(Array((Self.key + "\n").utf8)))
                #expect(result.status == 0 && result.output.isEmpty, "\(result.told)")
                #expect(
                    result.errorText.contains("added \(name)") && !result.errorText.contains(Self.key), "\(result.told)"
                )
                #expect(server.statistics.requests == 1)
                #expect(user.home.mode(".config/ai1/keys.yaml") == 0o600 && user.home.mode(".config/ai1") == 0o700)
                #expect(user.home.text(".config/ai1/keys.yaml")?.contains(Self.key) == true)
                #expect(user.home.text(".config/ai1/config.yaml")?.contains(Self.key) == false)
                let asked = try await user.ai1("ask", "-m", model, "hello")
                #expect(asked.status == 0, "\(asked.told)")
                let removed = try await user.ai1("route", "remove", name)
                #expect(removed.status == 0 && removed.errorText.contains("and its key"), "\(removed.told)")
                #expect(user.home.text(".config/ai1/keys.yaml")?.contains(Self.key) != true)
                #expect(try await user.ai1("ask", "-m", model, "hello").status == 77)
                expectFailure(try await user.ai1("route", "remove", name), 66, naming: [name])
            }
        }
    }

    @Test("A key that the provider refuses is not stored")
    func wrongKey() async throws {
        try await asUser { user in
            try await withGuardedServer { server in
                let result = try await user.ai1(
                    "route", "add", "openai", "--base-url", server.baseURL(.openAIChat),
                    input: .bytes(Array("sk-wrong-9876543210".utf8)))
                expectFailure(result, 77, naming: ["openai"])
                #expect(!result.errorText.contains("sk-wrong") && result.errorText.contains("nothing was stored"))
                #expect(
                    user.home.text(".config/ai1/keys.yaml") == nil && user.home.text(".config/ai1/config.yaml") == nil)
            }
        }
    }

    @Test("Nothing is stored when the provider cannot be reached, unless unchecked")
    func unreachable() async throws {
        try await asUser { user in
            let words = ["route", "add", "openai", "--base-url", "http://127.0.0.1:1/v1"]
            let result = try await user.ai1(words, input: .bytes(Array(Self.key.utf8)))
            expectFailure(result, 69, naming: ["openai"])
            #expect(user.home.text(".config/ai1/keys.yaml") == nil)
            let unchecked = try await user.ai1(words + ["--no-check"], input: .bytes(Array(Self.key.utf8)))
            #expect(unchecked.status == 0 && user.home.text(".config/ai1/keys.yaml") != nil, "\(unchecked.told)")
        }
    }

    @Test("Without a key on standard input nothing is asked and nothing stored")
    func noKey() async throws {
        try await asUser { user in
            expectFailure(try await user.ai1("route", "add", "openai"), 77, naming: ["key"])
            expectFailure(try await user.ai1("route", "add", "openai", input: .bytes([0x0A])), 77)
            expectFailure(try await user.ai1("route", "add", "openai", input: .terminal), 77, naming: ["asked"])
            expectFailure(try await user.ai1("route", "add", "openay"), 64, naming: ["openay"])
            expectFailure(try await user.ai1("route", "add", "openai", "sk-as-an-argument"), 64)
            #expect(!user.files.contains { $0.hasSuffix(".yaml") })
        }
    }

    @Test("A key is asked for on a terminal without being shown")
    func hidden() async throws {
        try await asUser { user in
            try await withGuardedServer { server in
                let program = try user.start("route", "add", "openai", "--base-url", server.baseURL(.openAIChat)) {
                    $0.useTerminal()
                }
                #expect(try await program.waits { $0.terminalText.contains("Key for OpenAI") })
                program.write(Self.key + "\n")
                let result = await program.result()
                #expect(result.status == 0 && result.terminalText.contains("added openai"), "\(result.terminalText)")
                #expect(!result.terminalText.contains("sk-test"), "\(result.terminalText)")
                #expect(user.home.text(".config/ai1/keys.yaml")?.contains(Self.key) == true)
            }
        }
    }

    @Test("Ctrl-C at the question leaves the terminal as it was, and stores nothing")
    func interrupted() async throws {
        try await asUser { user in
            let line = "stty -g >before; trap : INT; \"$AI1\" route add openai; echo \"code $?\"; stty -g >after"
            let program = try user.startShell(line) { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Key for OpenAI") })
            program.write("sk-half\u{3}")
            let result = await program.result()
            #expect(
                result.terminalText.contains("code 130") && !result.terminalText.contains("sk-half"),
                "\(result.terminalText)")
            #expect(user.home.text("before")?.isEmpty == false && user.home.text("before") == user.home.text("after"))
            #expect(!user.files.contains { $0.hasSuffix(".yaml") })
        }
    }

    @Test("A key command is kept instead of the key, and run when it is needed")
    func keyCommand() async throws {
        try await asUser { user in
            try await withGuardedServer { server in
                try user.home.write("secret", Self.key)
                let result = try await user.ai1(
                    "route", "add", "openai", "--base-url", server.baseURL(.openAIChat), "--key-command",
                    "cat '\(user.home.path("secret"))'")
                #expect(result.status == 0, "\(result.told)")
                #expect(user.home.text(".config/ai1/keys.yaml") == nil)
                #expect(user.home.text(".config/ai1/config.yaml")?.contains("key_command") == true)
                #expect(try await user.ai1("ask", "-m", "gpt", "hello").status == 0)
                try user.home.write("secret", "")
                expectFailure(try await user.ai1("ask", "-m", "gpt", "hello"), 77, naming: ["openai"])
                let failing = try await user.ai1("route", "add", "anthropic", "--key-command", "exit 3")
                expectFailure(failing, 77, naming: ["key command"])
            }
        }
    }

    @Test("A server of one's own is added with its models")
    func ownServer() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let added = try await user.ai1(
                    "route", "add", "mylab", "--base-url", server.baseURL(.openAIChat), "--no-key")
                #expect(added.status == 0 && added.errorText.contains("mylab/"), "\(added.told)")
                let asked = try await user.ai1("ask", "-m", "mylab/strong", "hello")
                #expect(asked.status == 0 && asked.outputText.contains("strong)"), "\(asked.told)")
                let named = try await user.ai1(
                    "route", "add", "other", "--base-url", server.baseURL(.anthropic), "--dialect", "anthropic",
                    "--model",
                    "house-1", "--no-key")
                #expect(named.status == 0, "\(named.told)")
                #expect(try await user.ai1("ask", "-m", "house-1", "hello").status == 0)
                #expect(server.requests.last?.path == "/v1/messages")
                #expect(try await user.ai1("route", "remove", "mylab").status == 0)
                expectFailure(try await user.ai1("ask", "-m", "mylab/strong", "hello"), 64)
                expectFailure(
                    try await user.ai1("route", "add", "Bad Name", "--base-url", server.origin, "--no-key"), 64)
            }
        }
    }

    @Test("Settings that somebody wrote by hand keep their order and comments")
    func handWritten() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure("# my settings\nobjective: best # always\n\nlimits:\n  deadline: 30s\n")
                let added = try await user.ai1(
                    "route", "add", "mylab", "--base-url", server.baseURL(.openAIChat), "--no-key", "--model", "m-1")
                #expect(added.status == 0, "\(added.told)")
                let text = user.home.text(".config/ai1/config.yaml") ?? ""
                #expect(
                    text.hasPrefix("# my settings\nobjective: best # always\n\nlimits:\n  deadline: 30s\n"), "\(text)")
                #expect(try await user.ai1("ask", "-m", "m-1", "hello").status == 0)
            }
        }
    }

    @Test("Local servers are found when asked for")
    func local() async throws {
        try await asUser { user in
            let none = [
                "OLLAMA_HOST": "127.0.0.1:1", "LMSTUDIO_BASE_URL": "http://127.0.0.1:1/v1",
                "LLAMACPP_BASE_URL": "http://127.0.0.1:1/v1", "VLLM_BASE_URL": "http://127.0.0.1:1/v1",
            ]
            expectFailure(try await user.with(none).ai1("route", "add", "local"), 69, naming: ["no local server"])
            try await withFaultServer { server in
                let user = user.with(none).with(["OLLAMA_HOST": "127.0.0.1:\(server.port)"])
                let added = try await user.ai1("route", "add", "local")
                #expect(added.status == 0 && added.errorText.contains("ollama/fast"), "\(added.told)")
                let asked = try await user.ai1("ask", "hello")
                #expect(asked.status == 0 && server.requests.last?.path == "/api/chat", "\(asked.told)")
            }
        }
    }
}
