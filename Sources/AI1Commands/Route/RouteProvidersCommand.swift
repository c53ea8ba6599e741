internal import AI1Catalog
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route providers`: who could be asked, and with which key.
package struct RouteProvidersCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers",
        abstract: "List providers, whether a key was found, and where.",
        discussion: """
            Providers that only a synced catalogue names are shown with --all; they are off until they are added.

            Examples:
              ai1 route providers
              ai1 route providers --ready
              ai1 route providers --all
              ai1 route providers --json | jq '.[] | select(.ready)'
            """)

    @Flag(help: "Only providers that can be asked now.")
    package var ready = false

    @Flag(help: "Those too that a synced catalogue names and nobody added.")
    package var all = false

    @Flag(help: "Print names only, one a line.")
    package var names = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        var entries = try live.catalog.providers.compactMap { try live.providers.entry($0.id) }
        let others = live.synced.providerIDs.filter { live.catalog.provider($0) == nil }
        // Completion and scripts get them all; a page for a person only when asked for.
        if all || names || json { entries += try others.compactMap { try live.providers.entry($0) } }
        if ready { entries = entries.filter { $0.access == .ready } }
        if names {
            return try context.output.write(text: entries.map { TerminalCleaner.cleanLine($0.row.id) + "\n" }.joined())
        }
        if json { return try context.output.line(JSONValue.array(entries.map { Self.json($0, live) }).text) }
        var table = TextTable([
            .init("provider"), .init("key", canShrink: true), .init("address", canShrink: true),
            .init("models", .right),
        ])
        for entry in entries {
            table.append([
                .init(entry.row.id), Self.key(entry), .init(entry.baseURL.isEmpty ? "-" : entry.baseURL),
                .init(String(Self.modelCount(entry, live))),
            ])
        }
        try context.output.show(table, live.outputFacts)
        if !all, !ready, !others.isEmpty {
            try context.errors.line(
                "… \(grouped(Int64(others.count))) more from synced catalogues, not added: ai1 route providers --all")
        }
    }

    /// The models that are known of a provider, also those whose rows are not read because nobody can ask it.
    private static func modelCount(_ entry: ProviderDirectory.Entry, _ live: Composition) -> Int {
        max(live.catalog.rows(ofProvider: entry.row.id).count, live.synced.modelCount(ofProvider: entry.row.id))
    }

    private static func key(_ entry: ProviderDirectory.Entry) -> TextTable.Cell {
        if case .disabled(.switchedOff) = entry.access { return .init("switched off", .dim) }
        if case .disabled(.notAdded) = entry.access, entry.own == nil { return .init("not added", .dim) }
        if let source = entry.keySource { return .init(source.description, .green) }
        if case .noKey(let remedy) = entry.access {
            return .init("none: " + (remedy.split(separator: ",").first.map(String.init) ?? remedy), .dim)
        }
        return .init("needs none", .dim)
    }

    private static func json(_ entry: ProviderDirectory.Entry, _ live: Composition) -> JSONValue {
        var object: JSONObject = [
            "provider": .string(entry.row.id), "title": .string(entry.row.title),
            "ready": .bool(entry.access == .ready), "dialect": .string(entry.row.dialect.rawValue),
            "base_url": .string(entry.baseURL), "base_url_from": .string(entry.baseURLOrigin.description),
        ]
        object["key_from"] = entry.keySource.map { .string($0.description) } ?? .null
        object["key_variables"] = .array(entry.row.keyVariables.map { .string($0) })
        if case .noKey(let remedy) = entry.access { object["remedy"] = .string(remedy) }
        if case .disabled(let why) = entry.access { object["disabled"] = .string(why.text) }
        object["local"] = .bool(entry.row.isLocal)
        object["models"] = .integer(modelCount(entry, live))
        object["documentation"] = .string(entry.row.documentation)
        return .object(object)
    }
}
