internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What a request costs, as a person sees it: a dollar a million tokens of input, two dollars of output.
@Suite struct AskCreditsTests {
    private static let counted = #"usage={"prompt_tokens":1000,"completion_tokens":500}"#

    @Test("On a terminal the cost line tells what is left, and the first credits are told once")
    func costLine() async throws {
        try await asUser { user in
            try await withFaultServer(Self.counted) { server in
                try user.configure(servers([("lab", server)]))
                // A first start without a terminal says nothing of it, and does not use the news up.
                let quiet = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet.told)")
                let first = try await user.ai1("ask", "-m", "lab/lab-1", "hello") { $0.useTerminal() }
                #expect(first.terminalText.contains("500 promo credits to start with"), "\(first.terminalText)")
                #expect(first.terminalText.contains("1,000→500 tok · 0.20 ¢"), "\(first.terminalText)")
                #expect(first.terminalText.contains("499.64 ¢ left"), "\(first.terminalText)")
                let second = try await user.ai1("ask", "-m", "lab/lab-1", "hello") { $0.useTerminal() }
                #expect(!second.terminalText.contains("promo"), "\(second.terminalText)")
                #expect(second.terminalText.contains("499.46 ¢ left"), "\(second.terminalText)")
            }
            let play = try await user.ai1("ask", "-m", "sandbox", "hello") { $0.useTerminal() }
            #expect(play.terminalText.contains(" play ¢ left"), "\(play.terminalText)")
            let silent = try await user.ai1("ask", "-q", "-m", "sandbox", "hello") { $0.useTerminal() }
            #expect(!silent.terminalText.contains("left"), "\(silent.terminalText)")
        }
    }

    @Test("--json tells the charge, the reward and what is left; the sandbox costs play credits")
    func json() async throws {
        try await asUser { user in
            try await withFaultServer(Self.counted) { server in
                try user.configure(servers([("lab", server)]))
                let outcome = try await user.ai1("ask", "-m", "lab/lab-1", "--job", "brief", "--json", "hello").json()
                #expect(outcome.credits("charged") == 2_000_000 && outcome.credits("reward") == 200_000)
                #expect(outcome.credits("disputed") == 0 && outcome.credits("left") == 4_998_200_000)
                #expect(outcome["credits"]?["play"]?.bool == false && outcome["job"]?.string == "brief")
                #expect(outcome["replayed"]?.bool == false)
                let events = try await user.ai1("ask", "-m", "lab/lab-1", "--jsonl", "hello").jsonLines()
                #expect(events.last?.credits("left") == 4_996_400_000, "\(events.last?.text ?? "")")
            }
            let play = try await user.ai1("ask", "-m", "sandbox", "--json", "hello").json()
            #expect(play["credits"]?["play"]?.bool == true && play.credits("reward") == 0)
            #expect((play.credits("charged") ?? 0) > 0)
        }
    }

    @Test("What credits cannot cover is refused before it is sent, with what is missing")
    func refused() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "5000000", "hello")
                expectFailure(result, 102, naming: ["not enough credits", "1,000.", "500.00 ¢ free"])
                #expect(result.errorText.contains("hint: ai1 credits add"), "\(result.told)")
                #expect(server.statistics.requests == 0)
                let json = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "5000000", "--json", "hello")
                #expect(json.status == 102)
                #expect(try json.json()["credits"]?.isNull == true)
                #expect(try await Books.read(user).rows.isEmpty)
            }
        }
    }

    @Test("Without a limit of the user's own the answer is limited to what a budget pays for, and it is said")
    func fitted() async throws {
        try await asUser { user in
            try await withFaultServer("words=5") { server in
                try user.configure(servers([("lab", server)]))
                // Half a credit is 5,000,000 nano-dollars: some 2,400 tokens of output.
                #expect(try await user.ai1("credits", "budget", "set", "0.5", "--per", "day").status == 0)
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                #expect(result.status == 0, "\(result.told)")
                #expect(result.errorText.contains("limited to that"), "\(result.told)")
                let body = try #require(server.requests.last).json()
                let limit = (body["max_tokens"] ?? body["max_completion_tokens"])?.number?.int64 ?? 0
                #expect((2_000...2_500).contains(limit), "\(body.text)")
            }
        }
    }

    @Test("A fallback from a cheap to a dear model under a nearly used budget is refused before it is sent")
    func dearFallback() async throws {
        try await asUser { user in
            try await withFaultServer("503") { cheap in
                try await withFaultServer { dear in
                    try user.configure(
                        servers([("lab", cheap), ("dear", dear)])
                            .replacingLast("output_price: 2\n", with: "output_price: 2000\n"))
                    #expect(try await user.ai1("credits", "budget", "set", "5", "--per", "day").status == 0)
                    let result = try await user.ai1(
                        "ask", "-m", "lab/lab-1", "--fallback", "dear/dear-1", "hello")
                    expectFailure(result, 102, naming: ["dear/dear-1", "5.00 ¢ a day"])
                    #expect(cheap.statistics.requests == 1 && dear.statistics.requests == 0)
                    #expect(try await Books.read(user).kinds == ["void"])
                }
            }
        }
    }

    @Test("Below a fifth of the last top-up one line warns")
    func low() async throws {
        try await asUser { user in
            try await withFaultServer(#"words=9,usage={"prompt_tokens":10,"completion_tokens":100}"#) { server in
                try user.configure(
                    servers([("lab", server)]).replacingLast("output_price: 2\n", with: "output_price: 24000\n"))
                func ask() async throws -> String {
                    try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "100", "hello") { $0.useTerminal() }
                        .terminalText
                }
                let first = try await ask()
                #expect(!first.contains("ai1 credits add"), "\(first)")
                let second = try await ask()
                #expect(second.contains("ai1 credits add"), "\(second)")
            }
        }
    }

    @Test("On a terminal what a provider claims beyond belief is told")
    func disputed() async throws {
        try await asUser { user in
            try await withFaultServer(#"words=9,usage={"prompt_tokens":10,"completion_tokens":1000000}"#) { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "100", "hello") {
                    $0.useTerminal()
                }
                #expect(result.terminalText.contains("lab claims 200.00 ¢ more"), "\(result.terminalText)")
            }
        }
    }

    @Test("Credits that another request holds are waited for, and it is said")
    func waits() async throws {
        try await asUser { user in
            try await withFaultServer(#"words=9,first=1500,times=1,usage={"prompt_tokens":10,"completion_tokens":9}"#) {
                server in
                try user.configure(servers([("lab", server)]))
                // Two and a half million tokens of output hold all that there is.
                let first = try user.start("ask", "-m", "lab/lab-1", "--max-tokens", "2499900", "hello")
                #expect(try await server.waits { $0.requests == 1 })
                let second = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "1000000", "hello")
                #expect(second.status == 0, "\(second.told)")
                #expect(second.errorText.contains("waiting for credits"), "\(second.told)")
                #expect(await first.result().status == 0)
            }
        }
    }

    @Test("Where only books are kept nothing is refused, and budgets still bind")
    func track() async throws {
        try await asUser { user in
            try await withFaultServer(Self.counted) { server in
                try user.configure("credits: {mode: track}\n" + servers([("lab", server)]))
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "5000000", "--json", "hello")
                #expect(result.status == 0, "\(result.told)")
                let outcome = try result.json()
                #expect(outcome.credits("charged") == 2_000_000 && outcome["credits"]?["left"]?.isNull == true)
                #expect(try await user.ai1("credits", "budget", "set", "5", "--per", "day").status == 0)
                let bound = try await user.ai1("ask", "-m", "lab/lab-1", "--max-tokens", "5000000", "hello")
                expectFailure(bound, 102, naming: ["5.00 ¢ a day"])
            }
        }
    }

    @Test("Where no ledger can be made the sandbox answers all the same, and nothing is asked that costs credits")
    func noLedger() async throws {
        try await asUser { user in
            try await withFaultServer { server in
                try user.configure(servers([("lab", server)]))
                try user.home.write(".local/share/ai1", "no folder")
                let sandbox = try await user.ai1("ask", "-m", "sandbox", "hello")
                #expect(sandbox.status == 0 && sandbox.errors.isEmpty && !sandbox.output.isEmpty, "\(sandbox.told)")
                let verbose = try await user.ai1("ask", "-v", "-m", "sandbox", "hello")
                #expect(verbose.status == 0 && verbose.errorText.contains("unmetered"), "\(verbose.told)")
                let result = try await user.ai1("ask", "-m", "lab/lab-1", "hello")
                expectFailure(result, 73, naming: ["ledger"])
                #expect(result.errorText.contains("AI1_HOME"), "\(result.told)")
                #expect(server.statistics.requests == 0)
            }
        }
    }

    @Test("--estimate and --dry-run leave no ledger")
    func onlyShown() async throws {
        try await asUser { user in
            for flag in ["--estimate", "--dry-run"] {
                let result = try await user.ai1(
                    "ask", "-m", "sandbox", "--job", "j", "--once-per", "day", flag, "hello")
                #expect(result.status == 0, "\(result.told)")
            }
            #expect(!user.files.contains { $0.contains("ledger") }, "\(user.files)")
        }
    }
}

extension String {
    /// The text with the last of its `old` replaced.
    func replacingLast(_ old: String, with new: String) -> String {
        guard let range = ranges(of: old).last else { return self }
        return String(self[..<range.lowerBound]) + new + self[range.upperBound...]
    }
}
