internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// Bad input: its exit code, two lines, nothing lost.
@Suite struct BadInputTests {
    @Test(
        "An unknown model or provider is a usage error with suggestions",
        arguments: [
            (["-m", "gptt"], "gptt", "gpt"), (["-m", "cluade"], "cluade", "claude"),
            (["-m", "opnai/gpt-5.5"], "opnai/gpt-5.5", "openai/gpt-5.5"),
            (["--provider", "antropic"], "antropic", "anthropic"),
            (["-m", "sandbox", "--fallback", "gemni"], "gemni", "gemini"),
        ] as [([String], String, String)])
    func unknownNames(_ words: [String], _ name: String, _ suggestion: String) async throws {
        try await asUser { user in
            let result = try await user.ai1(["ask"] + words + ["hello"])
            expectFailure(result, 64, naming: [name])
            #expect(result.errorLines.last?.contains("did you mean") == true, "\(result.told)")
            #expect(result.errorLines.last?.contains(suggestion) == true, "\(result.told)")
        }
    }

    @Test("A name that fits several models is not guessed")
    func ambiguous() async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "gpt-5.1-codex-m", "hello")
            expectFailure(result, 64, naming: ["gpt-5.1-codex-m"])
            #expect(result.errorText.contains("gpt-5.1-codex-max") && result.errorText.contains("gpt-5.1-codex-mini"))
        }
    }

    @Test("A file that cannot be read", arguments: ["missing.txt", ".", "loop"])
    func unreadable(_ name: String) async throws {
        try await asUser { user in
            _ = try await user.shell("ln -s loop loop")
            expectFailure(try await user.ai1("ask", "-m", "sandbox", "-a", name, "hello"), 66, naming: [name])
            expectFailure(
                try await user.ai1("ask", "-m", "sandbox", "--schema", "./\(name)", "hello"), 66, naming: [name])
        }
    }

    @Test("A 5 GB attachment is refused without being read")
    func hugeAttachment() async throws {
        try await asUser { user in
            let made = try await user.shell("truncate -s 5G huge.txt")
            #expect(made.status == 0, "\(made.told)")
            let result = try await user.ai1("ask", "-m", "sandbox", "-a", "huge.txt", "hello")
            expectFailure(result, 65, naming: ["huge.txt"])
            #expect(result.peakKiB < 300_000, "\(result.peakKiB) KiB")
            let piped = try await user.ai1("ask", "-m", "sandbox", "hello", input: .file(user.home.path("huge.txt")))
            expectFailure(piped, 65, naming: ["standard input"])
            let device = try await user.ai1("ask", "-m", "sandbox", "-a", "/dev/zero", "hello")
            expectFailure(device, 65, naming: ["/dev/zero"])
        }
    }

    @Test(
        "An invalid URL",
        arguments: [
            "http://", "http://[::bad", "ftp://host/file", "https://host:99999/", "http://a b/", "file:///etc/passwd",
        ])
    func invalidURL(_ url: String) async throws {
        try await asUser { user in
            let result = try await user.ai1("ask", "-m", "sandbox", "-a", url, "hello")
            expectFailure(result, 65, naming: [url])
            #expect(result.errorLines.count == 2, "\(result.told)")
        }
    }

    @Test(
        "An address that is none stops with its origin",
        arguments: ["not a url", "ftp://host", "http://", "javascript:x"])
    func invalidBase(_ url: String) async throws {
        try await asUser { user in
            let variable = try await user.with(["OPENAI_API_KEY": "k", "OPENAI_BASE_URL": url])
                .ai1("ask", "-m", "gpt", "hello")
            expectFailure(variable, 78, naming: ["OPENAI_BASE_URL"])
            try user.configure("providers:\n  openai:\n    base_url: \"\(url)\"\n")
            let setting = try await user.with(["OPENAI_API_KEY": "k"]).ai1("ask", "-m", "gpt", "hello")
            expectFailure(setting, 78, naming: ["config.yaml:3"])
        }
    }

    @Test(
        "Malformed settings stop with file, line and what was expected",
        arguments: [
            ("model: gpt\nobjectiv: best\n", ":2", "objectiv"), ("model: gpt\nobjective: cheap\n", ":2", "cheapest"),
            ("limits:\n  deadline: soon\n", ":2", "deadline"), ("model: [a\n", ":", "yaml"),
            ("model: a\nmodel: b\n", ":2", "model"), ("providers:\n  x: {base_url: 7}\n", ":2", "base_url"),
            ("temperature: 9\n", ":1", "temperature"), ("- a\n", ":1", ""), ("model: \"\\xZZ\"\n", ":1", ""),
        ])
    func malformedSettings(_ content: String, _ place: String, _ word: String) async throws {
        try await asUser { user in
            try user.configure(content)
            let result = try await user.ai1("ask", "-m", "sandbox", "hello")
            expectFailure(result, 78, naming: ["config.yaml\(place)"])
            #expect(result.errorText.contains(word), "\(result.told)")
            #expect(user.home.text(".config/ai1/config.yaml") == content)
        }
    }

    @Test("A malformed variable stops with its name")
    func malformedVariable() async throws {
        try await asUser { user in
            for (name, value) in [("AI1_OBJECTIVE", "cheap"), ("AI1_DEADLINE", "soon"), ("AI1_MAX_TOKENS", "-1")] {
                let result = try await user.with([name: value]).ai1("ask", "-m", "sandbox", "hello")
                expectFailure(result, 78, naming: [name])
            }
        }
    }

    @Test(
        "A schema that is none is refused before anything is sent",
        arguments: [
            "", "name wrongtype", "{", "[1]", "{\"type\":\"nothing\"}",
        ])
    func malformedSchema(_ schema: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--schema", schema, "hello")
                #expect([64, 65].contains(result.status), "\(result.told)")
                expectFailure(result, result.shellStatus, naming: ["schema"])
                #expect(server.statistics.requests == 0)
            }
        }
    }

    @Test(
        "What a model cannot do is refused before anything is sent",
        arguments: [
            (["-m", "gpt", "-t", "0.5"], "temperature"), (["-m", "claude-sonnet-4-5", "--seed", "1"], "seed"),
            (["-m", "gpt-4.1", "--reasoning", "high"], "reason"), (["-m", "gpt", "--stop", "END"], "stop"),
            (["-m", "ai1net/node", "--reasoning", "low"], "reasoning"),
        ] as [([String], String)])
    func unable(_ words: [String], _ what: String) async throws {
        try await asUser { user in
            try await withFaultServer { server in
                let user = user.with([
                    "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.baseURL(.openAIChat), "ANTHROPIC_API_KEY": "k",
                    "ANTHROPIC_BASE_URL": server.origin, "AI1NET_API_KEY": "k", "AI1NET_BASE_URL": server.origin,
                ])
                expectFailure(try await user.ai1(["ask"] + words + ["hello"]), 65, naming: [what])
                let dry = try await user.ai1(["ask", "--dry-run"] + words + ["hello"])
                expectFailure(dry, 65, naming: [what])
                #expect(server.statistics.requests == 0)
            }
        }
    }

    @Test(
        "Wrong flags are usage errors",
        arguments: [
            ["--nonsense"], ["-t", "5x"], ["-t", "NaN"], ["--max-tokens", "0"], ["--max-tokens", "many"],
            ["--deadline", "soon"],
            ["--max-cost", "lots"], ["--reasoning", "much"], ["--json", "--jsonl"], ["--estimate", "--dry-run"],
            ["--cheapest", "--best"], ["--stop", ""], ["--color", "pink"], ["-x", "--json"], ["--seed", "x"],
        ])
    func wrongFlags(_ words: [String]) async throws {
        try await asUser { user in
            let result = try await user.ai1(["ask", "-m", "sandbox"] + words + ["hello"])
            expectFailure(result, 64)
            #expect(result.errorLines.count == 2, "\(result.told)")
        }
    }
}
