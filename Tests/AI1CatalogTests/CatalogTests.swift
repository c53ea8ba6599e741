import AI1Core
import Testing

@testable import AI1Catalog

@Suite("The catalogue")
struct CatalogTests {
    let catalog = Catalog.shipped()

    @Test("a row of the user's replaces the shipped one of the same name in place; others are added")
    func adding() throws {
        var row = try #require(catalog.models.first)
        row.title = "Mine"
        var other = row
        other.name = TargetName(provider: "mine", model: "new")
        let provider = ProviderRow(id: "mine", title: "Mine", dialect: .openAIChat, baseURL: "https://mine.example/v1")
        let openai = ProviderRow(
            id: "openai", title: "Proxy", dialect: .openAIChat, baseURL: "https://proxy.example/v1")
        let own = catalog.adding(providers: [provider, openai], models: [row, other, other])
        #expect(own.models.count == catalog.models.count + 1)
        #expect(own.models.first?.title == "Mine" && own.models.last?.name == other.name)
        #expect(own.providers.count == catalog.providers.count + 1 && own.provider("openai")?.title == "Proxy")
        #expect(own.rows(ofProvider: "mine").map(\.name) == [other.name])
    }

    @Test("rows that cannot be are named as such")
    func rowProblems() throws {
        let good = try #require(catalog.models.first)
        var row = good
        row.prices.base.cacheRead = TokenPrice(picoUSD: -1)
        #expect(row.problem()?.code == .badPrice)
        row = good
        row.contextTokens = -1
        #expect(row.problem()?.code == .badNumber)
        row = good
        row.name = TargetName(provider: "openai", model: "a b")
        #expect(row.problem()?.code == .badName)
        let slashed = ProviderRow(id: "a/b", title: "", dialect: .openAIChat, baseURL: "https://x.example")
        #expect(slashed.problem()?.code == .badName)
        let file = ProviderRow(id: "a", title: "", dialect: .openAIChat, baseURL: "file:///etc/passwd")
        #expect(file.problem()?.code == .badURL)
    }

    @Test("a filter keeps what it asks for and nothing else")
    func filter() throws {
        #expect(catalog.search(CatalogFilter()) == catalog.models)
        let vision = catalog.search(CatalogFilter(provider: "openai", capabilities: [.vision, .tools]))
        #expect(!vision.isEmpty)
        #expect(
            vision.allSatisfy { $0.name.provider == "openai" && $0.capabilities.imageInput && $0.capabilities.tools })
        let limit = try #require(TokenPrice(usdPerMillionTokens: "0.5"))
        let cheap = catalog.search(CatalogFilter(maxPrice: limit))
        #expect(!cheap.isEmpty)
        #expect(cheap.allSatisfy { $0.prices.known && $0.prices.base.input <= limit && $0.prices.base.output <= limit })
        #expect(
            catalog.search(CatalogFilter(text: "claude sonnet 4.5")).contains { $0.name.model == "claude-sonnet-4-5" })
        #expect(catalog.search(CatalogFilter(text: "groq llama")).allSatisfy { $0.name.provider == "groq" })
        #expect(catalog.search(CatalogFilter(text: "nosuchthing")).isEmpty)
        #expect(catalog.search(CatalogFilter(minContext: 1_000_000)).allSatisfy { $0.contextTokens >= 1_000_000 })
        let current = catalog.search(CatalogFilter(includesDeprecated: false))
        #expect(current.count < catalog.models.count && current.allSatisfy { $0.status != .deprecated })
    }

    @Test("typical speeds are sensible for every row, and special hardware is fast")
    func speeds() throws {
        for row in catalog.models {
            let speed = Catalog.typicalSpeed(of: row)
            #expect(
                (100...20_000).contains(speed.firstTokenMilliseconds) && (10...3_000).contains(speed.tokensPerSecond))
        }
        let oss = catalog.models.filter { $0.family == "gpt-oss-120b" }
        let fastest = try #require(
            oss.max {
                Catalog.typicalSpeed(of: $0).tokensPerSecond < Catalog.typicalSpeed(of: $1).tokensPerSecond
            })
        #expect(fastest.name.provider == "cerebras")
    }

    @Test(
        "a base from a provider's own variable becomes the catalogue's form",
        arguments: [
            ("openai", "https://proxy.example/v1/", "https://proxy.example/v1"),
            ("openai", " HTTPS://Proxy.example ", "https://Proxy.example"),
            ("anthropic", "https://api.anthropic.com/v1", "https://api.anthropic.com"),
            ("anthropic", "http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("google", "https://generativelanguage.googleapis.com", "https://generativelanguage.googleapis.com/v1beta"),
            ("google", "https://g.example/v1", "https://g.example/v1"),
            ("google", "http://v2.example", "http://v2.example/v1beta"),
            ("ai1net", "https://node.example/v1", "https://node.example"),
            ("ollama", "127.0.0.1", "http://127.0.0.1:11434"), ("ollama", "0.0.0.0:8080", "http://127.0.0.1:8080"),
            ("ollama", ":9000", "http://127.0.0.1:9000"), ("ollama", "[::1]:1234", "http://[::1]:1234"),
            ("ollama", "http://box.example:11434/", "http://box.example:11434"),
            ("openai", "proxy.example", nil), ("openai", "ftp://proxy.example", nil), ("openai", "https://", nil),
            ("openai", "https:///x", nil), ("openai", "", nil), ("openai", "https://a b", nil),
            ("ollama", "box:port", nil),
            ("ollama", "user@box", nil), ("openai", "https://a\nb", nil),
        ] as [(String, String, String?)])
    func bases(_ provider: String, _ text: String, _ expected: String?) throws {
        #expect(try #require(catalog.provider(provider)).normalisedBase(text) == expected)
    }
}
