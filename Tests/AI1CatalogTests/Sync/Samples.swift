import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Catalog

/// Readings and files for the tests of this folder.
enum Samples {
    static let day = "2026-11-25"
    static let time = Timestamp(millisecondsSinceEpoch: 1_795_600_000_000)

    static func modelsDev(_ text: String = CatalogueSample.modelsDev, asOf: String = day) throws -> SyncReading {
        ModelsDevReader(known: Catalog.shipped().providers, asOf: asOf).read(try JSONParser.parse(text))
    }

    static func openRouter(_ text: String = CatalogueSample.openRouter) throws -> SyncReading {
        let row = try #require(Catalog.shipped().provider("openrouter"))
        return OpenRouterReader(provider: row, source: "openrouter", asOf: day).read(try JSONParser.parse(text))
    }

    /// One provider that is new, with one model at a price.
    static func priced(_ cost: String, provider: String = "newhost", model: String = "m-1") -> String {
        """
        {"\(provider)": {"npm": "@ai-sdk/openai-compatible", "api": "https://a.example/v1", "env": ["A_KEY"],
         "models": {"\(model)": {"id": "\(model)", "name": "M", "limit": {"context": 8192, "output": 1024},
           "cost": \(cost)}}}}
        """
    }

    static func file(_ reading: SyncReading, source: String = "models.dev") throws -> SyncedFile {
        try SyncedFile(SyncedFile.content(of: reading, source: source, time: time))
    }

    static func compare(
        _ reading: SyncReading, _ stored: [SyncedFile] = [], source: String = "models.dev",
        acceptsFall: (SyncComparison.Repricing) -> Bool = { _ in false }
    ) -> SyncComparison {
        SyncComparison(
            reading, shipped: Catalog.shipped(), synced: SyncedCatalog(files: stored), source: source,
            acceptsFall: acceptsFall)
    }

    static func price(_ text: String) throws -> TokenPrice { try #require(TokenPrice(usdPerMillionTokens: text)) }
}

extension SyncReading {
    func row(_ provider: String, _ model: String) -> ModelRow? {
        sections.first { $0.provider.id == provider }?.models.first { $0.name.model == model }
    }
}
