internal import AI1Catalog
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal

/// What was synced when, and forgetting it.
struct SyncList {
    let live: Composition

    /// Prints the sources.
    /// - Throws: as `OutputStream.write`
    func show(asJSON: Bool) throws {
        let output = live.context.output
        if asJSON { return try output.line(JSONValue.array(live.synced.files.map(Self.json)).text) }
        guard !live.synced.isEmpty else {
            return try live.context.errors.line("nothing was synced yet: ai1 route sync")
        }
        var table = TextTable([
            .init("source"), .init("synced (UTC)"), .init("models", .right), .init("providers", .right),
        ])
        for file in live.synced.files {
            table.append([
                .init(file.source), .init(Self.minute(file)), .init(grouped(Int64(file.modelCount))),
                .init(grouped(Int64(file.providerIDs.count))),
            ])
        }
        try output.show(table, live.outputFacts)
    }

    /// Drops what was synced from a source, or from all.
    /// - Throws: `CommandError` of code `inputMissing` when there is nothing; `SettingsError`
    func forget(_ source: String?, asJSON: Bool) throws {
        let folder = SyncedFolder(live.paths)
        let stored = folder.sources()
        let named = source.map { name in stored.filter { $0 == name } } ?? stored
        guard !named.isEmpty else {
            throw CommandError(
                .inputMissing, message: "nothing was synced" + (source.map { " from \($0)" } ?? ""),
                hint: stored.isEmpty ? "ai1 route sync" : "synced is: \(stored.joined(separator: ", "))")
        }
        let removed = try folder.alone { () throws(SettingsError) -> [String] in
            var removed: [String] = []
            for name in named where try folder.remove(name) { removed.append(name) }
            return removed
        }
        if asJSON {
            return try live.context.output.line(
                JSONValue.object(["v": 1, "forgotten": .array(removed.map { .string($0) })]).text)
        }
        for name in removed { try live.context.errors.line("forgotten: \(name)") }
    }

    /// `2026-07-28 09:05`.
    static func minute(_ file: SyncedFile) -> String {
        let text = file.syncedAt
        return text.count == 20 ? text.prefix(10) + " " + text.dropFirst(11).prefix(5) : text
    }

    private static func json(_ file: SyncedFile) -> JSONValue {
        [
            "source": .string(file.source), "form": .string(file.form.rawValue), "synced_at": .string(file.syncedAt),
            "models": .integer(file.modelCount), "providers": .integer(file.providerIDs.count),
        ]
    }
}
