internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// `ai1 ask --shell` on a terminal: shown, asked, and run only after a yes.
@Suite struct ShellTests {
    @Test(
        "A yes runs the command where it was asked, and its exit code is ai1's", arguments: ["y\n", "yes\n", "YES\n"])
    func yes(_ answer: String) async throws {
        try await ShellCase.proposing("echo made > made; exit 7") { shell in
            let result = try await shell.dialogue(answer)
            #expect(result.status == 7, "\(result.terminalText)")
            #expect(result.terminalText.contains("  | echo made > made; exit 7\r\n"), "\(result.terminalText)")
            #expect(shell.user.home.text("made") == "made\n")
            #expect(result.terminalText.contains("tok · "), "\(result.terminalText)")
            #expect(shell.server.statistics.requests == 1)
        }
    }

    @Test("Anything but a yes runs nothing and ends with 103", arguments: ["n\n", "no\n", "\n", "\u{4}"])
    func no(_ answer: String) async throws {
        try await ShellCase.proposing("touch made") { shell in
            let result = try await shell.dialogue(answer)
            #expect(result.status == 103 && !shell.has("made"), "\(result.terminalText)")
            #expect(result.terminalText.contains("ai1: nothing was run"), "\(result.terminalText)")
        }
    }

    @Test("After three answers that mean nothing it is a no")
    func unclear() async throws {
        try await ShellCase.proposing("touch made") { shell in
            let result = try await shell.dialogue("x\n", "yess\n", "ok\n")
            #expect(result.status == 103 && !shell.has("made"), "\(result.terminalText)")
            #expect(result.terminalText.components(of: "Please answer yes, no, explain or modify.") == 3)
        }
    }

    @Test("What was typed before the question answers nothing")
    func typedAhead() async throws {
        try await asUser { user in
            let text = JSONValue.string("```sh\ntouch made\n```").text
            try await withFaultServer("first=600,text=\(text)") { server in
                try user.configure(servers([("lab", server)]))
                let shell = ShellCase(user: user, server: server)
                let program = try user.start(shell.words()) { $0.useTerminal() }
                #expect(try await server.waits { $0.requests == 1 })
                program.write("y\n")
                #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 1 })
                program.write("n\n")
                let result = await program.result()
                #expect(result.status == 103 && !shell.has("made"), "\(result.terminalText)")
            }
        }
    }

    @Test("Behind a warning only the whole word runs it")
    func warning() async throws {
        try await ShellCase.proposing("echo 1 > made; rm -rf \"$NOTHING/made\"") { shell in
            let short = try await shell.dialogue("y\n", "n\n")
            #expect(short.status == 103 && !shell.has("made"), "\(short.terminalText)")
            #expect(short.terminalText.contains("warning: rm deletes $NOTHING/made"), "\(short.terminalText)")
            #expect(short.terminalText.contains("Type yes to run it"), "\(short.terminalText)")
            let whole = try await shell.dialogue("yes\n")
            #expect(whole.status == 0 && shell.has("made"), "\(whole.terminalText)")
        }
    }

    @Test("A command of several lines is shown whole and run as one")
    func lines() async throws {
        let command = "for n in 1 2; do\n  echo \"n$n\" >> made\ndone\ncat <<E >> made\nRun it? [y]es\nE"
        try await ShellCase.proposing(command) { shell in
            let result = try await shell.dialogue("y\n")
            #expect(result.status == 0 && shell.user.home.text("made") == "n1\nn2\nRun it? [y]es\n")
            for line in command.split(separator: "\n") {
                #expect(result.terminalText.contains("  | \(line)\r\n"), "\(result.terminalText)")
            }
        }
    }

    @Test("No line of a long command begins at the edge of the terminal")
    func longLines() async throws {
        let command = "echo " + (0..<60).map { "word\($0)" }.joined(separator: "  ")
        try await ShellCase.proposing(command) { shell in
            let result = try await shell.dialogue("n\n") { $0.terminalSize = (40, 24) }
            let shown = result.terminalText.split(separator: "\r\n").filter {
                $0.hasPrefix("  | ") || $0.hasPrefix("  + ")
            }
            #expect(shown.count > 10 && shown.allSatisfy { $0.count < 40 }, "\(result.terminalText)")
            #expect(shown.map { $0.dropFirst(4) }.joined() == command, "\(result.terminalText)")
        }
    }

