internal import AI1Catalog
internal import AI1Core
internal import AI1Settings

/// Every provider as it can be reached from here: address, key, or why not.
struct ProviderDirectory: Sendable {
    let catalog: Catalog
    let synced: SyncedCatalog
    let settings: Settings
    let keys: KeyResolver
    let environment: [String: String]

    /// How one provider can be reached.
    struct Entry: Sendable {
        let row: ProviderRow
        let own: ProviderSettings?
        /// Absolute, without a slash at its end; empty when none is known.
        let baseURL: String
        let baseURLOrigin: Origin
        /// Where the key would come from.
        let keySource: KeySource?
        let access: Candidate.Access
    }

    /// The provider of that name; nil when there is none.
    /// - Throws: `SettingsError`, `CommandError` of code `configuration`
    func entry(_ id: String) throws -> Entry? {
        guard let row = catalog.provider(id) else { return notAdded(id) }
        let own = settings.providers[id]
        let (baseURL, origin) = try base(row, own)
        let source = try keys.source(row, settings: own)
        return Entry(
            row: row, own: own, baseURL: baseURL, baseURLOrigin: origin, keySource: source,
            access: access(row, own, baseURL, source))
    }

    /// A provider that only a synced catalogue names: off until the user has seen its address and added it.
    private func notAdded(_ id: String) -> Entry? {
        guard let row = synced.provider(id)?.row else { return nil }
        return Entry(
            row: row, own: nil, baseURL: row.baseURL, baseURLOrigin: .builtIn, keySource: nil,
            access: .disabled(.notAdded(remedy: "ai1 route add \(id)")))
    }

    /// Whether anything but the sandbox is set up: a key is there, or the user's settings name a server without one.
    func hasRealProvider() throws -> Bool {
        for row in catalog.providers where row.dialect != .sandbox {
            if let entry = try entry(row.id), entry.access == .ready, !entry.row.isLocal || entry.own != nil {
                return true
            }
        }
        return false
    }

    /// The endpoint of a provider, with its key.
    /// - Throws: `SettingsError`, `CommandError` of code `keyMissing` or `configuration`
    func endpoint(_ entry: Entry) async throws -> Endpoint {
        guard !entry.baseURL.isEmpty else { throw missingBase(entry.row) }
        let key = try await keys.resolve(entry.row, settings: entry.own)
        if key == nil, case .noKey(let remedy) = entry.access {
            throw CommandError(.keyMissing, message: "no key for \(entry.row.id)", hint: remedy)
        }
        return Endpoint(
            provider: entry.row.id, baseURL: entry.baseURL, key: key?.secret, headers: entry.own?.headers ?? [],
            quirks: entry.row.quirks)
    }

    /// What health is remembered under. A key that a command would print is not asked for here.
    func fingerprint(_ entry: Entry) async -> String {
        guard let source = entry.keySource, source != .command else { return entry.keySource == nil ? "" : "command" }
        return (try? await keys.resolve(entry.row, settings: entry.own))?.secret.fingerprint ?? ""
    }

    private func base(_ row: ProviderRow, _ own: ProviderSettings?) throws -> (String, Origin) {
        for name in row.baseURLVariables {
            guard let value = environment[name], !value.isEmpty else { continue }
            guard let base = row.normalisedBase(value) else {
                throw CommandError(
                    .configuration, message: "environment variable \(name) is not an http or https URL",
                    hint:
                        "set it to a URL such as \(row.baseURL.isEmpty ? "https://host/v1" : row.baseURL), or unset it")
            }
            return (base, .variable(name))
        }
        guard let own = own?.baseURL else { return (row.baseURL, .builtIn) }
        guard let base = row.normalisedBase(own.value) else {
            throw CommandError(
                .configuration, message: "\(own.origin): base_url is not an http or https URL",
                hint: "write it as https://host/v1")
        }
        return (base, own.origin)
    }

    private func access(
        _ row: ProviderRow, _ own: ProviderSettings?, _ baseURL: String, _ source: KeySource?
    ) -> Candidate.Access {
        if own?.isDisabled.value == true { return .disabled(.switchedOff) }
        let asksKey = !row.keyVariables.isEmpty && !row.isLocal
        if asksKey, source == nil { return .noKey(remedy: keys.remedy(row, settings: own)) }
        if baseURL.isEmpty { return .disabled(.noAddress(remedy: addressRemedy(row))) }
        return .ready
    }

    private func missingBase(_ row: ProviderRow) -> CommandError {
        CommandError(.configuration, message: "no address for \(row.id)", hint: addressRemedy(row))
    }

    private func addressRemedy(_ row: ProviderRow) -> String {
        let add = "run: ai1 route add \(row.id) --base-url URL"
        return row.baseURLVariables.first.map { "export \($0), or \(add)" } ?? add
    }
}
