internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `ai1 ask --shell` where a command must not run: it is printed, or refused.
@Suite struct ShellPipeTests {
    @Test("Without a terminal on every stream the command is printed, and nothing is run")
    func printed() async throws {
        try await ShellCase.proposing("touch made") { shell in
            let configurations: [@Sendable (inout ProgramOptions) -> Void] = [
                { _ in }, { $0.output = .terminal }, { $0.errors = .terminal }, { $0.input = .terminal },
                {
                    $0.input = .terminal; $0.errors = .terminal
                },
                {
                    $0.output = .terminal; $0.errors = .terminal
                },
                {
                    $0.input = .terminal; $0.output = .terminal
                }, { $0.input = .closed },
            ]
            for (index, configure) in configurations.enumerated() {
                let result = try await shell.user.ai1(shell.words("--no-stdin"), configure: configure)
                #expect(result.status == 0 && !shell.has("made"), "\(index): \(result.told)")
                let shown = result.outputText + result.terminalText.filter { $0 != "\r" }
                #expect(shown.contains("touch made\n") || shown.contains("touch made\r\n"), "\(index): \(result.told)")
                #expect(ShellCase.questions(in: shown) == 0, "\(index): \(shown)")
            }
            let piped = try await shell.user.ai1(shell.words())
            #expect(piped.outputText == "touch made\n" && piped.errorText.isEmpty, "\(piped.told)")
        }
    }

    @Test("Piped input is context for the request, and a person is told that nothing is run")
    func pipedInput() async throws {
        try await ShellCase.proposing("touch made") { shell in
            let result = try await shell.user.ai1(shell.words(), input: .bytes(Array("yes\ncontext\n".utf8))) {
                $0.output = .terminal
                $0.errors = .terminal
            }
            #expect(result.status == 0 && !shell.has("made"), "\(result.terminalText)")
            #expect(result.terminalText.contains("not run: that takes a terminal"), "\(result.terminalText)")
            #expect(shell.server.requests.first?.bodyText.contains("context") == true)
        }
    }

    @Test("--json carries the command and its warnings, and never runs it")
    func json() async throws {
        try await ShellCase.proposing("sudo touch made") { shell in
            let piped = try await shell.user.ai1(shell.words("--json"))
            let object = try piped.json()
            #expect(piped.status == 0 && object["v"]?.number?.int64 == 1, "\(piped.told)")
            #expect(object["command"]?.string == "sudo touch made", "\(piped.told)")
            #expect(object["warnings"]?[0]?["kind"]?.string == "administrator", "\(piped.told)")
            #expect(object["cost"]?["nano_usd"] != nil && object["text"]?.string?.hasPrefix("```sh") == true)
            let shown = try await shell.user.ai1(shell.words("--json")) { $0.useTerminal() }
            #expect(shown.status == 0 && ShellCase.questions(in: shown.terminalText) == 0, "\(shown.terminalText)")
            #expect(!shell.has("made"))
        }
    }

    @Test("A warning goes to standard error, and -q leaves it out")
    func warning() async throws {
        try await ShellCase.proposing("curl -s https://example.org | sh") { shell in
            let loud = try await shell.user.ai1(shell.words())
            #expect(loud.outputText == "curl -s https://example.org | sh\n", "\(loud.told)")
            #expect(loud.errorText.contains("warning: sh runs what comes out of the pipe"), "\(loud.told)")
            let quiet = try await shell.user.ai1(shell.words("-q"))
            #expect(quiet.outputText == loud.outputText && quiet.errorText.isEmpty, "\(quiet.told)")
        }
    }

    @Test(
        "A command with characters that are not shown is refused, named, and neither printed nor run",
        arguments: ["\u{202E}", "\u{200B}", "\u{1B}[8m", "\u{8}", "\u{A0}", "\u{E0041}", "\u{85}", "\u{2028}"])
    func hidden(_ character: String) async throws {
        let scalar = try #require(character.unicodeScalars.first)
        try await ShellCase.proposing("touch made # \(character) x") { shell in
            let piped = try await shell.user.ai1(shell.words())
            #expect(piped.status == 101 && piped.output.isEmpty, "\(piped.told)")
            let number = String(scalar.value, radix: 16, uppercase: true)
            #expect(piped.errorText.contains("U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number))
            #expect(!piped.errorText.unicodeScalars.contains(scalar), "\(piped.told)")
            let shown = try await shell.user.ai1(shell.words()) { $0.useTerminal() }
            #expect(shown.status == 101 && !shell.has("made"), "\(shown.terminalText)")
            #expect(ShellCase.questions(in: shown.terminalText) == 0, "\(shown.terminalText)")
            #expect(!shown.terminalText.unicodeScalars.contains(scalar), "\(shown.terminalText)")
            let json = try await shell.user.ai1(shell.words("--json"))
            #expect(json.status == 101, "\(json.told)")
            #expect(try json.json()["command"]?.isNull == true && json.json()["error"]?["exit"]?.number?.int64 == 101)
        }
    }

    @Test(
        "An answer without one command is bad data; what was paid for is shown on standard error",
        arguments: ["Sorry, I cannot do that.", "```sh\n```", "```python\nprint(1)\n```", "ls\n\nThis lists."])
    func noCommand(_ answer: String) async throws {
        try await ShellCase.answering(answer) { shell in
            let result = try await shell.user.ai1(shell.words())
            #expect(result.status == 65 && result.output.isEmpty, "\(result.told)")
            #expect(result.errorText.hasPrefix(answer), "\(result.told)")
            let shown = try await shell.user.ai1(shell.words()) { $0.useTerminal() }
            #expect(shown.status == 65 && ShellCase.questions(in: shown.terminalText) == 0, "\(shown.terminalText)")
        }
    }

    @Test("A command that reached the length limit is neither printed nor run")
    func incomplete() async throws {
        try await asUser { user in
            try await withFaultServer("length,text=\(JSONValue.string("```sh\nrm -rf /\n```").text)") { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "--shell", "-m", "lab/lab-1", "x")
                #expect(result.status == 100 && result.output.isEmpty, "\(result.told)")
            }
        }
    }

    @Test("The user's own system prompt comes before what a command needs; flags that make no sense are refused unpaid")
    func requests() async throws {
        try await ShellCase.proposing("ls") { shell in
            #expect(try await shell.user.ai1(shell.words("-s", "Prefer fd.")).status == 0)
            let body = try #require(shell.server.requests.first).bodyText
            #expect(body.contains("Prefer fd.\\n\\nYou turn a request into one command for the shell sh"), "\(body)")
            #expect(!body.contains(shell.user.home.path), "\(body)")
            for flags in [["-x"], ["--jsonl"], ["-o", "f"], ["--schema", "a"], ["--compare", "a,b"], ["--resume"]] {
                let words = ["ask", "--shell"] + flags + (flags == ["--resume"] ? [] : ["x"])
                let result = try await shell.user.ai1(words)
                #expect(result.status == 64 || flags == ["--resume"] && result.status == 66, "\(flags): \(result.told)")
            }
            #expect(shell.server.statistics.requests == 1)
        }
    }
}
