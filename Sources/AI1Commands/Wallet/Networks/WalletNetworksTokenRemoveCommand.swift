internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 wallet networks token remove`: takes a token out of the settings.
package struct WalletNetworksTokenRemoveCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Forget a token.",
        discussion: """
            Examples:
              ai1 wallet networks token remove base USDC
            """)

    @Argument(help: "The network.", completion: WalletCompletion.networks)
    package var network: String

    @Argument(help: "The token's symbol in the settings.")
    package var symbol: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let choice = try desk.network(named: network)
        guard choice.tokens[symbol] != nil else {
            let near = Suggestions.near(symbol, among: choice.tokens.keys.sorted())
            throw CommandError(
                .inputMissing, message: "\(Display.name(network)) has no token \(Display.name(symbol))",
                hint: near.isEmpty ? "ai1 wallet networks" : "did you mean \(near.joined(separator: ", "))?")
        }
        try SettingsEditor(file: desk.paths.configFile).apply([.remove(["networks", network, "tokens", symbol])])
        try context.errors.line("removed \(Display.name(symbol)) from \(Display.name(network))")
    }
}
