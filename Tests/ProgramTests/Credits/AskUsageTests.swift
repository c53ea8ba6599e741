internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// What providers say was used, and what is charged.
@Suite struct AskUsageTests {
    private func ask(_ plan: String, _ flags: String...) async throws -> (outcome: JSONValue, books: Books) {
        let found = Found()
        try await asUser { user in
            try await withFaultServer(plan) { server in
                try user.configure(servers([("lab", server)]))
                let result = try await user.ai1(["ask", "-m", "lab/lab-1", "--json"] + flags + ["hello"])
                #expect(result.status == 0, "\(result.told)")
                await found.set(try result.json(), try await Books.read(user))
            }
        }
        return try #require(await found.value)
    }

    private actor Found {
        var value: (JSONValue, Books)?
        func set(_ outcome: JSONValue, _ books: Books) { value = (outcome, books) }
    }

    @Test("Without a report what came is counted and charged, marked as estimated")
    func absent() async throws {
        let (outcome, books) = try await ask("words=100,usage=absent")
        #expect(outcome["usage"]?["source"]?.string == "estimated")
        let charged = try #require(outcome.credits("charged"))
        let plausible: Range<Int64> = 100_000..<2_000_000
        #expect(plausible.contains(charged), "\(outcome.text)")
        #expect(books.kinds == ["ask"] && books.rows.first?.source == "estimated")
        #expect(books.rows.first?.nanoUSD == charged)
    }

    @Test("A million million tokens are charged as what came, and the rest is disputed")
    func huge() async throws {
        let (outcome, books) = try await ask(
            #"words=10,usage={"prompt_tokens":10,"completion_tokens":1000000000000}"#, "--max-tokens", "1000")
        let charged = try #require(outcome.credits("charged"))
        let held: Int64 = 2_200_000
        #expect(charged > 0 && charged < held, "\(outcome.text)")
        let claimed: Int64 = 10 * 1_000 + 1_000_000_000_000 * 2_000
        let disputed = try #require(outcome.credits("disputed"))
        #expect(disputed > 1_000_000_000_000 && disputed <= claimed - charged, "\(outcome.text)")
        let claim = outcome["attempts"]?[0]?["claim"]
        #expect(claim?["text"]?.string?.contains("1000000000000") == true)
        #expect(claim?["cost"]?["nano_usd"]?.number?.int64 == claimed)
        #expect(books.rows.first?.disputedNanoUSD == disputed)
    }

    @Test("A negative count is no count: what came is charged, and the claim is kept")
    func negative() async throws {
        let (outcome, _) = try await ask(#"words=10,usage={"prompt_tokens":10,"completion_tokens":-5}"#)
        #expect((outcome.credits("charged") ?? 0) > 0, "\(outcome.text)")
        #expect(outcome["usage"]?["source"]?.string == "estimated")
        #expect(outcome["attempts"]?[0]?["claim"]?["text"]?.string?.contains("-5") == true)
    }

    @Test("12.7 tokens are charged as 13")
    func fraction() async throws {
        let (outcome, _) = try await ask(#"words=10,usage={"prompt_tokens":10,"completion_tokens":12.7}"#)
        #expect(outcome["usage"]?["output"]?.number?.int64 == 13)
        #expect(outcome.credits("charged") == 36_000)
        #expect(outcome.credits("disputed") == 0 && outcome["attempts"]?[0]?["claim"]?.isNull == true)
    }

    @Test("More output than was allowed is disputed")
    func beyondLimit() async throws {
        let (outcome, _) = try await ask(
            #"words=10,usage={"prompt_tokens":10,"completion_tokens":900}"#, "--max-tokens", "50")
        // Fifty tokens of output, and an input of fewer than two hundred.
        let most: Int64 = 300_000
        let charged = try #require(outcome.credits("charged"))
        #expect(charged <= most, "\(outcome.text)")
        #expect((outcome.credits("disputed") ?? 0) > 0)
    }
}
