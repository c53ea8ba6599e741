internal import AI1Catalog
internal import AI1Core
internal import AI1Process
internal import AI1Providers
internal import AI1Settings
internal import AI1Terminal

/// The work of `ai1 route add`.
struct ProviderAddition {
    let command: RouteAddCommand
    let live: Composition
    let context: CommandContext

    /// Models of a found server that are written into the settings.
    private static let modelLimit = 200

    /// Finds the servers of this machine and writes them into the settings.
    /// - Throws: `CommandError` of code `unavailable` when there are none
    func addLocal() async throws {
        let found = try await LocalServers(transport: context.transport, providers: live.providers).find()
        guard !found.isEmpty else {
            throw CommandError(
                .unavailable, message: "no local server answers (tried \(ports))",
                hint:
                    "start one, such as: ollama serve; or name its address: ai1 route add NAME --base-url URL --no-key")
        }
        for server in found {
            let id = server.entry.row.id
            try SettingsEditor(file: live.paths.configFile).apply(
                [.set(["providers", id, "base_url"], .text(server.entry.baseURL))] + edits(id, server.models.map(\.id)))
            try context.errors.line(
                "added \(id) at \(server.entry.baseURL): "
                    + (server.models.isEmpty
                        ? "no models yet" : server.models.prefix(5).map { "\(id)/\($0.id)" }.joined(separator: ", ")))
        }
    }

    /// Adds one provider.
    /// - Throws: `CommandError`, `SettingsError`, `TerminalError`
    func addProvider() async throws {
        let offer = offer
        let row: ProviderRow
        var changes: [SettingsEdit] = []
        if let offer {
            row = try SyncedOffer(offer, command: command, live: live).agree()
            changes = SyncedOffer.edits(row)
        } else {
            row = try providerRow()
        }
        if let url = command.baseURL, offer == nil {
            guard let base = row.normalisedBase(url) else {
                throw CommandError(
                    .usage, message: "\(url) is not an http or https URL", hint: "write it as https://host/v1")
            }
            changes.append(.set(["providers", row.id, "base_url"], .text(base)))
        }
        if let dialect = command.dialect, offer == nil {
            changes.append(.set(["providers", row.id, "dialect"], .text(dialect.rawValue)))
        }
        let present = try offer == nil ? nil : presentKey(row)
        let key = try await present == nil ? newKey(row) : nil
        let listed = try await checked(row, key ?? present)
        let isUnknown = live.catalog.rows(ofProvider: row.id).isEmpty && live.synced.modelCount(ofProvider: row.id) == 0
        let models = command.models.isEmpty && isUnknown ? listed.map(\.id) : command.models
        changes += edits(row.id, models)
        if let line = command.keyCommand { changes.append(.set(["providers", row.id, "key_command"], .text(line))) }
        if let key, command.keyCommand == nil { try KeyStore(file: live.paths.keysFile).set(key, for: row.id) }
        if !changes.isEmpty { try SettingsEditor(file: live.paths.configFile).apply(changes) }
        let example =
            models.first.map { "\(row.id)/\($0)" }
            ?? (offer == nil ? live.catalog : live.wholeCatalog).rows(ofProvider: row.id).first?.name.description
        try context.errors.line("added \(row.id)" + (example.map { "; try: ai1 ask -m \($0) hello" } ?? ""))
    }

    /// What a synced catalogue says of the provider; nil for one that ai1 knows by itself, and for a server of the user's own
    /// whose address is given where nobody can be asked: it has only its name in common with the catalogue's.
    private var offer: SyncedProvider? {
        guard live.catalog.provider(command.name) == nil else { return nil }
        if command.baseURL != nil, !command.yes, !context.isInteractive { return nil }
        return live.synced.provider(command.name)
    }

    /// The provider as it will be: known, or new with an address.
    private func providerRow() throws -> ProviderRow {
        if var row = live.catalog.provider(command.name) {
            if let dialect = command.dialect { row.dialect = dialect }
            if row.dialect == .sandbox {
                throw CommandError(.usage, message: "the sandbox needs no adding", hint: "ai1 ask -m sandbox hello")
            }
            let entry = try live.providers.entry(row.id)
            row.baseURL = command.baseURL.flatMap(row.normalisedBase) ?? entry?.baseURL ?? row.baseURL
            guard !row.baseURL.isEmpty else {
                throw CommandError(.usage, message: "no address for \(row.id)", hint: "give it with --base-url URL")
            }
            return row
        }
        guard let url = command.baseURL else {
            let near = Suggestions.near(command.name, among: live.catalog.providers.map(\.id))
            throw CommandError(
                .usage, message: "no provider is called '\(command.name)'",
                hint: near.isEmpty
                    ? "for a server of your own give --base-url URL; ai1 route providers lists the known ones"
                    : "did you mean \(near.joined(separator: ", "))? For a server of your own give --base-url URL")
        }
        var row = ProviderRow(
            id: command.name, title: command.name, dialect: command.dialect ?? .openAIChat, baseURL: url)
        row.baseURL = row.normalisedBase(url) ?? url
        return row
    }

