package import AI1Core

/// Makes rows of a provider's own list of models, which has names, at times windows, and neither prices nor abilities.
package enum ListingReader {
    /// - Parameters:
    ///   - entries: the list
    ///   - provider: whose list it is
    ///   - asOf: the day of the list, `2026-07-28`
    package static func read(_ entries: [ListedModel], of provider: ProviderRow, asOf: String) -> SyncReading {
        var reading = SyncReading(form: .listing)
        var section = SyncReading.Section(
            provider: SyncedProvider(
                id: provider.id, title: provider.title, dialect: provider.dialect, baseURL: ""))
        for entry in entries {
            guard let id = SyncText.model(entry.id) else {
                reading.refuse("\(provider.id)/\(entry.id)", .name)
                continue
            }
            guard let outputs = SyncModelKind.outputs(of: id, at: provider.dialect) else {
                reading.leaveOut("\(provider.id)/\(id)", .otherOutput)
                continue
            }
            section.models.append(
                ModelRow(
                    name: TargetName(provider: provider.id, model: id),
                    title: SyncText.title(entry.title, else: id), family: "", dialect: provider.dialect,
                    contextTokens: max(0, entry.contextTokens ?? 0),
                    prices: provider.isLocal ? .free : .unknown, capabilities: Capabilities(outputs: outputs),
                    source: "\(provider.id)/models", asOf: asOf))
        }
        reading.add(section)
        return reading
    }
}
