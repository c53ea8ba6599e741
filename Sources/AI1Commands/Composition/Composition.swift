internal import AI1Catalog
internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Process
internal import AI1Providers
internal import AI1Settings
internal import AI1Terminal

/// The live parts of the program for one command: settings read, catalogue loaded, everything wired.
struct Composition: Sendable {
    let context: CommandContext
    let paths: Paths
    let settings: Settings
    /// What can be asked from here, and what comes with ai1. Models that were synced of providers without a key are not in
    /// it; see `wholeCatalog`.
    let catalog: Catalog
    let synced: SyncedCatalog
    let providers: ProviderDirectory
    let health: FileHealthStore
    let historyDesk: HistoryDesk
    /// What may be shown on the two streams.
    let outputFacts: StreamFacts
    let errorFacts: StreamFacts

    /// - Throws: `SettingsError`, `CommandError`
    init(_ context: CommandContext, color: ColorMode? = nil, quiet: Bool = false) throws {
        let paths = Paths(environment: context.environment, workingFolder: context.workingDirectory)
        let loader = SettingsLoader(
            paths: paths, environment: context.environment, workingFolder: context.workingDirectory,
            trust: TrustStore(file: paths.trustFile))
        let settings = try loader.load()
        self.context = context
        self.paths = paths
        self.settings = settings
        let keys = KeyResolver(
            environment: context.environment, paths: paths, runner: ProcessRunner(environment: context.environment),
            isInteractive: context.isInteractive)
        let stored = SyncedFolder(paths).load()
        synced = stored.catalog
        catalog = try CatalogAssembly.catalog(settings, synced: stored.catalog) { row in
            let source = try? keys.source(row, settings: settings.providers[row.id])
            return source != nil
        }
        providers = ProviderDirectory(
            catalog: catalog, synced: stored.catalog, settings: settings, keys: keys, environment: context.environment)
        health = FileHealthStore(folder: paths.state)
        historyDesk = HistoryDesk(path: Paths.join(paths.data, HistoryFile.name))
        let color = color ?? settings.color.value
        outputFacts = context.output.facts(context.environment, color: color)
        errorFacts = context.errors.facts(context.environment, color: color)
        for notice in settings.notices + stored.notices where !quiet { try? context.errors.line("ai1: \(notice)") }
    }

    /// The engine with its live ports.
    /// - Parameter ledger: pays for the request; nil leaves it unmetered
    func engine(ledger: (any CreditLedger)?) -> AskEngine {
        let state = paths.state
        return AskEngine(
            transport: TransportSwitch(network: context.transport, sandbox: SandboxTransport(clock: context.clock)),
            dialect: { Dialects.named($0) }, health: health, clock: context.clock, random: context.random,
            ledger: ledger, history: answers(in: state))
    }

    /// The cut answers that can be resumed.
    func answers(in state: String) -> CutAnswerStore {
        CutAnswerStore(folder: Paths.join(state, "answers")) { bytes, path in
            try Directory.ensure(Paths.parent(of: path))
            try AtomicFile.write(bytes, to: path)
        }
    }

    /// Makes the state folder, where health is remembered; a home that cannot be written to only forgets.
    func prepareState() { try? Directory.ensure(paths.state) }
}
