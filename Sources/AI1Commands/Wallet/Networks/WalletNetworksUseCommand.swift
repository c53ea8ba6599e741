internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 wallet networks use`: the network that is meant when none is named.
package struct WalletNetworksUseCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Set the network that is meant when none is named.",
        discussion: """
            Examples:
              ai1 wallet networks use base
            """)

    @Argument(help: "Its name.", completion: WalletCompletion.networks)
    package var name: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let choice = try desk.network(named: name)
        try SettingsEditor(file: desk.paths.configFile).apply([.set(["wallet", "network"], .text(name))])
        try context.errors.line("the network is now \(choice.title)")
        let usual = try WalletDesk(context).settings.wallet.network
        if usual.value != name { try context.errors.line("note: \(usual.origin) says \(Display.name(usual.value))") }
    }
}
