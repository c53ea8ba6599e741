package import ArgumentParser

/// `ai1 wallet networks token`: tokens that are known by symbol.
package struct WalletNetworksTokenCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Pin tokens of a network, so that they can be called by symbol.",
        discussion: """
            Anybody can make a token of any name: only its address tells which one it is. Compare it with what the token's \
            makers publish.

            Examples:
              ai1 wallet networks token add base 0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913
              ai1 wallet networks token remove base USDC
            """,
        subcommands: [WalletNetworksTokenAddCommand.self, WalletNetworksTokenRemoveCommand.self])

    package init() {}
}