    /// The key that a provider's variable holds already.
    private func presentKey(_ row: ProviderRow) throws -> Secret? {
        guard command.keyCommand == nil, !command.noKey,
            let name = row.keyVariables.first(where: { context.environment[$0]?.isEmpty == false })
        else { return nil }
        return try Secret(checking: context.environment[name] ?? "", from: "environment variable \(name)")
    }

    /// The key that the user gives now; nil when the provider needs none.
    private func newKey(_ row: ProviderRow) async throws -> Secret? {
        if let line = command.keyCommand {
            let result = try await ProcessRunner(environment: context.environment).run(
                ShellCommand(line: line, isInteractive: context.isInteractive))
            guard result.succeeded else {
                throw CommandError(
                    .keyMissing, message: "the key command failed",
                    hint: "run it by hand to see why; nothing was stored")
            }
            return try Secret(checking: String(decoding: result.output, as: UTF8.self), from: "the key command")
        }
        let isKnown = live.catalog.provider(row.id) != nil
        if command.noKey || (isKnown && row.isLocal) { return nil }
        if context.isInteractive {
            let optional = isKnown ? "" : " (empty for none)"
            let facts = TerminalFacts(
                standardInput: StreamFacts(isTerminal: true), standardOutput: live.outputFacts,
                standardError: live.errorFacts)
            let typed = try HiddenPrompt.ask(
                "Key for \(row.title)\(optional):", facts: facts, hint: nil, fingerprint: { _ in "" })
            guard let typed, !typed.reveal().isEmpty else {
                if isKnown {
                    throw CommandError(.declined, message: "no key was given", hint: "nothing was stored")
                }
                return nil
            }
            return try Secret(checking: typed.reveal(), from: "the terminal")
        }
        return try pipedKey(row, isKnown: isKnown)
    }

    private func pipedKey(_ row: ProviderRow, isKnown: Bool) throws -> Secret? {
        guard !context.inputIsTerminal else {
            throw CommandError(
                .keyMissing, message: "nobody can be asked for the key",
                hint: "pipe it in, or give --key-command: pass show \(row.id) | ai1 route add \(row.id)")
        }
        let bytes =
            try StandardInput(
                descriptor: context.input, clock: context.clock, timeoutMilliseconds: 30_000, hint: { _ in }
            ).read() ?? []
        guard !bytes.isEmpty || isKnown else { return nil }
        guard !bytes.isEmpty else {
            throw CommandError(
                .keyMissing, message: "no key on standard input",
                hint: "pipe it in: pass show \(row.id) | ai1 route add \(row.id)")
        }
        return try Secret(checking: String(decoding: bytes, as: UTF8.self), from: "standard input")
    }

    /// Tries the key, unless the user does not want that.
    /// - Returns: the models that the provider lists
    private func checked(_ row: ProviderRow, _ key: Secret?) async throws -> [ListedModel] {
        guard !command.noCheck else { return [] }
        let endpoint = Endpoint(
            provider: row.id, baseURL: row.baseURL, key: key,
            headers: live.settings.providers[row.id]?.headers ?? [], quirks: row.quirks)
        let check = KeyCheck(transport: context.transport, catalog: live.catalog, context: context)
        switch try await check.check(row, endpoint) {
        case .works(let listed): return listed
        case .unknown:
            try context.errors.line("\(row.id) has no list of models to try the key with: stored unchecked")
            return []
        }
    }

    private func edits(_ provider: String, _ models: [String]) -> [SettingsEdit] {
        guard !models.isEmpty else { return [] }
        let rows = models.prefix(Self.modelLimit).map { EditValue.map([EditMember("id", .text($0))]) }
        return [.set(["providers", provider, "models"], .list(Array(rows)))]
    }

    private var ports: String {
        live.catalog.providers.filter(\.isLocal).map { "\($0.id) at \($0.baseURL)" }.joined(separator: ", ")
    }
}
