package import ArgumentParser

/// `ai1 wallet contacts`: names for addresses.
package struct WalletContactsCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract: "Keep names for addresses.",
        discussion: """
            @NAME may stand wherever an address is asked for. A contact is for every network, or with --network for one; the \
            one for the network at hand counts more.

            Examples:
              ai1 wallet contacts add savings 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
              ai1 wallet contacts
              ai1 wallet contacts rename savings cold
            """,
        subcommands: [
            WalletContactsListCommand.self, WalletContactsAddCommand.self, WalletContactsRemoveCommand.self,
            WalletContactsRenameCommand.self,
        ],
        defaultSubcommand: WalletContactsListCommand.self)

    package init() {}
}
