import AI1Core
import Testing

@testable import AI1Catalog

@Suite("The shipped catalogue")
struct ShippedCatalogTests {
    let catalog = Catalog.shipped()

    @Test("every line of it is read")
    func readsEveryLine() {
        let text = ShippedModels.text.description
        let contents = CatalogText.parse(text)
        #expect(contents.problems.isEmpty, "\(contents.problems)")
        let lines = text.split(separator: "\n").filter { $0.first != "#" && $0.first != "!" }
        #expect(contents.providers.count + contents.models.count == lines.count)
        #expect(contents.models == catalog.models)
    }

    @Test("it has 200 models that are not deprecated at 25 providers and more")
    func isLargeEnough() {
        #expect(catalog.models.count { $0.status != .deprecated } >= 200)
        #expect(catalog.providers.count >= 25)
    }

    @Test("every row is valid, unique and of a known provider")
    func rowsAreValid() {
        let providers = Set(catalog.providers.map(\.id))
        #expect(providers.count == catalog.providers.count)
        #expect(Set(catalog.models.map(\.name)).count == catalog.models.count)
        for row in catalog.models {
            #expect(row.problem() == nil, "\(row.name)")
            #expect(providers.contains(row.name.provider), "\(row.name)")
            #expect(row.contextTokens > 0 && row.maxOutputTokens > 0, "\(row.name)")
            #expect(
                !row.title.isEmpty && !row.family.isEmpty && !row.source.isEmpty && !row.asOf.isEmpty, "\(row.name)")
            #expect(row.releaseDate.hasPrefix("20"), "\(row.name)")
            if let read = row.prices.base.cacheRead { #expect(read <= row.prices.base.input, "\(row.name)") }
            for value in [row.quality.overall] + row.quality.byTask.values { #expect((0.2...1).contains(value)) }
        }
    }

    @Test("every provider has a base, a title and a documentation address, AI1NET but a base of the user's own")
    func providersAreComplete() {
        for row in catalog.providers {
            #expect(row.problem() == nil, "\(row.id)")
            #expect(!row.title.isEmpty, "\(row.id)")
            #expect(row.baseURL.isEmpty == (row.id == "ai1net"), "\(row.id)")
            #expect(row.isLocal == row.baseURL.hasPrefix("http://127.0.0.1:"), "\(row.id)")
            #expect(row.isLocal || !row.keyVariables.isEmpty, "\(row.id)")
            #expect(!row.baseURLVariables.isEmpty, "\(row.id)")
        }
    }

    @Test(
        "prices are those that the providers publish",
        arguments: [
            ("openai/gpt-5.5", "5", "30", "0.5"), ("openai/gpt-5.4-mini", "0.75", "4.5", "0.075"),
            ("anthropic/claude-sonnet-5", "2", "10", "0.2"), ("anthropic/claude-opus-4-8", "5", "25", "0.5"),
            ("anthropic/claude-haiku-4-5", "1", "5", "0.1"), ("google/gemini-3.5-flash", "1.5", "9", "0.15"),
            ("google/gemini-2.5-pro", "1.25", "10", "0.125"), ("deepseek/deepseek-v4-pro", "0.435", "0.87", "0.003625"),
            ("mistral/mistral-large-2512", "0.5", "1.5", ""), ("xai/grok-4.3", "1.25", "2.5", "0.2"),
            ("groq/llama-3.3-70b-versatile", "0.59", "0.79", ""), ("cohere/command-r7b-12-2024", "0.0375", "0.15", ""),
        ])
    func prices(_ name: String, _ input: String, _ output: String, _ cacheRead: String) throws {
        let row = try #require(catalog.models.first { $0.name.description == name })
        #expect(row.prices.base.input == TokenPrice(usdPerMillionTokens: input))
        #expect(row.prices.base.output == TokenPrice(usdPerMillionTokens: output))
        #expect(row.prices.base.cacheRead == TokenPrice(usdPerMillionTokens: cacheRead))
    }

    @Test("a large input is charged at the tier's prices, cache writes at theirs")
    func tiers() throws {
        let gpt = try #require(catalog.models.first { $0.name.model == "gpt-5.4" })
        #expect(gpt.prices.cost(of: TokenUsage(uncachedInput: 272_000)) == NanoUSD(680_000_000))
        #expect(gpt.prices.cost(of: TokenUsage(uncachedInput: 272_001)) == NanoUSD(1_360_005_000))
        let claude = try #require(catalog.models.first { $0.name.model == "claude-sonnet-5" })
        let usage = TokenUsage(cacheRead: 1_000, cacheWrite5m: 1_000, cacheWrite1h: 1_000)
        #expect(claude.prices.cost(of: usage) == NanoUSD(200_000 + 2_500_000 + 4_000_000))
    }

    @Test("what models refuse is known")
    func refusals() throws {
        func row(_ name: String) throws -> ModelRow {
            try #require(catalog.models.first { $0.name.description == name })
        }
        let gpt = try row("openai/gpt-5.5")
        #expect(!gpt.capabilities.temperature && !gpt.capabilities.stop && gpt.dialect == .openAIChat)
        let old = try row("openai/gpt-4.1")
        #expect(old.capabilities.temperature && old.capabilities.stop && old.capabilities.seed)
        #expect(try row("openai/gpt-5.5-pro").dialect == .openAIResponses)
        #expect(try row("openai/gpt-5.3-codex").dialect == .openAIResponses)
        #expect(try !row("anthropic/claude-opus-4-8").capabilities.temperature)
        #expect(try row("anthropic/claude-opus-4-6").capabilities.temperature)
        for row in catalog.rows(ofProvider: "anthropic") { #expect(!row.capabilities.seed) }
        #expect(try !row("deepseek/deepseek-v4-pro").capabilities.schema)
        #expect(try row("anthropic/claude-3-haiku-20240307").status == .deprecated)
        #expect(try row("google/gemini-3.1-pro-preview").status == .preview)
    }

    @Test("quirks of brands are known")
    func quirks() throws {
        #expect(try #require(catalog.provider("openai")).quirks.outputLimitField == .maxCompletionTokens)
        #expect(try #require(catalog.provider("togetherai")).quirks == ProviderQuirks())
        #expect(try #require(catalog.provider("cohere")).quirks.streamUsage == false)
        #expect(try #require(catalog.provider("deepseek")).quirks.schemaMode == .jsonObject)
        #expect(
            try #require(catalog.provider("google")).keyVariables.prefix(2) == ["GEMINI_API_KEY", "GOOGLE_API_KEY"])
        #expect(try #require(catalog.provider("ollama")).dialect == .ollama)
    }

    @Test("flagships are better than middle models, and those better than small ones")
    func qualityOrder() throws {
        func quality(_ name: String) throws -> Double {
            try #require(catalog.models.first { $0.name.description == name }).quality.overall
        }
        #expect(try quality("openai/gpt-5.5") > quality("openai/gpt-5.4-mini"))
        #expect(try quality("openai/gpt-5.4-mini") > quality("openai/gpt-5.4-nano"))
        #expect(try quality("anthropic/claude-opus-4-8") > quality("anthropic/claude-sonnet-4-6"))
        #expect(try quality("anthropic/claude-sonnet-4-6") > quality("anthropic/claude-haiku-4-5"))
        #expect(try quality("mistral/mistral-large-2512") > quality("mistral/ministral-8b-latest"))
    }
}
