import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Catalog

@Suite("OpenRouter's form and lists of models")
struct OpenRouterReaderTests {
    @Test("every fact of a model is read, with prices a token")
    func facts() throws {
        let row = try #require(try Samples.openRouter().row("openrouter", "maker/model-1"))
        #expect(row.title == "Maker: Model 1" && row.contextTokens == 131_072 && row.maxOutputTokens == 16_384)
        try #expect(row.prices.base.input == Samples.price("0.3"))
        try #expect(row.prices.base.output == Samples.price("1.2"))
        try #expect(row.prices.base.cacheRead == Samples.price("0.03"))
        try #expect(row.prices.base.cacheWrite5m == Samples.price("0.375"))
        #expect(row.prices.base.reasoning == nil, "0 stands for no price of its own")
        #expect(
            row.capabilities
                == Capabilities(imageInput: true, tools: true, schema: true, reasoning: true, seed: false))
        #expect(row.releaseDate == "2026-08-01")
    }

    @Test("negative prices, doubles and painters are refused or left out, with their names")
    func refused() throws {
        let reading = try Samples.openRouter()
        #expect(reading.refused[.price]?.examples == ["openrouter/openrouter/auto"])
        #expect(reading.refused[.duplicate]?.examples == ["openrouter/maker/model-1"])
        #expect(reading.surplus[.otherOutput]?.examples == ["openrouter/maker/painter"])
        #expect(reading.row("openrouter", "maker/model-1:free")?.prices == .free)
        #expect(reading.modelCount == 2)
    }

    @Test("a name that cannot be used is told of as it is, but for what a terminal must not see")
    func badNames() throws {
        let reading = try Samples.openRouter(
            #"{"data": [{"id": "a b\u001b[2J", "pricing": {"prompt": "1e-6", "completion": "1e-6"}}, {"name": "none"}]}"#
        )
        #expect(reading.modelCount == 0 && reading.refused[.name]?.examples == ["openrouter/a b", "openrouter/"])
    }

    @Test("a form is known by what is in it")
    func forms() throws {
        #expect(SyncForm(try JSONParser.parse(CatalogueSample.modelsDev)) == .modelsDev)
        #expect(SyncForm(try JSONParser.parse(CatalogueSample.openRouter)) == .openRouter)
        #expect(SyncForm(try JSONParser.parse(CatalogueSample.listing)) == .listing)
        #expect(SyncForm(try JSONParser.parse(#"{"models": [{"name": "models/g"}]}"#)) == .listing)
        for other in ["{}", "3", "null", #""x""#, #"{"error": {"message": "no"}}"#] {
            #expect(SyncForm(try JSONParser.parse(other)) == nil, "\(other)")
        }
    }

    @Test("a plain list gives names and windows, and no price")
    func listing() throws {
        let provider = ProviderRow(id: "lab", title: "Lab", dialect: .openAIChat, baseURL: "https://lab.example/v1")
        let reading = ListingReader.read(
            [
                .init(id: "house-large", title: "House Large", contextTokens: 65_536), .init(id: "house-large"),
                .init(id: "text-embedding-house"), .init(id: "rerank-house"), .init(id: "a b"),
            ], of: provider, asOf: Samples.day)
        let row = try #require(reading.row("lab", "house-large"))
        #expect(row.contextTokens == 65_536 && row.prices == .unknown && row.source == "lab/models")
        #expect(reading.row("lab", "text-embedding-house")?.capabilities.outputs == .embedding)
        #expect(reading.modelCount == 2 && reading.refused[.duplicate]?.count == 1)
        #expect(reading.refused[.name]?.count == 1 && reading.surplus[.otherOutput]?.count == 1)
    }
}
