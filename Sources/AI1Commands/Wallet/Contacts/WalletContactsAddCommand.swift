internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet contacts add`: a name for an address.
package struct WalletContactsAddCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a contact.",
        discussion: """
            An address that looks like that of a contact or of an account of yours, with the same first and last four digits, \
            is only added after a typed yes, or with --yes.

            Examples:
              ai1 wallet contacts add savings 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
              ai1 wallet contacts add exchange --network base \\
                0x90F79bf6EB2c4f870365E785982E1f101E93b906
            """)

    @Argument(help: "Its name: letters, digits, - _ and . ; with or without @ in front.")
    package var name: String

    @Argument(help: "The address.")
    package var address: String

    @Option(
        help: ArgumentHelp("For this network alone, by name or chain number.", valueName: "name"),
        completion: WalletCompletion.networks)
    package var network: String?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    package var yes = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let name = try WalletName(contact: name)
        let address = try Address(address)
        let chainID = try network.map { try desk.network(ofChain: $0).chainID }
        let lookAlikes = try desk.lookAlikes(of: address)
        desk.warn(of: lookAlikes, address)
        if !lookAlikes.isEmpty {
            try desk.demandYes("Type yes to add it all the same:", isGiven: yes, refusal: "no contact was added")
        }
        let contact = Contact(name: name, address: address, chainID: chainID, created: context.clock.now)
        try desk.contacts.add(contact)
        if json {
            let object: JSONValue = ["v": 1, "contact": ContactView.json(contact, desk)]
            return try context.output.line(object.text)
        }
        try context.errors.line("added @\(name): \(address.checksummed)")
    }
}

extension WalletName {
    /// The name of a contact, with or without its `@`.
    /// - Throws: `WalletError` of code `malformed`
    init(contact text: String) throws(WalletError) {
        try self.init(text.hasPrefix("@") ? String(text.dropFirst()) : text)
    }
}
