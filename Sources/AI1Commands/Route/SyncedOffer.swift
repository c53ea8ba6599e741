internal import AI1Catalog
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal

/// A provider that only a synced catalogue names: shown before anything is sent to it, and written into the settings as it
/// was shown, so that no later sync changes where it is asked.
struct SyncedOffer {
    private let offer: SyncedProvider
    private let command: RouteAddCommand
    private let live: Composition

    init(_ offer: SyncedProvider, command: RouteAddCommand, live: Composition) {
        self.offer = offer
        self.command = command
        self.live = live
    }

    /// The row that the user agreed to.
    /// - Throws: `CommandError` of the codes `usage` and `declined`; `TerminalError`
    func agree() throws -> ProviderRow {
        let row = try row()
        try show(row)
        if command.yes { return row }
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: live.context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        guard facts.canAsk else {
            throw CommandError(
                .usage, message: "nobody can be asked whether \(row.id) is what you want",
                hint: "if it is: ai1 route add \(row.id) --yes")
        }
        let answer = try LinePrompt(facts: facts).confirm(
            "Send your prompts and your key there?", standard: false, hint: "--yes")
        guard answer == true else {
            throw CommandError(.declined, message: "\(row.id) was not added", hint: "nothing was stored")
        }
        return row
    }

    /// What the settings are to say of it.
    static func edits(_ row: ProviderRow) -> [SettingsEdit] {
        var edits: [SettingsEdit] = [
            .set(["providers", row.id, "base_url"], .text(row.baseURL)),
            .set(["providers", row.id, "dialect"], .text(row.dialect.rawValue)),
        ]
        if let name = row.keyVariables.first { edits.append(.set(["providers", row.id, "key_env"], .text(name))) }
        return edits
    }

    private func row() throws -> ProviderRow {
        guard let dialect = command.dialect ?? offer.dialect else {
            throw CommandError(
                .usage, message: "\(offer.id) speaks a protocol that ai1 does not, as far as the catalogue says",
                hint: "if it also speaks one of ours: --dialect openai --base-url URL")
        }
        var row = offer.row
        row.dialect = dialect
        row.baseURL = try base(row)
        if !command.noKey, command.keyCommand == nil, let name = offer.keyVariable(except: taken) {
            row.keyVariables = [name]
        }
        return row
    }

    private func base(_ row: ProviderRow) throws -> String {
        if let url = command.baseURL {
            guard let base = row.normalisedBase(url) else {
                throw CommandError(
                    .usage, message: "\(url) is not an http or https URL", hint: "write it as https://host/v1")
            }
            return base
        }
        let shown = TerminalCleaner.cleanLine(offer.baseURL, limit: 200)
        switch offer.addressProblem {
        case nil:
            if let base = row.normalisedBase(offer.baseURL) { return base }
            throw CommandError(
                .usage, message: "the catalogue's address of \(row.id) is none: \(shown)",
                hint: "give it with --base-url URL")
        case .missing:
            throw CommandError(
                .usage, message: "the catalogue names no address for \(row.id)", hint: "give it with --base-url URL")
        case .placeholder:
            throw CommandError(
                .usage, message: "the address of \(row.id) has gaps for you to fill: \(shown)",
                hint: "give it whole with --base-url URL")
        case .notSecure:
            throw CommandError(
                .usage, message: "the catalogue's address of \(row.id) is no plain https address: \(shown)",
                hint: "if it is right, give it with --base-url URL")
        }
    }

    /// Variables of the providers that ai1 knows by itself: their keys are not for anybody else.
    private var taken: Set<String> {
        Set(Catalog.shipped().providers.flatMap { $0.keyVariables + $0.baseURLVariables })
    }

    private func show(_ row: ProviderRow) throws {
        let file = live.synced.file(naming: row.id)
        try live.context.errors.line(
            "\(row.id) is known from \(file?.source ?? "a catalogue") (\(file.map { String($0.syncedAt.prefix(10)) } ?? "")), "
                + "and nobody has checked it:")
        var table = TextTable([.init(""), .init("", canShrink: true)], indent: 2)
        table.append(["name", .init(offer.title)])
        table.append(["address", .init(row.baseURL, .bold)])
        table.append(["protocol", .init(row.dialect.rawValue)])
        table.append(["key", .init(key(row))])
        table.append(["models", .init(grouped(Int64(live.synced.modelCount(ofProvider: row.id))))])
        if !offer.documentation.isEmpty { table.append(["see", .init(offer.documentation)]) }
        let style = Style(hasColor: live.errorFacts.hasColor)
        try live.context.errors.write(text: table.render(width: live.errorFacts.columns, style: style))
    }

    private func key(_ row: ProviderRow) -> String {
        if command.noKey { return "none" }
        if command.keyCommand != nil { return "from your command" }
        if let name = row.keyVariables.first {
            let isSet = live.context.environment[name]?.isEmpty == false
            return isSet ? "environment variable \(name), which is set" : "environment variable \(name), or typed now"
        }
        guard let named = offer.keyVariables.first else { return "typed now" }
        return "typed now; the catalogue's variable \(named) has other uses, and is not read"
    }
}
