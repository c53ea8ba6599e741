internal import AI1Catalog
internal import AI1Core
internal import AI1Engine
internal import AI1Settings

/// Turns catalogue rows into candidates for the router and targets for the engine.
struct CandidateBuilder: Sendable {
    let providers: ProviderDirectory
    let health: HealthSnapshot
    let now: Timestamp
    let knowledge: RouteKnowledge

    /// Candidates and the targets behind those that could be called.
    struct Built: Sendable {
        var candidates: [Candidate] = []
        var targets: [TargetName: PlannedTarget] = [:]
    }

    /// Variables that people set for other things than asking models.
    private static let generalKeyVariables: Set<String> = ["GITHUB_TOKEN"]

    /// How to add a provider that is not used unasked: a local server, or one whose key was not meant for it.
    private static func remedyForUnasked(_ entry: ProviderDirectory.Entry) -> String? {
        if entry.row.isLocal { return "ai1 route add local" }
        if case .variable(let name)? = entry.keySource, generalKeyVariables.contains(name) {
            return "ai1 route add \(entry.row.id)"
        }
        return nil
    }

    /// - Parameters:
    ///   - rows: the models in question
    ///   - isPinned: whether the user named them; a local server that was never added is then asked all the same
    ///   - unable: what a model cannot do of what is asked, in words; nil when it can
    /// - Throws: `SettingsError`, `CommandError`
    func build(
        _ rows: [ModelRow], isPinned: Bool, unable: (ModelRow) -> String?
    ) async throws -> Built {
        var built = Built()
        var entries: [String: (ProviderDirectory.Entry, String)] = [:]
        for row in rows {
            let provider = row.name.provider
            if entries[provider] == nil, let entry = try providers.entry(provider) {
                entries[provider] = (entry, entry.access == .ready ? await providers.fingerprint(entry) : "")
            }
            guard let (entry, fingerprint) = entries[provider] else { continue }
            let key = HealthKey(
                provider: provider, model: row.name.model, baseURL: entry.baseURL, keyFingerprint: fingerprint)
            var access = entry.access
            if access == .ready, !isPinned, entry.own == nil, let remedy = Self.remedyForUnasked(entry) {
                access = .disabled(.notAdded(remedy: remedy))
            }
            if access == .ready, let reason = unable(row) { access = .disabled(.unable(reason)) }
            built.candidates.append(
                Candidate(
                    row: row, access: access, health: health.state(of: key, at: now),
                    speed: Catalog.typicalSpeed(of: row),
                    isLocal: ProviderDirectory.isServedHere(row, at: entry.baseURL),
                    measured: knowledge.measured(row.name), predicted: knowledge.predicted(row)))
            if access == .ready {
                let providers = providers
                built.targets[row.name] = PlannedTarget(
                    row: row, healthKey: key, endpointMayTakeLong: entry.keySource == .command
                ) {
                    try await providers.endpoint(entry)
                }
            }
        }
        return built
    }
}
