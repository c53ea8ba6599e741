internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet contacts rename`: another name for a contact.
package struct WalletContactsRenameCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Rename a contact.",
        discussion: """
            Examples:
              ai1 wallet contacts rename savings cold
            """)

    @Argument(help: "Its name.", completion: .shellCommand("ai1 wallet contacts list --names 2>/dev/null"))
    package var name: String

    @Argument(help: "Its new name.")
    package var newName: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let old = try WalletName(contact: name)
        let new = try WalletName(contact: newName)
        try desk.contacts.rename(old, to: new)
        try context.errors.line("@\(old) is now @\(new)")
    }
}
