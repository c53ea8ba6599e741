package import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 route use`: the user's defaults.
package struct RouteUseCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Set the default model or objective.",
        discussion: """
            Examples:
              ai1 route use claude
              ai1 route use --objective cheapest
              ai1 route use --auto
            """)

    @Argument(
        help: "The model to ask when -m is not given.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    @Option(help: "What counts most: cheapest, fastest, best or balanced.")
    package var objective: Objective?

    @Flag(help: "Choose a model for each request again.")
    package var auto = false

    package init() {}

    package func validate() throws {
        if model == nil && objective == nil && !auto {
            throw ValidationError("name a model, or give --objective or --auto")
        }
        if model != nil && auto { throw ValidationError("a model and --auto exclude each other") }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        var edits: [SettingsEdit] = []
        if let model {
            // Only a name that means something is written down.
            _ = try RoutePlanner(live: live, routing: .init()).rows(named: model)
            edits.append(.set(["model"], .text(model)))
        }
        if auto { edits.append(.remove(["model"])) }
        if let objective { edits.append(.set(["objective"], .text(objective.rawValue))) }
        try SettingsEditor(file: live.paths.configFile).apply(edits)
        let now = try Composition(context).settings
        let shown = now.model.map { "\($0.value) (\($0.origin))" } ?? "chosen for each request"
        try context.errors.line("model: \(shown); objective: \(now.objective.value.rawValue)")
    }
}

extension Objective: ExpressibleByArgument {}
