internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 wallet networks remove`: takes a network out of the settings.
package struct WalletNetworksRemoveCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a network's settings with its endpoints and tokens.",
        discussion: """
            A network that comes with ai1 is as at first then.

            Examples:
              ai1 wallet networks remove lab
            """)

    @Argument(help: "Its name.", completion: WalletCompletion.networks)
    package var name: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        guard desk.settings.networks[name] != nil else { throw unknown(desk) }
        try SettingsEditor(file: desk.paths.configFile).apply([.remove(["networks", name])])
        try context.errors.line("removed what was set for \(Display.name(name))")
        let fresh = try WalletDesk(context)
        if let left = fresh.settings.networks[name] {
            try context.errors.line("note: \(Display.name(name)) is still known: \(left.origin)")
        }
    }

    private func unknown(_ desk: WalletDesk) -> CommandError {
        let near = Suggestions.near(name, among: desk.settings.networks.keys.sorted())
        return CommandError(
            .inputMissing, message: "there is no network \(Display.name(name))",
            hint: near.isEmpty ? "ai1 wallet networks" : "did you mean \(near.joined(separator: ", "))?")
    }
}
