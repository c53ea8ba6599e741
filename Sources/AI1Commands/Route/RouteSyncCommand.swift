internal import AI1Catalog
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route sync`: brings models and prices up to date from a public catalogue, a provider or a file.
package struct RouteSyncCommand: ContextCommand, VerboseCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Bring models and prices up to date.",
        discussion: """
            SOURCE is models.dev (the default), openrouter, or a provider of yours, whose own list of models is read. What \
            is read is verified as a whole before anything changes; your own settings always win. A sync never changes \
            where a known provider is asked or with which key, and providers that are new stay off until you add them. \
            Prices that fell by more than half wait for your word.

            Examples:
              ai1 route sync
              ai1 route sync openrouter --dry-run
              ai1 route sync groq
              curl -s https://models.dev/api.json | ai1 route sync --from -
              ai1 route sync --list
            """)

    @Argument(
        help: "models.dev, openrouter, or a provider.",
        completion: .shellCommand("echo models.dev; echo openrouter; ai1 route providers --ready --names 2>/dev/null"))
    package var source: String?

    @Option(help: "Read it from this file, - for standard input, and not from the network.", completion: .file())
    package var from: String?

    @Flag(name: .customLong("dry-run"), help: "Say what would change, and change nothing.")
    package var dryRun = false

    @Flag(help: "Take prices that fell by more than half, and a catalogue that shrank to less than half.")
    package var yes = false

    @Flag(help: "Say what was synced when.")
    package var list = false

    @Flag(help: "Forget what was synced from SOURCE, or from all.")
    package var forget = false

    @Flag(help: "Print JSON, with every change.")
    package var json = false

    @Flag(name: .shortAndLong, help: "Show causes.")
    package var verbose = false

    var isVerbose: Bool { verbose }

    package init() {}

    package func validate() throws {
        if list && forget { throw ValidationError("--list and --forget exclude each other") }
        if (list || forget) && (from != nil || dryRun || yes) {
            throw ValidationError("--list and --forget go with no other option than --json")
        }
        if list && source != nil { throw ValidationError("--list names every source") }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        if list { return try SyncList(live: live).show(asJSON: json) }
        if forget { return try SyncList(live: live).forget(source, asJSON: json) }
        let outcome = try await SyncRun(command: self, live: live).run()
        let report = SyncReport(outcome: outcome, ownProviders: Set(live.settings.providers.keys))
        if json { return try context.output.line(report.json.text) }
        try report.show(on: context.output, live.outputFacts)
    }
}
