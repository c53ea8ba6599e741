internal import AI1Catalog
internal import AI1Core
internal import AI1Providers
internal import AI1Settings

/// The catalogue as this user has it: what ships, the sandbox, and what the settings add.
enum CatalogAssembly {
    /// - Parameters:
    ///   - synced: rows of providers that nobody can ask from here stay unread
    ///   - hasKey: whether a provider's key is there
    /// - Throws: `CommandError` of code `configuration` when a provider of the user's own has no address
    static func catalog(
        _ settings: Settings, synced: SyncedCatalog, hasKey: (ProviderRow) -> Bool
    ) throws -> Catalog {
        let catalog = Catalog.shipped().adding(
            providers: [SandboxCatalog.provider()], models: SandboxCatalog.models(),
            aliases: settings.aliases.mapValues(\.value))
        let own = settings.providers.sorted { $0.key < $1.key }.map(\.value)
        let providers = try own.map { try row($0, in: catalog, synced) }
        let usable = Set(catalog.providers.filter { settings.providers[$0.id] != nil || hasKey($0) }.map(\.id))
        let ids =
            synced.isEmpty ? [] : synced.providerIDs.filter { usable.contains($0) || settings.providers[$0] != nil }
        let filled = catalog.adding(providers: providers).adding(synced, of: ids)
        var models: [ModelRow] = []
        for (own, provider) in zip(own, providers) {
            let rows = own.dialect == nil && own.models.isEmpty ? [] : filled.rows(ofProvider: own.name)
            if let dialect = own.dialect?.value, dialect != catalog.provider(own.name)?.dialect {
                models += rows.map { model in
                    var model = model
                    model.dialect = dialect
                    return model
                }
            }
            for model in own.models {
                let base = rows.first { $0.name.model == model.id }
                var row = model.row(provider: own.name, dialect: base?.dialect ?? provider.dialect, base: base)
                if base == nil, model.outputs == nil {
                    row.capabilities.outputs = Catalog.likelyOutputs(of: model.id, at: row.dialect)
                }
                models.append(row)
            }
        }
        return filled.adding(models: models)
    }

    private static func row(
        _ own: ProviderSettings, in catalog: Catalog, _ synced: SyncedCatalog
    ) throws -> ProviderRow {
        let known = catalog.provider(own.name)
        guard known != nil || own.baseURL != nil else {
            let hint =
                synced.provider(own.name) == nil
                ? "add base_url, or correct the name: ai1 route providers"
                : "ai1 route add \(own.name) shows the address that a catalogue names, and adds it"
            throw CommandError(
                .configuration, message: "\(own.origin): provider \(own.name) has no base_url", hint: hint)
        }
        return own.applied(
            to: known
                ?? ProviderRow(
                    id: own.name, title: own.name, dialect: .openAIChat, baseURL: "",
                    keyVariables: own.keyVariable.map { [$0.value] } ?? []))
    }
}
