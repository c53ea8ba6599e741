package import AI1Core

/// What a sync changes, and which of it waits for the user's word.
package struct SyncComparison: Sendable {
    /// A model whose price is another.
    package struct Repricing: Sendable, Hashable {
        package let name: TargetName
        package let old: TokenPrices
        package let new: TokenPrices

        /// How far apart they are, in thousandths of the smaller: 1,000 for twice or half. Rounded down.
        package var distance: Int64 {
            func distance(_ left: TokenPrice, _ right: TokenPrice) -> Int64 {
                let (low, high) = (min(left, right).picoUSD, max(left, right).picoUSD)
                return low == 0 ? (high == 0 ? 0 : .max) : Int64(clamping: Int128(high - low) * 1_000 / Int128(low))
            }
            return max(distance(old.input, new.input), distance(old.output, new.output))
        }
    }

    /// What was read, with the old prices where the new ones wait.
    package let reading: SyncReading
    package let added: [TargetName]
    /// Models that this source had and has no more.
    package let removed: [TargetName]
    /// The largest change first.
    package let repriced: [Repricing]
    /// Prices that fell by more than half and stay as they were, the largest change first.
    package let waiting: [Repricing]
    /// Providers that ai1 does not know by itself, and did not have from this source.
    package let newProviders: [String]

    /// Holds what was read against what was known.
    /// - Parameters:
    ///   - reading: what was read
    ///   - shipped: the catalogue that comes with ai1
    ///   - synced: what was synced before
    ///   - source: where the reading comes from
    ///   - acceptsFall: whether a price may fall by more than half
    package init(
        _ reading: SyncReading, shipped: Catalog, synced: SyncedCatalog, source: String,
        acceptsFall: (Repricing) -> Bool
    ) {
        let previous = synced.file(source)
        var known: [TargetName: ModelRow] = [:]
        for row in shipped.adding(synced.upTo(source)).models { known[row.name] = row }
        var held = reading
        var added: [TargetName] = []
        var repriced: [Repricing] = []
        var waiting: [Repricing] = []
        var removed: [TargetName] = []
        var current: Set<TargetName> = []
        for section in reading.sections.indices {
            for index in reading.sections[section].models.indices {
                let row = reading.sections[section].models[index]
                current.insert(row.name)
                guard let old = known[row.name] else {
                    added.append(row.name)
                    continue
                }
                let change = Repricing(name: row.name, old: old.prices.base, new: row.prices.base)
                if row.prices.fallsByMoreThanHalf(from: old.prices), !acceptsFall(change) {
                    waiting.append(change)
                    held.sections[section].models[index].prices = old.prices
                    held.sections[section].models[index].source = old.source
                    held.sections[section].models[index].asOf = old.asOf
                } else if row.prices.differs(from: old.prices) {
                    repriced.append(change)
                }
            }
        }
        for old in previous.map({ Self.rows(in: $0, shipped) }) ?? [] where !current.contains(old.name) {
            // A row that was refused for its price takes nothing away from what was known.
            guard reading.mispriced.contains(old.name),
                let section = held.sections.firstIndex(where: { $0.provider.id == old.name.provider })
            else {
                removed.append(old.name)
                continue
            }
            held.sections[section].models.append(old)
        }
        self.reading = held
        self.removed = removed
        self.added = added
        self.repriced = Self.sorted(repriced)
        self.waiting = Self.sorted(waiting)
        let before = Set(previous?.providerIDs ?? [])
        newProviders = reading.sections.map(\.provider.id).filter {
            shipped.provider($0) == nil && !before.contains($0)
        }
    }

    private static func sorted(_ changes: [Repricing]) -> [Repricing] {
        changes.sorted { ($1.distance, $0.name.description) < ($0.distance, $1.name.description) }
    }

    private static func rows(in file: SyncedFile, _ shipped: Catalog) -> [ModelRow] {
        file.providerIDs.flatMap { id in
            (shipped.provider(id) ?? file.provider(id)?.row).map { file.models(of: $0) } ?? []
        }
    }
}
