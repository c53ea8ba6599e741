internal import AI1Chain
internal import AI1Wallet

/// What addresses are called on a network: pinned tokens, contacts, accounts of the user's own.
struct AddressNames: Sendable {
    private let names: [Address: String]

    /// - Throws: `WalletError`, `SettingsError`
    init(_ desk: WalletDesk, _ network: Network) throws {
        var names: [Address: String] = [:]
        for entry in try desk.accounts.entries() where entry.name != nil { names[entry.address] = entry.label }
        let contacts = try desk.contacts.contacts()
        for contact in contacts where contact.chainID == nil { names[contact.address] = "@\(contact.name)" }
        for contact in contacts where contact.chainID == network.chainID { names[contact.address] = "@\(contact.name)" }
        for token in network.tokens { names[token.address] = token.unit.symbol }
        self.names = names
    }

    subscript(address: Address) -> String? { names[address] }
}
