internal import AI1Core
internal import AI1Settings
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet remove`: takes an account off the list.
package struct WalletRemoveCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove an account.",
        discussion: """
            Its keystore is moved out of the way, and where to is told; moved back into the folder of keystores, it is an \
            account again. With --destroy it is deleted: without its words or a copy, what the account holds is then lost.

            Examples:
              ai1 wallet remove old
              ai1 wallet remove old --destroy
            """)

    @Argument(
        help: "The account, by name or address.", completion: WalletCompletion.accounts)
    package var name: String

    @Flag(name: .shortAndLong, help: "Do not ask.")
    package var yes = false

    @Flag(help: "Delete the keystore.")
    package var destroy = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let entry = try desk.accounts.find(name)
        if !yes {
            try context.errors.line("\(entry.label)  \(entry.address.checksummed)")
            if destroy { desk.warn("its keystore will be deleted: there is no way back without its words or a copy") }
        }
        try desk.demandYes("Type yes to remove it:", isGiven: yes, refusal: "nothing was removed")
        let place = try desk.accounts.remove(entry, destroying: destroy)
        try context.errors.line(
            "removed \(entry.label)" + (place.map { "; its keystore is now \(Display.path($0))" } ?? ""))
    }
}
