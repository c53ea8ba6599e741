internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// The user's rules, as they stand in the settings.
@Suite struct RuleTests {
    private func explain(_ user: User, _ words: String...) async throws -> JSONValue {
        try await user.ai1(["route", "explain", "--json"] + words).json()
    }

    private func withRules(_ rules: String, _ body: (User) async throws -> Void) async throws {
        try await asUser { user in
            try user.configure("routing:\n  rules:\n" + rules)
            try await body(user.with(["OPENAI_API_KEY": "x", "GROQ_API_KEY": "y"]))
        }
    }

    @Test("A rule chooses the models, and says so; a model that is named wins over it")
    func use() async throws {
        try await withRules("    - when: task == code\n      use: [gpt-5-mini, gpt-5-nano]\n") { user in
            let code = try await explain(user, "write a python function that sorts")
            #expect(code["ranked"]?.array?.map { $0["target"]?.string } == ["openai/gpt-5-mini", "openai/gpt-5-nano"])
            #expect(code["rule"]?.string?.hasSuffix("config.yaml:3") == true, "\(code.text)")
            let chat = try await explain(user, "what is the capital of France")
            #expect(chat["rule"]?.isNull == true)
            let named = try await explain(user, "-m", "gpt-4.1", "write a python function that sorts")
            #expect(named["ranked"]?[0]?["target"]?.string == "openai/gpt-4.1")
        }
    }

    @Test("A rule keeps models and providers out, and bounds cost and objective")
    func avoid() async throws {
        let rule =
            "    - when: always\n      avoid: [groq, gpt-5-nano]\n      objective: cheapest\n      max_cost: 1c\n"
        try await withRules(rule) { user in
            let shown = try await explain(user, "what is the capital of France")
            let ranked = shown["ranked"]?.array?.compactMap { $0["target"]?.string } ?? []
            #expect(!ranked.isEmpty && !ranked.contains { $0.hasPrefix("groq/") || $0 == "openai/gpt-5-nano" })
            #expect(shown["objective"]?.string == "cheapest")
            let reasons = Set(shown["rejected"]?.array?.compactMap { $0["reason"]?.string } ?? [])
            #expect(reasons.contains("rule") && reasons.contains("cost"))
        }
    }

    @Test(
        "A mistake is told with file, line and column",
        arguments: [
            (
                "    - when: taskk == code\n      use: [gpt]\n",
                "config.yaml:3: when: column 1: no field is called taskk"
            ),
            ("    - when: task == code\n", "config.yaml:3: this rule says nothing"),
            ("    - use: [gpt]\n", "config.yaml:3: this entry of rules has no when"),
            (
                "    - when: always\n      avoid: [no-such-model]\n",
                "config.yaml:3: avoid: no model is called 'no-such-model'"
            ),
            ("    - when: always\n      uses: [gpt]\n", "config.yaml:4: unknown key uses in rules"),
        ])
    func mistakes(_ rule: String, _ message: String) async throws {
        try await withRules(rule) { user in
            let result = try await user.ai1("route", "explain", "hello there")
            #expect(result.status == 78, "\(result.told)")
            #expect(result.errorText.contains(message), "\(result.told)")
        }
    }

    @Test("A project's file may not set rules")
    func project() async throws {
        try await asUser { user in
            try user.home.write("work/.ai1.yaml", "routing:\n  rules:\n    - when: always\n      use: [gpt-4.1]\n")
            let result = try await user.with(["OPENAI_API_KEY": "x"]).ai1("route", "explain", "--json", "hello there") {
                $0.folder = user.home.path + "/work"
            }
            #expect(result.errorText.contains("routing.rules"), "\(result.told)")
            #expect(try result.json()["rule"]?.isNull == true)
        }
    }

    @Test("--not, --local and --max-latency leave out what they should")
    func flags() async throws {
        try await asUser { user in
            let keyed = user.with(["OPENAI_API_KEY": "x", "GROQ_API_KEY": "y"])
            let not = try await explain(keyed, "--not", "groq", "--not", "gpt-5-nano", "hello there")
            let ranked = not["ranked"]?.array?.compactMap { $0["target"]?.string } ?? []
            #expect(!ranked.isEmpty && !ranked.contains { $0.hasPrefix("groq/") || $0 == "openai/gpt-5-nano" })
            let quick = try await explain(keyed, "--max-latency", "4s", "hello there")
            for row in quick["ranked"]?.array ?? [] { #expect(row["total_ms"]?.number?.double ?? 9_999 <= 4_000) }
            let local = try await keyed.ai1("ask", "--local", "hello there")
            #expect(local.status == 69 && local.errorText.contains("on this machine"), "\(local.told)")
        }
    }
}
