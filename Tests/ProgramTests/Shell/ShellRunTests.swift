internal import AI1Core
internal import AI1TestSupport
internal import Testing

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a command that runs gets of the terminal, of signals, and of the environment.
@Suite struct ShellRunTests {
    @Test("Ctrl-C goes to the command and not to ai1, which passes on what the command made of it")
    func interrupted() async throws {
        try await ShellCase.proposing("trap 'exit 9' INT; echo ready; sleep 60; touch made") { shell in
            let program = try shell.user.start(shell.words()) { $0.useTerminal() }
            #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 1 })
            program.write("y\n")
            #expect(try await program.waits { $0.terminalText.contains("\r\nready\r\n") })
            program.write("\u{3}")
            let result = await program.result()
            #expect(result.status == 9 && !result.timedOut && !shell.has("made"), "\(result.terminalText)")
            #expect(!result.terminalText.contains("ai1: interrupted"), "\(result.terminalText)")
        }
    }

    @Test("A command that a signal ends gives 128 and its number")
    func killed() async throws {
        try await ShellCase.proposing("kill -9 $$") { shell in
            let result = try await shell.dialogue("y\n")
            #expect(result.status == 137, "\(result.terminalText)")
        }
    }

    @Test("SIGTERM to ai1 ends the command too")
    func terminated() async throws {
        try await ShellCase.proposing("echo $$ > pid; echo ready; sleep 60; touch made") { shell in
            let program = try shell.user.start(shell.words()) { $0.useTerminal() }
            #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 1 })
            program.write("y\n")
            #expect(try await program.waits { $0.terminalText.contains("\r\nready\r\n") })
            program.send(signal: SIGTERM)
            let result = await program.result()
            #expect(result.shellStatus == 143 && !result.timedOut && !shell.has("made"), "\(result.terminalText)")
            let child = try #require(Int32((shell.user.home.text("pid") ?? "").split(separator: "\n").first ?? ""))
            #expect(try await Eventually.holds(seconds: 10) { kill(child, 0) != 0 })
        }
    }

    @Test("The command has the terminal: it reads it, is in its foreground, and what it types ahead is its own")
    func terminal() async throws {
        try await ShellCase.proposing("test -t 0 && test -t 1 && test -t 2 && read line && echo \"got:$line\"") {
            shell in
            let program = try shell.user.start(shell.words()) { $0.useTerminal() }
            #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 1 })
            program.write("y\nhello\n")
            let result = await program.result()
            #expect(result.status == 0 && result.terminalText.contains("got:hello"), "\(result.terminalText)")
        }
    }

    @Test("The environment is the user's, the shell theirs, no signal blocked or ignored, and no descriptor inherited")
    func inheritance() async throws {
        let command =
            "echo $MINE > made; echo $0 >> made; ls /dev/fd/ | tr '\\n' ' ' >> made; echo >> made; "
            + "grep -E 'Sig(Blk|Ign)' /proc/self/status >> made || true"
        try await ShellCase.proposing(command) { shell in
            let result = try await shell.dialogue("y\n", variables: ["MINE": "a b", "SHELL": "/bin/bash"])
            #expect(result.status == 0, "\(result.terminalText)")
            let lines = (shell.user.home.text("made") ?? "").split(separator: "\n")
            try #require(lines.count >= 3, "\(lines)")
            #expect(lines[0] == "a b" && lines[1] == "/bin/bash", "\(lines)")
            // ls has the folder open besides.
            #expect(lines[2].split(separator: " ").allSatisfy { (Int($0) ?? 9) <= 3 }, "\(lines)")
            // The C library keeps 32 and 33 to itself.
            for line in lines.dropFirst(3) {
                let mask = try #require(line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) })
                #expect(mask & 0x7FFF_FFFF == 0, "\(lines)")
            }
        }
    }

    @Test("A shell that is not there falls back to /bin/sh")
    func noShell() async throws {
        try await ShellCase.proposing("echo shell:$0") { shell in
            let result = try await shell.dialogue("y\n", variables: ["SHELL": "/no/such/shell"])
            #expect(result.status == 0 && result.terminalText.contains("shell:/bin/sh"), "\(result.terminalText)")
        }
    }

    @Test("Ctrl-Z stops the command and ai1; the shell has its terminal, and fg goes on with both")
    func stopped() async throws {
        try await ShellCase.proposing("echo ready; read line; echo \"got:$line\"; exit 5") { shell in
            let options = shell.user.with(["PS1": "PROMPT> ", "HISTFILE": "/dev/null"])
            let program = try options.startInteractiveShell { $0.useTerminal() }
            #expect(try await program.waits { $0.terminalText.contains("PROMPT> ") })
            program.write("$AI1 ask --shell -m lab/lab-1 something\n")
            #expect(try await program.waits { ShellCase.questions(in: $0.terminalText) == 1 })
            program.write("y\n")
            #expect(try await program.waits { $0.terminalText.contains("\r\nready\r\n") })
            program.write("\u{1A}")
            #expect(try await program.waits { $0.terminalText.contains("Stopped") })
            program.write("echo between\n")
            #expect(try await program.waits { $0.terminalText.contains("\r\nbetween\r\n") })
            program.write("fg\n")
            program.write("hello\n")
            #expect(try await program.waits { $0.terminalText.contains("got:hello") })
            program.write("echo \"status:$?\"\n")
            #expect(
                try await program.waits { $0.terminalText.contains("\r\nstatus:5\r\n") },
                "\(program.partial.terminalText)")
            program.write("exit\n")
            let result = await program.result()
            #expect(!result.timedOut, "\(result.terminalText)")
        }
    }
}
