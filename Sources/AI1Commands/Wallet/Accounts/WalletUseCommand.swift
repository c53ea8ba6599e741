internal import AI1Core
internal import AI1Settings
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet use`: the account that is meant when none is named.
package struct WalletUseCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Set the account that is meant when none is named.",
        discussion: """
            With one account nothing needs to be set. It is kept as wallet: account: in the settings.

            Examples:
              ai1 wallet use main
            """)

    @Argument(
        help: "The account, by name or address.", completion: WalletCompletion.accounts)
    package var name: String

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let entry = try desk.accounts.find(name)
        let word = entry.name?.text ?? entry.address.checksummed
        try SettingsEditor(file: desk.paths.configFile).apply([.set(["wallet", "account"], .text(word))])
        try context.errors.line("the account is now \(entry.label) (\(entry.address.short))")
        guard let usual = try WalletDesk(context).settings.wallet.account, usual.value != word else { return }
        try context.errors.line("note: \(usual.origin) says \(Display.name(usual.value))")
    }
}
