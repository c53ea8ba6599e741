internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet contacts remove`: takes a name out of the address book.
package struct WalletContactsRemoveCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a contact.",
        discussion: """
            Examples:
              ai1 wallet contacts remove savings
              ai1 wallet contacts remove exchange --network base
            """)

    @Argument(help: "Its name.", completion: .shellCommand("ai1 wallet contacts list --names 2>/dev/null"))
    package var name: String

    @Option(help: ArgumentHelp("Its address on this network alone, by name or chain number.", valueName: "name"))
    package var network: String?

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let name = try WalletName(contact: name)
        let chainID = try network.map { try desk.network(ofChain: $0).chainID }
        let count = try desk.contacts.remove(name, chainID: chainID)
        try context.errors.line("removed @\(name)" + (count > 1 ? " with \(count) addresses" : ""))
    }
}
