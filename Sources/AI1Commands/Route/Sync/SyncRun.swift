internal import AI1Catalog
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal

/// The work of `ai1 route sync`: fetch, verify as a whole, compare, ask, write.
struct SyncRun {
    let command: RouteSyncCommand
    let live: Composition

    private var context: CommandContext { live.context }
    private var folder: SyncedFolder { SyncedFolder(live.paths) }

    /// What a sync came to.
    struct Outcome {
        let source: SyncSource
        let time: Timestamp
        let comparison: SyncComparison
        /// False when nothing was to be written.
        let isStored: Bool
        /// Whether the prices that wait were shown already.
        var wasAsked = false
    }

    /// - Throws: `CommandError`, `SettingsError`, `TerminalError`; nothing is changed then
    func run() async throws -> Outcome {
        let named = try command.source.map { try SyncSource($0, live) }
        let time = context.clock.now
        let (bytes, name) = try await document(named)
        let document = try CatalogDocument(
            bytes, name: name, source: command.from == nil ? named ?? .modelsDev : named, asOf: time.utcDate, live)
        let source = document.source
        try check(document.reading, name, before: live.synced.file(source.name)?.modelCount ?? 0)
        let seen = compare(document, live.synced) { _ in command.yes }
        let agreed = try agreed(seen)
        if command.dryRun {
            return Outcome(
                source: source, time: time, comparison: compare(document, live.synced, agreed), isStored: false)
        }
        let written = try folder.alone { () throws(SettingsError) -> Result<SyncComparison, CommandError> in
            // Another process may have synced in the meantime.
            let stored = folder.load().catalog
            do throws(CommandError) {
                try check(document.reading, name, before: stored.file(source.name)?.modelCount ?? 0)
            } catch {
                return .failure(error)
            }
            let comparison = compare(document, stored, agreed)
            try folder.store(
                SyncedFile.content(of: comparison.reading, source: source.name, time: time), of: source.name)
            return .success(comparison)
        }
        return Outcome(
            source: source, time: time, comparison: try written.get(), isStored: true,
            wasAsked: asks && !seen.waiting.isEmpty)
    }

    /// Whether prices that wait are asked about.
    private var asks: Bool { context.isInteractive && !command.yes && !command.dryRun && !command.json }

    /// The document, and what it is to a person.
    private func document(_ source: SyncSource?) async throws -> ([UInt8], String) {
        guard let file = command.from else {
            let source = source ?? .modelsDev
            let spinner = Spinner(stream: live.errorFacts, descriptor: context.errors.descriptor, clock: context.clock)
            spinner.start("fetching \(source.name)")
            defer { spinner.stop() }
            return (try await CatalogDownload(live: live).fetch(source), source.name)
        }
        if file != "-" {
            let name = TerminalCleaner.cleanLine(file, limit: 200)
            return (try InputFile.read(file, limit: CatalogDownload.largestBytes), name)
        }
        guard !context.inputIsTerminal else {
            throw CommandError(.usage, message: "nothing is piped in", hint: "ai1 route sync --from - <FILE")
        }
        let errors = context.errors
        let bytes = try StandardInput(descriptor: context.input, clock: context.clock, timeoutMilliseconds: nil) { _ in
            try? errors.line("waiting for standard input")
        }.read()
        guard (bytes?.count ?? 0) <= CatalogDownload.largestBytes else {
            throw CommandError(
                .badInput,
                message: "standard input is larger than \(CatalogDownload.largestBytes / 1_048_576) MiB",
                hint: "nothing was changed; no catalogue is that large")
        }
        return (bytes ?? [], "standard input")
    }

    private func check(_ reading: SyncReading, _ name: String, before: Int) throws(CommandError) {
        guard let objection = reading.objection(before: before) else { return }
        if objection.canBeOverruled, command.yes { return }
        let hint = "nothing was changed" + (objection.canBeOverruled ? "; if it is right all the same: --yes" : "")
        let why = SyncWords.refusals(reading)
        throw CommandError(
            .badInput, message: "\(name) \(SyncWords.text(objection))" + (why.isEmpty ? "" : " (\(why))"), hint: hint)
    }

    private func compare(
        _ document: CatalogDocument, _ stored: SyncedCatalog, _ acceptsFall: (SyncComparison.Repricing) -> Bool
    ) -> SyncComparison {
        SyncComparison(
            document.reading, shipped: Catalog.shipped(), synced: stored, source: document.source.name,
            acceptsFall: acceptsFall)
    }

    /// Which falls of prices the user agrees to: all with `--yes`, those that were shown after a yes on a terminal.
    private func agreed(_ comparison: SyncComparison) throws -> (SyncComparison.Repricing) -> Bool {
        if command.yes { return { _ in true } }
        guard !comparison.waiting.isEmpty, asks else { return { _ in false } }
        let shown = comparison.waiting
        let table = SyncWords.table(shown).render(
            width: live.errorFacts.columns, style: Style(hasColor: live.errorFacts.hasColor))
        try context.errors.write(text: "Prices that fell by more than half:\n" + table)
        if shown.count > SyncWords.shownChanges {
            try context.errors.line(
                "  … \(grouped(Int64(shown.count - SyncWords.shownChanges))) more: --dry-run --json has all")
        }
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        let question = shown.count == 1 ? "Take it over?" : "Take these \(grouped(Int64(shown.count))) over?"
        let answer = try LinePrompt(facts: facts).confirm(question, standard: false, hint: "--yes")
        let accepted = answer == true ? Set(shown) : []
        return { accepted.contains($0) }
    }
}
