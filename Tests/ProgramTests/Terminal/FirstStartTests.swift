internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Without any provider: what a terminal gets, and what nobody else gets.
@Suite struct FirstStartTests {
    /// Local servers of this machine are no part of a test.
    private static let noLocalServers = [
        "OLLAMA_HOST": "127.0.0.1:1", "LMSTUDIO_BASE_URL": "http://127.0.0.1:1/v1",
        "LLAMACPP_BASE_URL": "http://127.0.0.1:1/v1", "VLLM_BASE_URL": "http://127.0.0.1:1/v1",
    ]

    @Test("Without terminal, key and name nothing is simulated")
    func refused() async throws {
        try await asUser { user in
            expectFailure(try await user.ai1("ask", "hello"), 77, naming: ["no key"])
            expectFailure(try await user.ai1("two words"), 77, naming: ["no key"])
            // A terminal on one side only may be a job whose output somebody keeps.
            let half = try await user.ai1("ask", "hello") { $0.errors = .terminal }
            #expect(half.status == 77 && half.output.isEmpty, "\(half.told)")
            let otherHalf = try await user.ai1("ask", "hello") { $0.output = .terminal }
            #expect(otherHalf.status == 77 && otherHalf.terminal.isEmpty, "\(otherHalf.told)")
        }
    }

    @Test("A job that lost its key fails, whatever the sandbox could say")
    func lostKey() async throws {
        try await asUser { user in
            expectFailure(try await user.ai1("ask", "-m", "claude", "hello"), 77, naming: ["anthropic"])
            let empty = try await user.with(["OPENAI_API_KEY": ""]).ai1("ask", "hello")
            expectFailure(empty, 77, naming: ["no key"])
        }
    }

    @Test("The sandbox answers unnamed when a variable says so")
    func variable() async throws {
        try await asUser { user in
            let result = try await user.with(["AI1_SANDBOX": "1"]).ai1("ask", "hello")
            #expect(result.status == 0 && result.outputText.contains("simulated"), "\(result.told)")
            let no = try await user.with(["AI1_SANDBOX": "0"]).ai1("ask", "hello")
            #expect(no.status == 77, "\(no.told)")
        }
    }

    @Test("On a terminal without a provider the sandbox answers and says so")
    func terminal() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "hello") { $0.useTerminal() }
            #expect(result.status == 0, "\(result.terminalText)")
            #expect(result.terminalText.contains("no provider is set up"), "\(result.terminalText)")
            #expect(result.terminalText.contains("simulated") && result.terminalText.contains("ai1 route add"))
        }
    }

    @Test("As soon as a provider is set up the sandbox is used only when named")
    func providerSetUp() async throws {
        try await asUser { user in
            try await withFaultServer("401") { server in
                let user = user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.baseURL(.openAIChat)])
                let result = try await user.ai1("ask", "hello") { $0.useTerminal() }
                #expect(result.status == 77 && server.statistics.requests > 0, "\(result.terminalText)")
                #expect(!result.terminalText.contains("sandbox"), "\(result.terminalText)")
                let named = try await user.ai1("ask", "-m", "sandbox", "hello")
                #expect(named.status == 0 && named.outputText.contains("simulated"), "\(named.told)")
            }
        }
    }

    @Test("ai1 alone in a pipe asks nothing")
    func aloneInPipe() async throws {
        try await asUser { user in
            for input in [ProgramOptions.Input.none, .held, .terminal] {
                let result = try await user.ai1([], input: input)
                expectFailure(result, 64, naming: ["prompt"])
            }
            #expect(user.files.isEmpty)
        }
    }

    @Test("ai1 alone on a terminal sets up once, with a first answer, and stays")
    func guided() async throws {
        try await asUser { user in
            let user = user.with(Self.noLocalServers)
            let program = try user.start { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Add a provider now") })
            program.write("\n")
            #expect(
                try await program.waits { $0.terminalText.contains("/help lists") && $0.terminalText.contains("›") })
            program.write("\u{4}")
            let result = await program.result()
            #expect(result.status == 0, "\(result.terminalText)")
            #expect(result.terminalText.contains("No key and no local server was found"))
            #expect(result.terminalText.contains("simulated") && result.terminalText.contains("ai1 --help"))
            #expect(user.home.mode(".config/ai1/config.yaml") == 0o600 && user.home.mode(".config/ai1") == 0o700)
            let second = try user.start { $0.useTerminal() }
            #expect(try await second.waits { $0.terminalText.contains("›") })
            second.write("/quit\n")
            let end = await second.result()
            #expect(end.status == 0 && !end.terminalText.contains("Add a provider now"), "\(end.terminalText)")
        }
    }

    @Test("The set-up finds keys in the environment, and servers on this machine")
    func guidedWithFindings() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.with(Self.noLocalServers).with(["OLLAMA_HOST": "127.0.0.1:\(server.port)"])
                let program = try user.start { $0.useTerminal() }
                #expect(try await program.waits { $0.terminalText.contains("Use the servers on this machine?") })
                program.write("y\n")
                #expect(
                    try await program.waits { $0.terminalText.contains("/help lists") && $0.terminalText.contains("›") }
                )
                program.write("\u{4}")
                let result = await program.result()
                #expect(result.status == 0, "\(result.terminalText)")
                #expect(result.terminalText.contains("server found: ollama"), "\(result.terminalText)")
                #expect(server.statistics.requestsByPath["/api/chat"] == 1, "\(result.terminalText)")
                #expect(user.home.text(".config/ai1/config.yaml")?.contains("ollama") == true)
            }
        }
    }

    @Test("Ctrl-C in the set-up leaves it, and the terminal as it was")
    func interrupted() async throws {
        try await asUser { user in
            let program = try user.with(Self.noLocalServers).start { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("Add a provider now") })
            program.write("\u{3}")
            let result = await program.result()
            #expect(result.shellStatus == 130 && !result.timedOut, "\(result.terminalText)")
            #expect(user.home.text(".config/ai1/config.yaml") == nil)
        }
    }
}
