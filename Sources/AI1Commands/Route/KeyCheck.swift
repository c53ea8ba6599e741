internal import AI1Catalog
internal import AI1Core
internal import AI1Engine
internal import AI1Providers

/// Finds out by one cheap call whether a provider takes a key.
struct KeyCheck {
    let transport: any HTTPTransport
    let catalog: Catalog
    let context: CommandContext

    /// Providers whose list of models is open to everybody, so that only an answer proves a key.
    private static let openListings: Set<String> = [
        "openrouter", "huggingface", "deepinfra", "nvidia", "vercel", "novita-ai", "perplexity", "github-models",
        "sambanova",
    ]
    private static let deadlineMilliseconds: Int64 = 30_000
    private static let listBytes = 16 * 1_048_576

    /// What a check found.
    enum Finding {
        /// The key works; the models that the provider lists, if it does.
        case works([ListedModel])
        /// There is no cheap call that could tell.
        case unknown
    }

    /// - Throws: `CommandError` of the kind that the refusal has
    func check(_ row: ProviderRow, _ endpoint: Endpoint) async throws -> Finding {
        if !Self.openListings.contains(row.id), let listed = try await list(row, endpoint) { return .works(listed) }
        guard let model = cheapest(row) else { return .unknown }
        try await askOneWord(model, endpoint)
        return .works([])
    }

    /// The models that a provider lists; nil when it has no such list.
    func list(_ row: ProviderRow, _ endpoint: Endpoint) async throws -> [ListedModel]? {
        guard var request = ModelListing.request(for: endpoint, dialect: row.dialect) else { return nil }
        request.limits.deadlineMilliseconds = Self.deadlineMilliseconds
        do {
            let response = try await transport.send(request)
            let body = try await response.body.collect(limit: Self.listBytes)
            if [404, 405, 501].contains(response.head.status) { return nil }
            guard (200..<300).contains(response.head.status) else {
                throw Dialects.named(row.dialect).fault(status: response.head.status, head: response.head, body: body)
            }
            return try ModelListing.parse(body, dialect: row.dialect)
        } catch let fault as ProviderFault {
            throw Self.error(fault.hiding(endpoint.key), row.id)
        }
    }

    private func cheapest(_ row: ProviderRow) -> ModelRow? {
        catalog.rows(ofProvider: row.id).filter { $0.status == .current && $0.prices.known }
            .min { $0.prices.base.output < $1.prices.base.output }
    }

    private func askOneWord(_ model: ModelRow, _ endpoint: Endpoint) async throws {
        var request = ChatRequest(id: context.newRequestID(), messages: [.user("Say yes.")], stream: false)
        request.options.maxOutputTokens = model.capabilities.reasoning ? 64 : 8
        do {
            let dialect = Dialects.named(model.dialect)
            var http = try dialect.encode(request, for: Target(row: model, endpoint: endpoint))
            http.limits.deadlineMilliseconds = Self.deadlineMilliseconds
            let response = try await transport.send(http)
            let body = try await response.body.collect(limit: Self.listBytes)
            guard (200..<300).contains(response.head.status) else {
                throw dialect.fault(status: response.head.status, head: response.head, body: body)
            }
        } catch let fault as ProviderFault {
            throw Self.error(fault.hiding(endpoint.key), endpoint.provider)
        }
    }

    private static func error(_ fault: ProviderFault, _ provider: String) -> CommandError {
        CommandError(
            .answer(fault.kind.rule.errorKind), message: "\(provider) refused the check: \(fault.message)",
            hint: fault.kind == .keyRefused
                ? "copy the key again; nothing was stored" : "try again, or store it unchecked with --no-check",
            underlying: fault.underlying)
    }
}
