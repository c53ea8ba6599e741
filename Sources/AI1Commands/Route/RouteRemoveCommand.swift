internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 route remove`: takes a provider out of the user's settings and its key out of the store.
package struct RouteRemoveCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a provider's key and settings.",
        discussion: """
            A key in an environment variable stays: unset it where it is set.

            Examples:
              ai1 route remove openai
              ai1 route remove mylab
            """)

    @Argument(help: "The provider.", completion: .shellCommand("ai1 route providers --names 2>/dev/null"))
    package var name: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let hadKey = try KeyStore(file: live.paths.keysFile).remove(name)
        let hadSettings = live.settings.providers[name] != nil
        guard hadKey || hadSettings else {
            let near = Suggestions.near(name, among: live.settings.providers.keys.sorted())
            throw CommandError(
                .inputMissing, message: "nothing is stored for '\(name)'",
                hint: near.isEmpty ? "ai1 route providers" : "did you mean \(near.joined(separator: ", "))?")
        }
        if hadSettings { try SettingsEditor(file: live.paths.configFile).apply([.remove(["providers", name])]) }
        try context.errors.line("removed \(name)" + (hadKey ? " and its key" : ""))
        if let entry = try Composition(context).providers.entry(name), let source = entry.keySource {
            try context.errors.line("note: a key is still there: \(source)")
        }
    }
}
