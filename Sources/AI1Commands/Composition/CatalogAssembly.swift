internal import AI1Catalog
internal import AI1Core
internal import AI1Providers
internal import AI1Settings

/// The catalogue as this user has it: what ships, the sandbox, and what the settings add.
enum CatalogAssembly {
    /// - Throws: `CommandError` of code `configuration` when a provider of the user's own has no address
    static func catalog(_ settings: Settings) throws -> Catalog {
        var catalog = Catalog.shipped().adding(
            providers: [SandboxCatalog.provider()], models: SandboxCatalog.models(),
            aliases: settings.aliases.mapValues(\.value))
        guard !settings.providers.isEmpty else { return catalog }
        var providers: [ProviderRow] = []
        var models: [ModelRow] = []
        for (name, own) in settings.providers.sorted(by: { $0.key < $1.key }) {
            let known = catalog.provider(name)
            guard known != nil || own.baseURL != nil else {
                throw CommandError(
                    .configuration, message: "\(own.origin): provider \(name) has no base_url",
                    hint: "add base_url, or correct the name: ai1 route providers")
            }
            let row = own.applied(
                to: known
                    ?? ProviderRow(
                        id: name, title: name, dialect: .openAIChat, baseURL: "",
                        keyVariables: own.keyVariable.map { [$0.value] } ?? []))
            providers.append(row)
            if let dialect = own.dialect?.value {
                models += catalog.rows(ofProvider: name).map { model in
                    var model = model
                    model.dialect = dialect
                    return model
                }
            }
            for model in own.models {
                let base = catalog.rows(ofProvider: name).first { $0.name.model == model.id }
                models.append(model.row(provider: name, dialect: base?.dialect ?? row.dialect, base: base))
            }
        }
        catalog = catalog.adding(providers: providers, models: models)
        return catalog
    }
}