    @Test("Explaining asks the same model again, shows the words, the cost and the command, and is recorded")
    func explain() async throws {
        try await ShellCase.proposing("touch made") { shell in
            let result = try await shell.dialogue("e\n", "n\n")
            #expect(result.status == 103 && !shell.has("made"), "\(result.terminalText)")
            #expect(shell.server.statistics.requests == 2)
            #expect(result.terminalText.components(of: "  | touch made") == 2, "\(result.terminalText)")
            #expect(result.terminalText.contains("    ```sh\r\n    touch made"), "\(result.terminalText)")
            #expect(result.terminalText.components(of: " tok · ") == 2, "\(result.terminalText)")
            let requests = shell.server.requests
            #expect(
                requests[0].bodyText.contains("do something") && requests[0].bodyText.contains("for the shell sh on"))
            #expect(requests[1].bodyText.contains("touch made") && !requests[1].bodyText.contains("do something"))
            #expect(requests[1].bodyText.contains("You explain a command"))
            let log = try await shell.user.ai1("route", "log", "--json").json()
            #expect(log["rows"]?.array?.count == 2, "\(log)")
        }
    }

    @Test("An explanation that fails is told, and the question is put again")
    func failedExplanation() async throws {
        try await asUser { user in
            let text = JSONValue.string("```sh\ntouch made\n```").text
            try await withFaultServer("text=\(text)") { server in
                try user.configure(servers([("lab", server)]))
                let shell = ShellCase(user: user.with(["NO_COLOR": "1", "TERM": "dumb"]), server: server)
                let program = try shell.user.start(shell.words("--deadline", "5s")) { $0.useTerminal() }
                #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 1 })
                server.stop()
                program.write("e\n")
                #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 2 })
                program.write("y\n")
                let result = await program.result()
                #expect(result.status == 0 && shell.has("made"), "\(result.terminalText)")
                #expect(result.terminalText.contains("ai1: "), "\(result.terminalText)")
            }
        }
    }

    @Test("A changed command is shown and asked anew, and that one is run")
    func modify() async throws {
        try await ShellCase.proposing("touch made") { shell in
            try shell.user.home.write("editor", "#!/bin/sh\nsed -i s/made/other/ \"$2\"\n")
            let result = try await shell.dialogue("m\n", "y\n", variables: ["EDITOR": "sh editor -x"])
            #expect(result.status == 0 && shell.has("other") && !shell.has("made"), "\(result.terminalText)")
            #expect(result.terminalText.contains("  | touch other"), "\(result.terminalText)")
            #expect(!shell.user.files.contains { $0.hasSuffix(".sh") }, "\(shell.user.files)")
        }
    }

    @Test("A changed command is checked again: hidden characters keep the old one, warnings come anew")
    func modifiedBadly() async throws {
        try await ShellCase.proposing("touch made") { shell in
            try shell.user.home.write("editor", "printf 'touch \\342\\200\\256other\\n' > \"$1\"\n")
            let hidden = try await shell.dialogue("m\n", "n\n", variables: ["VISUAL": "sh editor"])
            #expect(hidden.status == 103 && hidden.terminalText.contains("U+202E"), "\(hidden.terminalText)")
            #expect(hidden.terminalText.components(of: "  | touch made") == 2, "\(hidden.terminalText)")
            try shell.user.home.write("editor", "echo 'sudo touch other' > \"$1\"\n")
            let warned = try await shell.dialogue("m\n", "y\n", "n\n", variables: ["VISUAL": "sh editor"])
            #expect(warned.status == 103 && warned.terminalText.contains("warning: sudo"), "\(warned.terminalText)")
            let failed = try await shell.dialogue("m\n", "n\n", variables: ["VISUAL": "exit 3; "])
            #expect(failed.status == 103 && failed.terminalText.contains("exit code 3"), "\(failed.terminalText)")
            #expect(!shell.has("made") && !shell.has("other"))
        }
    }

    @Test("Ctrl-C at the question runs nothing")
    func interruptedQuestion() async throws {
        try await ShellCase.proposing("touch made") { shell in
            let result = try await shell.dialogue("\u{3}")
            #expect(result.shellStatus == 130 && !shell.has("made"), "\(result.terminalText)")
        }
    }
}
