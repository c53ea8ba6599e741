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
    /// loopback address. Another server at such an address may be a proxy to anywhere.
    func isOnThisMachine(_ model: ModelRow) -> Bool {
        guard let entry = try? entry(model.name.provider) else { return false }
        return Self.isServedHere(model, at: entry.baseURL) && (entry.row.isLocal || model.dialect == .sandbox)
    }

    /// Whether a server on this machine answers: the sandbox, or one at a loopback address. Ollama passes models named so on to
    /// its cloud.
    static func isServedHere(_ model: ModelRow, at baseURL: String) -> Bool {
        if model.dialect == .sandbox { return true }
        guard !model.name.model.hasSuffix("-cloud"), !model.name.model.hasSuffix(":cloud") else { return false }
        return isLoopback(baseURL)
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
