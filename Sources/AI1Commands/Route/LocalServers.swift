internal import AI1Catalog
internal import AI1Core
internal import AI1Providers

/// Finds model servers on this machine's usual ports. Called only when the user asks for it.
struct LocalServers {
    let transport: any HTTPTransport
    let providers: ProviderDirectory

    private static let connectMilliseconds: Int64 = 500
    private static let answerMilliseconds: Int64 = 2_000
    private static let listBytes = 4 * 1_048_576

    /// A server that answered.
    struct Found: Sendable {
        let entry: ProviderDirectory.Entry
        let models: [ListedModel]
    }

    /// All servers that answer, in catalogue order.
    /// - Throws: `SettingsError`, `CommandError`
    func find() async throws -> [Found] {
        var found: [Found] = []
        for row in providers.catalog.providers where row.isLocal {
            guard let entry = try providers.entry(row.id), let models = await models(of: entry) else { continue }
            found.append(Found(entry: entry, models: models))
        }
        return found
    }

    private func models(of entry: ProviderDirectory.Entry) async -> [ListedModel]? {
        let endpoint = Endpoint(provider: entry.row.id, baseURL: entry.baseURL, quirks: entry.row.quirks)
        guard var request = ModelListing.request(for: endpoint, dialect: entry.row.dialect) else { return nil }
        request.limits.connectTimeoutMilliseconds = Self.connectMilliseconds
        request.limits.deadlineMilliseconds = Self.answerMilliseconds
        guard let response = try? await transport.send(request), response.head.status == 200,
            let body = try? await response.body.collect(limit: Self.listBytes)
        else { return nil }
        return try? ModelListing.parse(body, dialect: entry.row.dialect)
    }
}
