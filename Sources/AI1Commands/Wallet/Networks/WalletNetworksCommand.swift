package import ArgumentParser

/// `ai1 wallet networks`: the chains that the wallet can talk to.
package struct WalletNetworksCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "networks",
        abstract: "List and set up networks.",
        discussion: """
            Networks are kept under networks: in the settings. mainnet, sepolia, base and local come with ai1; all but local \
            need an endpoint of your choice, which learns of the addresses that you ask about.

            Examples:
              ai1 wallet networks
              ai1 wallet networks add base --rpc-url https://rpc.example.com
              ai1 wallet networks add lab --chain 4242 --rpc-url http://127.0.0.1:8545
              ai1 wallet networks use base
            """,
        subcommands: [
            WalletNetworksListCommand.self, WalletNetworksAddCommand.self, WalletNetworksRemoveCommand.self,
            WalletNetworksUseCommand.self, WalletNetworksTokenCommand.self,
        ],
        defaultSubcommand: WalletNetworksListCommand.self)

    package init() {}
}
