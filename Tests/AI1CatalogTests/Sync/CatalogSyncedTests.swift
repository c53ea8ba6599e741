import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Catalog

@Suite("The catalogue with what was synced")
struct CatalogSyncedTests {
    private let shipped = Catalog.shipped()

    private func synced(_ readings: (String, SyncReading)...) throws -> SyncedCatalog {
        SyncedCatalog(files: try readings.map { try Samples.file($0.1, source: $0.0) })
    }

    @Test("a known provider keeps its address, its protocol and its key variables")
    func knownProvider() throws {
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev())))
        #expect(catalog.provider("groq") == shipped.provider("groq"))
        #expect(catalog.rows(ofProvider: "groq").allSatisfy { $0.dialect == .openAIChat })
    }

    @Test("a known model gets price and size, and keeps what is known better here")
    func knownModel() throws {
        let name = TargetName(provider: "groq", model: "llama-3.3-70b-versatile")
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev())))
        let old = try #require(shipped.models.first { $0.name == name })
        let new = try #require(catalog.models.first { $0.name == name })
        try #expect(new.prices.base.input == Samples.price("0.61") && new.asOf == Samples.day)
        #expect(new.family == old.family && new.quality == old.quality && new.capabilities == old.capabilities)
        #expect(new.title == old.title)
    }

    @Test("what is older than what comes with the program changes nothing")
    func older() throws {
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev(asOf: "2025-01-01"))))
        let name = TargetName(provider: "groq", model: "llama-3.3-70b-versatile")
        #expect(catalog.models.first { $0.name == name } == shipped.models.first { $0.name == name })
    }

    @Test("a model that is new shares the family and the measured quality of the same model elsewhere")
    func family() throws {
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev())))
        let maker = try #require(shipped.models.first { $0.name.description == "anthropic/claude-sonnet-5" })
        let row = try #require(catalog.models.first { $0.name.description == "newhost/claude-sonnet-5" })
        #expect(row.family == maker.family && row.quality == maker.quality)
        let other = try #require(catalog.models.first { $0.name.description == "groq/future-9b" })
        #expect(other.family == "future-9b" && !other.quality.measured && other.quality.overall <= 0.80)
    }

    @Test("a known name at a price that cannot be that model's is another model")
    func impostor() throws {
        let text = Samples.priced(
            #"{"input": 0.01, "output": 0.02}"#, provider: "huggingface", model: "someone/claude-sonnet-5")
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev(text))))
        let row = try #require(catalog.models.first { $0.name.model == "someone/claude-sonnet-5" })
        #expect(row.family == "huggingface/someone/claude-sonnet-5" && row.quality.overall < 0.6)
    }

    @Test("only the providers that are asked for are read")
    func lazily() throws {
        let stored = try synced(("models.dev", try Samples.modelsDev()))
        let catalog = shipped.adding(stored, of: ["groq"])
        #expect(catalog.provider("newhost") == nil && catalog.models.count == shipped.models.count + 2)
        #expect(stored.provider("newhost")?.baseURL == "https://api.newhost.example/v1")
        #expect(stored.modelCount(ofProvider: "newhost") == 2)
    }

    @Test("who is nearer to a model wins, and what it does not say stays")
    func precedence() throws {
        let text = Samples.priced(#"{"input": 9, "output": 90}"#, provider: "openrouter", model: "maker/model-1")
        let row = try #require(shipped.provider("openrouter"))
        let list = ListingReader.read([.init(id: "maker/model-1", contextTokens: 777)], of: row, asOf: Samples.day)
        let catalog = shipped.adding(
            try synced(
                ("openrouter-list", list), ("openrouter", try Samples.openRouter()),
                ("models.dev", try Samples.modelsDev(text))))
        let model = try #require(catalog.models.first { $0.name.description == "openrouter/maker/model-1" })
        try #expect(model.prices.base.input == Samples.price("0.3") && model.source == "openrouter")
        #expect(model.contextTokens == 777 && model.capabilities.tools)
        #expect(catalog.models.filter { $0.name == model.name }.count == 1)
    }

    @Test("parts of a price that a source does not state go with the main price, rounded up and marked")
    func parts() throws {
        let opus = try #require(shipped.models.first { $0.name.description == "anthropic/claude-opus-4-8" })
        let text = Samples.priced(#"{"input": 10, "output": 50}"#, provider: "anthropic", model: "claude-opus-4-8")
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev(text))))
        let row = try #require(catalog.models.first { $0.name == opus.name })
        #expect(row.prices.base.cacheRead?.picoUSD == opus.prices.base.cacheRead.map { $0.picoUSD * 2 })
        #expect(row.prices.base.cacheWrite1h?.picoUSD == opus.prices.base.cacheWrite1h.map { $0.picoUSD * 2 })
        #expect(row.prices.estimated)
        let tiers = Samples.priced(#"{"input": 5, "output": 30}"#, provider: "openai", model: "gpt-5.5")
        let same = shipped.adding(try synced(("models.dev", try Samples.modelsDev(tiers))))
        let gpt = try #require(same.models.first { $0.name.description == "openai/gpt-5.5" })
        #expect(gpt.prices == shipped.models.first { $0.name == gpt.name }?.prices)
    }

    @Test("OpenAI's models that only the Responses API serves are asked by it")
    func responses() throws {
        let text = Samples.priced(#"{"input": 5, "output": 30}"#, provider: "openai", model: "gpt-9-codex")
        let catalog = shipped.adding(try synced(("models.dev", try Samples.modelsDev(text))))
        #expect(catalog.models.first { $0.name.model == "gpt-9-codex" }?.dialect == .openAIResponses)
    }

    @Test(
        "a guess of quality follows the price, and stays below what was measured",
        arguments: [
            (#"{"input": 5, "output": 10}"#, "2026-10-01", 0.80), (#"{"input": 5, "output": 2}"#, "2026-10-01", 0.71),
            (#"{"input": 1, "output": 0.5}"#, "2026-10-01", 0.60),
            (#"{"input": 1, "output": 0.1}"#, "2026-10-01", 0.48),
            (#"{"input": 0, "output": 0}"#, "2026-10-01", 0.48), (#"{"input": 5, "output": 10}"#, "2024-01-01", 0.71),
            (#"{"input": 50, "output": 9999}"#, "", 0.80),
        ])
    func guess(_ cost: String, _ released: String, _ quality: Double) throws {
        var reading = try Samples.modelsDev(Samples.priced(cost))
        reading.sections[0].models[0].releaseDate = released
        let catalog = shipped.adding(try synced(("models.dev", reading)))
        let row = try #require(catalog.models.first { $0.name.description == "newhost/m-1" })
        #expect(row.quality.overall == quality && !row.quality.measured)
    }

    @Test("a key variable of another provider's or of a whole account is never a new provider's")
    func keyVariables() throws {
        let taken = Set(shipped.providers.flatMap(\.keyVariables))
        let cases: [([String], String?)] = [
            (["NEWHOST_API_KEY"], "NEWHOST_API_KEY"), (["AWS_SECRET_ACCESS_KEY"], nil), (["OPENAI_API_KEY"], nil),
            (["GITHUB_TOKEN"], nil), (["ACCOUNT_ID", "LAB_TOKEN"], "LAB_TOKEN"), (["PATH"], nil), ([], nil),
            (["DATABASE_TOKEN"], nil), (["GOOGLE_APPLICATION_CREDENTIALS"], nil),
        ]
        for (names, expected) in cases {
            let provider = SyncedProvider(
                id: "x", title: "X", dialect: .openAIChat, baseURL: "https://x.example", keyVariables: names)
            #expect(provider.keyVariable(except: taken) == expected, "\(names)")
        }
    }

    @Test("an address with gaps, without https or with a user in it is none")
    func addresses() {
        let cases: [(String, SyncedProvider.AddressProblem?)] = [
            ("https://x.example/v1", nil), ("", .missing), ("https://${HOST}/v1", .placeholder),
            ("https://{account}.example", .placeholder), ("http://x.example/v1", .notSecure),
            ("https://api.openai.com@evil.example/v1", .notSecure), ("ftp://x.example", .notSecure),
            ("https:///v1", .notSecure), ("//x.example", .notSecure),
        ]
        for (base, problem) in cases {
            let provider = SyncedProvider(id: "x", title: "X", dialect: .openAIChat, baseURL: base)
            #expect(provider.addressProblem == problem, "\(base)")
            #expect(problem == nil || provider.row.baseURL.isEmpty)
        }
    }
}
