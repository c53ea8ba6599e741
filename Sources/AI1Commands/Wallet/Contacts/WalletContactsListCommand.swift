internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet contacts list`: everybody in the address book.
package struct WalletContactsListCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List contacts (default).",
        discussion: """
            Examples:
              ai1 wallet contacts
              ai1 wallet contacts list --json
            """)

    @Flag(help: "Print JSON.")
    package var json = false

    @Flag(help: "Print names alone, one a line.")
    package var names = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let contacts = try desk.contacts.contacts()
        if names {
            let names = Set(contacts.map(\.name)).sorted()
            return try context.output.write(text: names.map { "@\($0)\n" }.joined())
        }
        if json {
            let rows = contacts.map { ContactView.json($0, desk) }
            return try context.output.line(JSONValue.object(["v": 1, "contacts": .array(rows)]).text)
        }
        guard !contacts.isEmpty else {
            return try context.errors.line("there is no contact; for one: ai1 wallet contacts add NAME ADDRESS")
        }
        var table = TextTable([.init("contact"), .init("address"), .init("network", canShrink: true)])
        for contact in contacts {
            table.append([
                .init("@\(contact.name)"), .init(desk.shown(contact.address)),
                .init(ContactView.place(contact, desk), .dim),
            ])
        }
        try context.output.show(table, desk.outputFacts)
    }
}
