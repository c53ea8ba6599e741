import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Catalog

@Suite("models.dev's form")
struct ModelsDevReaderTests {
    @Test("every fact of a model is read")
    func facts() throws {
        let reading = try Samples.modelsDev()
        let row = try #require(reading.row("groq", "future-9b"))
        #expect(row.title == "Future 9B" && row.contextTokens == 262_144 && row.maxOutputTokens == 65_536)
        #expect(
            row.capabilities
                == Capabilities(imageInput: true, tools: true, schema: true, reasoning: true, temperature: false))
        #expect(row.status == .preview && row.releaseDate == "2026-08-01")
        #expect(row.source == "models.dev" && row.asOf == Samples.day)
        let base = row.prices.base
        try #expect(base.input == Samples.price("0.3"), "a sum of binary fractions is no price of its own")
        try #expect(base.output == Samples.price("1.2") && base.cacheRead == Samples.price("0.03"))
        try #expect(base.cacheWrite5m == Samples.price("0.375") && base.reasoning == Samples.price("1.5"))
        try #expect(base.audioInput == Samples.price("2") && base.audioOutput == Samples.price("4"))
        #expect(row.prices.tiers.map(\.aboveInputTokens) == [200_000])
        try #expect(row.prices.tiers.first?.prices.input == Samples.price("0.6"))
    }

    @Test("the older form of a tier is read, and a price of nothing is not known")
    func olderTier() throws {
        let reading = try Samples.modelsDev()
        let row = try #require(reading.row("newhost", "claude-sonnet-5"))
        #expect(row.prices.tiers.map(\.aboveInputTokens) == [200_000])
        try #expect(row.prices.tiers.first?.prices.output == Samples.price("15"))
        #expect(reading.row("newhost", "@cf/odd-name")?.prices == .unknown)
        #expect(reading.row("thief", "bait")?.prices == .unknown)
    }

    @Test("a name that says so makes nothing a price")
    func free() throws {
        let reading = try Samples.modelsDev(Samples.priced(#"{"input": 0, "output": 0}"#, model: "m:free"))
        #expect(reading.row("newhost", "m:free")?.prices == .free)
    }

    @Test("what a model makes is told by its modalities and the words of its name")
    func outputs() throws {
        #expect(try Samples.modelsDev().row("groq", "whisper-large")?.capabilities.outputs == .transcript)
        let kinds: [(String, [String]?, DialectName, OutputKinds?)] = [
            ("gpt-5.5", ["text"], .openAIChat, .text), ("gpt-image-1", ["text", "image"], .openAIChat, .image),
            // Some lists name every kind that a brand's models can have.
            ("gpt-5.1", ["text", "image", "audio"], .openAIChat, .text),
            ("grok-imagine", ["image", "pdf"], .openAIChat, .image),
            ("orpheus", ["audio"], .openAIChat, .speech), ("text-embedding-3-small", ["text"], .openAIChat, .embedding),
            ("nomic-embed-text:latest", nil, .ollama, .embedding), ("flux.1-dev", nil, .ollama, nil),
            ("cosmos", ["video"], .openAIChat, nil), ("rerank-2", ["text"], .openAIChat, nil),
            ("gpt-4o-mini-tts", nil, .openAIResponses, nil), ("stable-diffusion-chat", ["text"], .openAIChat, .text),
        ]
        for (name, stated, dialect, expected) in kinds {
            #expect(SyncModelKind.outputs(of: name, stated: stated, at: dialect) == expected, "\(name)")
        }
    }

    @Test("a vector's price is known though its answer costs nothing")
    func vectors() throws {
        let price = #"{"input": 0.02, "output": 0}"#
        let row = try Samples.modelsDev(Samples.priced(price, model: "text-embedding-x")).row(
            "newhost", "text-embedding-x")
        #expect(row?.prices.known == true && row?.capabilities.outputs == .embedding)
    }

    @Test("what answers with no text, another protocol and local servers are left out and counted")
    func leftOut() throws {
        let reading = try Samples.modelsDev()
        #expect(reading.surplus[.otherOutput]?.examples == ["groq/film-1"])
        #expect(reading.surplus[.otherProtocol]?.examples == ["bedrock/nova"])
        #expect(reading.surplus[.local]?.examples == ["ollama/mine"])
        #expect(reading.modelCount == 7 && reading.refusedCount == 0)
        #expect(reading.sections.first { $0.provider.id == "bedrock" }?.provider.dialect == nil)
        #expect(!reading.sections.contains { $0.provider.id == "ollama" })
    }

    @Test(
        "a price that cannot be is refused with its row alone",
        arguments: [
            #"{"input": -1, "output": 2}"#, #"{"input": 1, "output": -0.000001}"#, #"{"input": 1e400, "output": 2}"#,
            #"{"input": 10001, "output": 2}"#, #"{"input": "NaN", "output": 2}"#, #"{"input": true, "output": 2}"#,
            #"{"input": 1, "output": 2, "cache_read": -3}"#, #"{"input": 1, "output": 2, "tiers": [{"input": 3}]}"#,
            #"{"input": 1, "output": 2, "tiers": [{"input": -3, "output": 4, "tier": {"size": 9}}]}"#,
            #"{"input": 1, "output": 2, "context_over_200k": {"input": 1e9, "output": 4}}"#,
        ])
    func absurd(_ cost: String) throws {
        let reading = try Samples.modelsDev(Samples.priced(cost))
        #expect(reading.modelCount == 0)
        #expect(reading.refused[.price]?.examples == ["newhost/m-1"])
    }

    @Test("prices that are fine are not refused", arguments: ["1e-7", "600", "10000", "0.0000004", "2.50e0"])
    func fine(_ price: String) throws {
        let reading = try Samples.modelsDev(Samples.priced("{\"input\": \(price), \"output\": 2}"))
        let row = try #require(reading.row("newhost", "m-1"))
        #expect(row.prices.known && row.prices.base.input.picoUSD >= 1, "what costs anything is not free")
    }

    @Test(
        "a name that nobody could type, or that would draw on a terminal, is refused",
        arguments: [
            #"a b"#, #"a\u001b[31mb"#, #"a\u202eb"#, #"a\u0000b"#, #"a\nb"#, "", #"\u00a0"#, #"a\u009bb"#,
        ])
    func names(_ name: String) throws {
        let reading = try Samples.modelsDev(Samples.priced(#"{"input": 1, "output": 2}"#, model: name))
        #expect(reading.modelCount == 0 && reading.refused[.name]?.count == 1, "\(reading.sections)")
        #expect(reading.refused[.name]?.examples.allSatisfy { TerminalCleaner.cleanLine($0) == $0 } == true)
    }

    @Test("a name of ten megabytes is refused, a title of ten megabytes is shortened")
    func huge() throws {
        let long = String(repeating: "x", count: 10 << 20)
        let named = try Samples.modelsDev(Samples.priced(#"{"input": 1, "output": 2}"#, model: long))
        #expect(named.modelCount == 0 && named.refused[.name]?.examples.allSatisfy { $0.count < 100 } == true)
        let titled = Samples.priced(#"{"input": 1, "output": 2}"#).split(
            separator: "\"M\"", omittingEmptySubsequences: false)
        let reading = try Samples.modelsDev(titled.joined(separator: "\"\(long)\""))
        #expect(reading.row("newhost", "m-1").map { $0.title.count <= 80 } == true)
    }

    @Test("titles are cleaned and stay on their line")
    func titles() throws {
        let text = Samples.priced(#"{"input": 1, "output": 2}"#)
            .split(separator: "\"M\"", omittingEmptySubsequences: false)
            .joined(separator: #""\u001b]0;owned\u0007Fine\n@evil openai""#)
        let row = try #require(try Samples.modelsDev(text).row("newhost", "m-1"))
        #expect(row.title == "Fine @evil openai")
        let file = try Samples.file(try Samples.modelsDev(text))
        #expect(file.providerIDs == ["newhost"])
    }

    @Test("a provider's name must be one that can be typed and be a file", arguments: ["../x", "A", ".x", "a b", ""])
    func providerNames(_ name: String) throws {
        let reading = try Samples.modelsDev(Samples.priced(#"{"input": 1, "output": 2}"#, provider: name))
        #expect(reading.modelCount == 0 && reading.refused[.provider]?.count == 1)
    }
}
