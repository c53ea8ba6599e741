internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How a run ends early: a reader that goes away, signals.
@Suite struct EndingTests {
    @Test("When the reader goes away the run ends by SIGPIPE, without a word, and the transfer ends")
    func closedPipe() async throws {
        try await asUser { user in
            try await withFaultServer("bytes=33554432") { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "9000000", "hello") {
                    $0.output = .closedAfter(5)
                }
                #expect(result.signal == SIGPIPE && result.shellStatus == 141, "\(result.told)")
                #expect(result.errors.isEmpty, "\(result.told)")
                #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 }, "\(server.statistics)")
                #expect(server.statistics.requests == 1)
            }
        }
    }

    @Test("head -c 5 leaves 141 in the shell")
    func head() async throws {
        try await asUser { user in
            try await withFaultServer("bytes=33554432") { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let result = try await user.shell(
                    "{ \"$AI1\" ask -m lab/lab-1 --max-tokens 9000000 hello; echo \"status $?\" >&2; } | head -c 5")
                #expect(result.outputCount == 5 && result.errorText == "status 141\n", "\(result.told)")
                #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 }, "\(server.statistics)")
            }
        }
    }

    @Test("JSON events into a pipe without a reader end the same way")
    func closedPipeOfEvents() async throws {
        try await asUser { user in
            try await withFaultServer("events=2000000,event-bytes=4") { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "9000000", "--jsonl", "hello")
                {
                    $0.output = .closedAfter(5)
                }
                #expect(result.shellStatus == 141 && result.errors.isEmpty, "\(result.told)")
                #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 }, "\(server.statistics)")
            }
        }
    }

    @Test(
        "A signal in the middle of an answer ends the transfer and gives its code",
        arguments: [
            (SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129),
        ] as [(Int32, Int32)])
    func signals(_ number: Int32, _ status: Int32) async throws {
        try await asUser { user in
            try await withFaultServer("events=10000,event-bytes=10,pace=20") { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "hello")
                #expect(try await program.waits { $0.outputCount > 20 })
                program.send(signal: number)
                let result = await program.result()
                #expect(result.shellStatus == status && !result.timedOut, "\(result.told)")
                #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 }, "\(server.statistics)")
                #expect(result.outputText.hasSuffix("\n"))
                #expect(kill(-program.processID, 0) == -1 && errno == ESRCH)
            }
        }
    }

    @Test(
        "A signal before the first byte, while waiting to try again, or at standard input ends it too",
        arguments: [
            ("delay=60000", false), ("503", false), ("", true),
        ] as [(String, Bool)])
    func signalsEarly(_ plan: String, _ holdsInput: Bool) async throws {
        try await asUser { user in
            try await withFaultServer(plan) { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let program = try user.start(
                    "ask", "-m", "lab/lab-1", "hello", input: holdsInput ? .held : .none)
                if holdsInput {
                    #expect(try await program.waits { !$0.errors.isEmpty })
                } else {
                    #expect(try await server.waits { $0.requests >= 1 })
                }
                program.send(signal: SIGINT)
                let result = await program.result()
                #expect(result.shellStatus == 130 && !result.timedOut, "\(result.told)")
                #expect(result.output.isEmpty)
                #expect(try await server.waits { $0.open == 0 })
            }
        }
    }

    @Test("Ctrl-C on a terminal ends an answer, keeps what came, and leaves the terminal as it was")
    func controlC() async throws {
        try await asUser { user in
            try await withFaultServer("events=10000,event-bytes=10,pace=20") { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let line =
                    "stty -g >before; trap : INT; \"$AI1\" ask -m lab/lab-1 hello; echo \"code $?\"; stty -g >after"
                let program = try user.startShell(line) { $0.useTerminal() }
                #expect(try await program.waits { $0.terminalText.contains("This is a simulated") })
                program.write("\u{3}")
                let result = await program.result()
                #expect(result.terminalText.contains("code 130"), "\(result.terminalText)")
                #expect(
                    user.home.text("before")?.isEmpty == false && user.home.text("before") == user.home.text("after"))
                #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 })
                #expect(try await user.ai1("ask", "--resume", "--dry-run").status == 0)
            }
        }
    }

    @Test("A key command that hangs does not outlive a signal")
    func childEnds() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(
                    """
                    providers:
                      openai:
                        base_url: \(server.baseURL(.openAIChat))
                        key_command: echo $$ > \(user.home.path("pid")); exec sleep 300
                    """)
                let program = try user.start("ask", "-m", "gpt", "hello")
                #expect(try await Eventually.holds(seconds: 20) { user.home.text("pid")?.hasSuffix("\n") == true })
                program.send(signal: SIGTERM)
                let result = await program.result()
                #expect(result.shellStatus == 143, "\(result.told)")
                let text = user.home.text("pid")?.split(separator: "\n").first
                let child = try #require(text.flatMap { Int32($0) })
                #expect(try await Eventually.holds(seconds: 10) { kill(child, 0) == -1 && errno == ESRCH })
                #expect(server.statistics.requests == 0)
            }
        }
    }
}
