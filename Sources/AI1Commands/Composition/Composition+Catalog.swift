internal import AI1Catalog
internal import AI1Core
internal import AI1Settings

extension Composition {
    /// Everything that is known, also of providers that cannot be asked from here. Reads every row that was synced.
    var wholeCatalog: Catalog { catalog.adding(synced, of: unread) }

    /// The same without providers that only a synced catalogue names.
    var catalogOfKnownProviders: Catalog { catalog.adding(synced, of: unread.filter { catalog.provider($0) != nil }) }

    /// Providers whose synced rows are not in `catalog`.
    private var unread: [String] {
        synced.providerIDs.filter { id in
            guard let row = catalog.provider(id) else { return true }
            return settings.providers[id] == nil && (try? providers.keys.source(row)) == nil
        }
    }

    /// Finds the model that a person means: among those that can be asked from here, then among all.
    func resolve(_ name: String, preferring ready: [String]) -> Resolution {
        let near = catalog.resolve(name, preferring: ready)
        switch near {
        case .ambiguous: return near
        case .found(let rows) where rows.contains { $0.source != Catalog.notInCatalogue }: return near
        case .found, .unknown:
            guard !synced.isEmpty else { return near }
            // A word that fits several models which nobody can ask from here is no answer to anything.
            guard case .found(let rows) = wholeCatalog.resolve(name, preferring: ready) else { return near }
            // A provider that was named is told of; others that nobody added only when no other has the model.
            if let first = rows.first, name.lowercased().hasPrefix(first.name.provider + "/") {
                if catalog.provider(first.name.provider) == nil { return .found([first]) }
            }
            let known = rows.filter { catalog.provider($0.name.provider) != nil }
            return .found(known.isEmpty ? rows : known)
        }
    }
}
