internal import AI1Core

extension Catalog {
    /// This catalogue with what was synced of some providers.
    ///
    /// Providers that are here stay as they are: address, protocol, key variables. So do a model's family, protocol,
    /// abilities and quality where they are known here; its prices, sizes and status are what the newer of both says. A
    /// model that is new here gets the family of a model of the same name here, with the quality measured for it.
    /// - Parameters:
    ///   - synced: where the rows are
    ///   - ids: the providers whose rows to add
    package func adding(_ synced: SyncedCatalog, of ids: [String]) -> Catalog {
        if synced.isEmpty || ids.isEmpty { return self }
        let families = FamilyTable(models)
        let wanted = Set(ids)
        var known: [String: [String: ModelRow]] = [:]
        for row in models where wanted.contains(row.name.provider) {
            known[row.name.provider, default: [:]][row.name.model] = row
        }
        var newProviders: [ProviderRow] = []
        var changed: [ModelRow] = []
        for id in ids {
            let here = provider(id)
            guard let provider = here ?? synced.provider(id)?.row, !provider.isLocal || here != nil else { continue }
            if here == nil { newProviders.append(provider) }
            var rows = known[id] ?? [:]
            let curated = Set(rows.keys)
            var order: [String] = []
            for file in synced.files {
                for row in file.models(of: provider) {
                    let model = row.name.model
                    if let old = rows[model] {
                        rows[model] = old.updated(
                            by: row, statesAbilities: file.form.statesAbilities && !curated.contains(model))
                        if curated.contains(model) { order.append(model) }
                    } else {
                        rows[model] = families.placed(row)
                        order.append(model)
                    }
                }
            }
            var written: Set<String> = []
            changed += order.filter { written.insert($0).inserted }.compactMap { rows[$0] }
        }
        return adding(providers: newProviders, models: changed)
    }

    /// This catalogue with everything that was synced.
    package func adding(_ synced: SyncedCatalog) -> Catalog { adding(synced, of: synced.providerIDs) }
}
