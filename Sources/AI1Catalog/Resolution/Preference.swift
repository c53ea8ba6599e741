internal import AI1Core

/// The order among the providers of one model.
struct Preference {
    private var preferred: [String: Int] = [:]
    private var position: [String: Int] = [:]

    init(catalog: Catalog, preferring: [String]) {
        for (index, id) in preferring.enumerated() where preferred[id] == nil { preferred[id] = index }
        for (index, row) in catalog.providers.enumerated() { position[row.id] = index }
    }

    /// The rows, best first and one a provider: the pinned row, then preferred providers, the maker, current before
    /// deprecated models, the row whose id was typed, catalogue order.
    func sorted(_ rows: [ModelRow], pinned: TargetName?, asTyped typed: String) -> [ModelRow] {
        let keyed = rows.enumerated().map { index, row in
            (
                row: row,
                key: [
                    row.name == pinned ? 0 : 1,
                    preferred[row.name.provider] ?? Int.max,
                    ShippedAliases.isMaker(row.name.provider) ? 0 : 1,
                    row.status == .deprecated ? 1 : 0,
                    row.name.model == typed ? 0 : 1,
                    position[row.name.provider] ?? Int.max,
                    index,
                ]
            )
        }
        var seen: Set<String> = []
        return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
            .filter { seen.insert($0.name.provider).inserted }
    }
}
