internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet list`: the accounts.
package struct WalletListCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List accounts.",
        discussion: """
            Nothing is unlocked and no network is used. Keystores that lie in the wallet's folder without a name are listed by \
            their address.

            Examples:
              ai1 wallet list
              ai1 wallet list --json | jq -r '.accounts[].address'
            """)

    @Flag(help: "Print JSON.")
    package var json = false

    @Flag(help: "Print names alone, one a line.")
    package var names = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let entries = try desk.accounts.entries()
        if names {
            let names = entries.compactMap { $0.name?.text }
            return try context.output.write(text: names.map { $0 + "\n" }.joined())
        }
        if json {
            let rows = entries.map { AccountView.json($0, desk) }
            return try context.output.line(JSONValue.object(["v": 1, "accounts": .array(rows)]).text)
        }
        guard !entries.isEmpty else {
            return try context.errors.line("there is no account; for one: ai1 wallet create NAME")
        }
        try context.output.show(AccountView.table(entries, desk), desk.outputFacts)
    }
}
