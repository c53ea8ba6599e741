internal import AI1Core
internal import AI1Engine
internal import AI1Providers

/// Fetches a catalogue's document: bounded in size and time, over https, without following redirects; a public catalogue
/// gets no credentials.
struct CatalogDownload {
    let live: Composition

    /// The variable that names a mirror of models.dev's catalogue.
    static let mirrorVariable = "AI1_CATALOG_URL"
    /// The largest document: the largest known has 3 MiB.
    static let largestBytes = 16 << 20
    private static let publicURL = "https://models.dev/api.json"
    private static let deadlineMilliseconds: Int64 = 60_000

    /// - Throws: `CommandError` of the kind that the failure has
    func fetch(_ source: SyncSource) async throws -> [UInt8] {
        switch source {
        case .modelsDev: return try await document(at: try mirror() ?? Self.publicURL, of: source)
        case .openRouter:
            guard let entry = try live.providers.entry(source.name) else { throw Self.none(source) }
            return try await document(at: entry.baseURL + "/models", of: source)
        case .provider(let id): return try await list(of: id)
        }
    }

    private func mirror() throws -> String? {
        guard let url = live.context.environment[Self.mirrorVariable], !url.isEmpty else { return nil }
        let loopback = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
        let isLoopback = loopback.contains { host in
            url.hasPrefix(host) && [":", "/", nil].contains(url.dropFirst(host.count).first)
        }
        guard url.hasPrefix("https://") || isLoopback else {
            throw CommandError(
                .configuration, message: "\(Self.mirrorVariable) is not an https URL",
                hint: "write it as https://host/api.json, or unset it")
        }
        return url
    }

    private func document(at url: String, of source: SyncSource) async throws -> [UInt8] {
        var request = HTTPRequest(method: .get, url: url, headers: [HTTPHeader("Accept", "application/json")])
        request.limits.deadlineMilliseconds = Self.deadlineMilliseconds
        do {
            let response = try await live.context.transport.send(request)
            let body = try await response.body.collect(limit: Self.largestBytes)
            let status = response.head.status
            guard status == 200 else {
                throw ProviderFault(
                    status == 429 ? .rateLimited : .serverError, status: status,
                    message: "answered with status \(status)")
            }
            return body
        } catch let fault as ProviderFault {
            throw Self.error(fault, source)
        }
    }

    private func list(of id: String) async throws -> [UInt8] {
        guard let entry = try live.providers.entry(id) else { throw Self.none(.provider(id)) }
        if case .disabled(let why) = entry.access {
            throw CommandError(.configuration, message: "\(id): \(why.text)", hint: "see: ai1 route providers")
        }
        let endpoint = try await live.providers.endpoint(entry)
        guard var request = ModelListing.request(for: endpoint, dialect: entry.row.dialect) else {
            throw Self.none(.provider(id))
        }
        request.limits.deadlineMilliseconds = Self.deadlineMilliseconds
        do {
            let response = try await live.context.transport.send(request)
            let body = try await response.body.collect(limit: Self.largestBytes)
            let status = response.head.status
            guard (200..<300).contains(status) else {
                throw Dialects.named(entry.row.dialect).fault(status: status, head: response.head, body: body)
            }
            return body
        } catch let fault as ProviderFault {
            throw Self.error(fault.hiding(endpoint.key), .provider(id))
        }
    }

    private static func none(_ source: SyncSource) -> CommandError {
        CommandError(
            .unavailable, message: "\(source.name) has no list of models", hint: "name another source: models.dev")
    }

    private static func error(_ fault: ProviderFault, _ source: SyncSource) -> CommandError {
        let file: String
        if case .provider = source { file = "\(source.name) --from FILE" } else { file = "--from FILE" }
        return CommandError(
            .answer(kind(fault.kind)), message: "\(source.name): \(fault.message)",
            hint: fault.hint ?? "nothing was changed; try again later, or fetch it another way: ai1 route sync \(file)",
            underlying: fault.underlying)
    }

    private static func kind(_ fault: FaultKind) -> ErrorKind {
        switch fault {
        case .keyRefused, .quotaExhausted, .rateLimited, .refusedLocally: fault.rule.errorKind
        case .malformed, .badRequest, .contextTooLong, .contentFiltered, .inBandError: .badData
        case .modelNotFound, .transient, .serverError, .unreachable, .slowFirstToken, .stalled, .cut, .redirected,
            .deadline:
            .unavailable
        }
    }
}
