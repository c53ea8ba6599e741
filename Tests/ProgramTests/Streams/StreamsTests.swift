internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Standard streams: the answer alone on standard output, what is piped in joined to the prompt.
@Suite struct StreamsTests {
    @Test("Only the answer goes to standard output, with one newline at its end")
    func answerAlone() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "sandbox", "hello")
            #expect(result.status == 0, "\(result.told)")
            #expect(result.errors.isEmpty, "\(result.told)")
            #expect(result.outputText.contains("simulated"))
            #expect(result.outputText.hasSuffix("\n") && !result.outputText.hasSuffix("\n\n"))
            #expect(!result.output.contains(0x1B))
        }
    }

    @Test("A bare prompt with white space is asked")
    func barePrompt() async throws {
        try await asUser { user in
            let result = try await user.with(["AI1_SANDBOX": "1"]).ai1("two words")
            #expect(result.status == 0 && result.outputText.contains("two words"), "\(result.told)")
        }
    }

    @Test("In a pipeline nothing but the answer comes through")
    func pipeline() async throws {
        try await asUser { user in
            let result = try await user.shell(
                "printf 'diff --git a b' | \"$AI1\" ask -m sandbox 'write a commit message' | cat")
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
            #expect(result.outputText.contains("simulated"), "\(result.told)")
            let lines = result.outputText.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.last == "" && lines.dropLast().last != "")
        }
    }

    @Test(
        "Prompt and input are joined by a blank line",
        arguments: [
            (["explain"], "some input\n", "explain\n\nsome input"),
            ([], "only input\n", "only input"),
            (["-"], "forced", "forced"),
            (["explain", "-"], "forced", "explain\n\nforced"),
            (["--no-stdin", "explain"], "unseen", "explain"),
            (["several", "words"], "", "several words"),
        ] as [([String], String, String)])
    func joined(_ words: [String], _ input: String, _ expected: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1(
                    ["ask", "-m", "lab/lab-1"] + words, input: .bytes(Array(input.utf8)))
                #expect(result.status == 0 && result.errors.isEmpty, "\(result.told)")
                let sent = try #require(server.requests.first).json()["messages"]?[0]?["content"]?.string
                // Whether the last newline of a file is sent is nobody's concern.
                #expect(sent == expected || sent == expected + "\n", "\(sent ?? "nothing")")
            }
        }
    }

    @Test("A standard input that never sends is told of, and given up")
    func heldInput() async throws {
        try await asUser { user in
            let result = try await user.ai1(
                "ask", "-m", "sandbox", "--stdin-timeout", "2500ms", "hello", input: .held)
            #expect(result.status == 0 && result.outputText.contains("simulated"), "\(result.told)")
            #expect(result.errorText.contains("waiting for standard input") && result.errorText.contains("--no-stdin"))
            #expect(result.errorText.contains("going on without it"), "\(result.told)")
        }
    }

    @Test("A slow standard input is waited for once it has begun")
    func slowInput() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "say", input: .held)
                program.write("first ")
                program.write("second")
                program.closeInput()
                let result = await program.result()
                #expect(result.status == 0, "\(result.told)")
                #expect(server.requests.first?.bodyText.contains("first second") == true)
            }
        }
    }

    @Test("An input that comes late is hinted at, waited for and joined")
    func lateInput() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "say", input: .held)
                #expect(try await program.waits { $0.errorText.contains("waiting for standard input") })
                program.write("late")
                program.closeInput()
                let result = await program.result()
                #expect(result.status == 0 && result.errorLines.count == 1, "\(result.told)")
                #expect(server.requests.first?.bodyText.contains("say\\n\\nlate") == true)
            }
        }
    }

    @Test("A terminal as standard input is not read unless asked for")
    func terminalInput() async throws {
        try await asUser { user in
            let unread = try await user.ai1("ask", "-m", "sandbox", "hello", input: .terminal)
            #expect(unread.status == 0 && unread.errors.isEmpty, "\(unread.told)")
            let program = try user.start("ask", "-m", "sandbox", "-", input: .terminal)
            program.write("typed\n\u{4}")
            let read = await program.result()
            #expect(read.status == 0 && read.outputText.contains("“typed"), "\(read.told)")
            expectFailure(try await user.ai1("ask", "-m", "sandbox", input: .terminal), 64, naming: ["prompt"])
        }
    }

    @Test("Without a standard input, output or error at all it still works or fails cleanly")
    func closedDescriptors() async throws {
        try await asUser { user in
            let noInput = try await user.ai1("ask", "-m", "sandbox", "hello", input: .closed)
            #expect(noInput.status == 0 && noInput.outputText.contains("simulated"), "\(noInput.told)")
            let noErrors = try await user.ai1("ask", "-m", "sandbox", "hello") { $0.errors = .closed }
            #expect(noErrors.status == 0 && noErrors.outputText.contains("simulated"), "\(noErrors.told)")
            let noOutput = try await user.ai1("ask", "-m", "sandbox", "hello") { $0.output = .closed }
            expectFailure(noOutput, 74, naming: ["write"])
            let nothing = try await user.ai1("ask", "-m", "sandbox", "hello", input: .closed) {
                $0.output = .closed
                $0.errors = .closed
            }
            #expect(nothing.status == 74, "\(nothing.told)")
        }
    }

    @Test(
        "An environment of HOME alone, of nothing, or of another language is enough",
        arguments: [
            ["PATH": ""], ["LANG": "C", "LC_ALL": "C"], ["TERM": "dumb"], ["HOME": ""], ["HOME": "/dev/null/home"],
            ["HOME": "relative"], ["TZ": "nowhere"],
        ])
    func environments(_ variables: [String: String]) async throws {
        try await asUser { user in
            // Where HOME says nothing the user database does: nobody's real home is a part of a test.
            let folders = ["XDG_CONFIG_HOME": user.home.path("etc"), "XDG_STATE_HOME": user.home.path("var")]
            let result = try await user.with(variables["HOME"] == "/dev/null/home" ? [:] : folders).with(variables)
                .ai1("ask", "-m", "sandbox", "grüß dich")
            #expect(result.status == 0 && result.outputText.contains("grüß dich"), "\(variables): \(result.told)")
            #expect(result.errors.isEmpty, "\(variables): \(result.told)")
        }
    }

    @Test("An environment without HOME and PATH is enough")
    func bareEnvironment() async throws {
        try await asUser { user in
            let result = try await Program.run(
                ["ask", "-m", "sandbox", "hello"], environment: ["AI1_HOME": user.home.path("own")])
            #expect(result.status == 0 && result.outputText.contains("simulated"), "\(result.told)")
            #expect(result.errors.isEmpty, "\(result.told)")
        }
    }

    @Test("A home that cannot be written to is no reason not to answer")
    func unwritableHome() async throws {
        try await asUser { user in
            // A file in the place of a folder cannot be written into, not even by root.
            try user.home.write("file", "")
            let result = try await user.with(["HOME": user.home.path("file")]).ai1("ask", "-m", "sandbox", "hello")
            #expect(result.status == 0 && result.outputText.contains("simulated"), "\(result.told)")
            #expect(result.errors.isEmpty, "\(result.told)")
        }
    }

    @Test("Each piece is on its way to a pipe while the server is still sending")
    func flushed() async throws {
        try await asUser { user in
            try await withFaultServer("events=40,event-bytes=10,pace=250") { server in
                try user.configure(servers([("lab", server)]))
                let program = try user.start("ask", "-m", "lab/lab-1", "hello")
                let came = try await program.waits { $0.outputCount >= 10 }
                #expect(came)
                #expect(server.statistics.open == 1 && !program.hasEnded)
                program.send(signal: 15)
                _ = await program.result()
            }
        }
    }
}
