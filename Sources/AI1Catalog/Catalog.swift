package import AI1Core

/// What is known about providers and their models: what ships, and what the user adds.
package struct Catalog: Sendable {
    /// In order of preference among providers that serve the same open model.
    package private(set) var providers: [ProviderRow]
    package private(set) var models: [ModelRow]
    /// Short names in lower case and what they stand for: a name in `provider/model` form, a model or another alias.
    package private(set) var aliases: [String: String]

    package init(providers: [ProviderRow], models: [ModelRow], aliases: [String: String] = [:]) {
        self.providers = []
        self.models = []
        self.aliases = [:]
        self = adding(providers: providers, models: models, aliases: aliases)
    }

    private init(shipped contents: CatalogText.Contents) {
        providers = contents.providers
        models = contents.models
        aliases = ShippedAliases.table
    }

    /// The catalogue that comes with the program.
    package static func shipped() -> Catalog {
        let text = ShippedModels.text
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return Catalog(shipped: CatalogText.parse(bytes))
    }

    /// The provider of that short name.
    package func provider(_ id: String) -> ProviderRow? { providers.first { $0.id == id } }

    /// The models of one provider, in catalogue order.
    package func rows(ofProvider id: String) -> [ModelRow] { models.filter { $0.name.provider == id } }

    /// This catalogue with further rows; a row replaces the one of the same name, an alias the one of the same
    /// spelling.
    package func adding(
        providers: [ProviderRow] = [], models: [ModelRow] = [], aliases: [String: String] = [:]
    ) -> Catalog {
        var result = self
        var providerIndex: [String: Int] = [:]
        for (index, row) in result.providers.enumerated() { providerIndex[row.id] = index }
        for row in providers {
            if let index = providerIndex[row.id] {
                result.providers[index] = row
            } else {
                providerIndex[row.id] = result.providers.count
                result.providers.append(row)
            }
        }
        if !models.isEmpty { result.add(models) }
        for (alias, target) in aliases { result.aliases[alias.lowercased()] = target }
        return result
    }

    private mutating func add(_ rows: [ModelRow]) {
        let touched = Set(rows.map(\.name.provider))
        var modelIndex: [TargetName: Int] = [:]
        for (index, row) in models.enumerated() where touched.contains(row.name.provider) {
            modelIndex[row.name] = index
        }
        for row in rows {
            if let index = modelIndex[row.name] {
                models[index] = row
            } else {
                modelIndex[row.name] = models.count
                models.append(row)
            }
        }
    }
}
