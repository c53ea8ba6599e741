internal import AI1Catalog
internal import AI1Core
internal import AI1Settings

extension ProviderDirectory {
    /// The user's keys, as far as they are known without running a command: those of all providers, and secret headers.
    func knownKeys() -> [Secret] {
        catalog.providers.flatMap { row in
            let own = settings.providers[row.id]
            let headers = own?.headers.filter(\.isSecret).map { Secret($0.value, fingerprint: "") } ?? []
            return keys.known(row, settings: own) + headers
        }
    }

    /// Whether what is sent to a model stays on this machine: the embedded sandbox, and the known local servers at a
    /// loopback address. Another server at such an address may be a proxy to anywhere, and Ollama passes models named so
    /// on to its cloud.
    func isOnThisMachine(_ model: ModelRow) -> Bool {
        if model.dialect == .sandbox { return true }
        guard let entry = try? entry(model.name.provider), entry.row.isLocal else { return false }
        guard !model.name.model.hasSuffix("-cloud"), !model.name.model.hasSuffix(":cloud") else { return false }
        return Self.isLoopback(entry.baseURL)
    }

    static func isLoopback(_ baseURL: String) -> Bool {
        guard let start = baseURL.firstRange(of: "://")?.upperBound else { return false }
        let authority = baseURL[start...].prefix { $0 != "/" }
        if authority == "[::1]" || authority.hasPrefix("[::1]:") { return true }
        let host = authority.prefix { $0 != ":" }
        if host == "localhost" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
