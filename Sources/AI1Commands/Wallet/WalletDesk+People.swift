internal import AI1Core
internal import AI1Wallet

/// To whom something goes.
struct Recipient: Sendable {
    let address: Address
    /// `@savings`, the name of an account of the user's, or nil for an address that nobody has named.
    let label: String?
    /// Whom its address resembles without being it.
    let lookAlikes: [LookAlike]
}

extension WalletDesk {
    /// Whom `@name` or an address means on a chain. `@name` is a contact, or else an account of the user's own.
    /// - Throws: `WalletError`: `notFound`, `malformed`, `checksum`
    func recipient(_ text: String, chainID: UInt64) throws -> Recipient {
        if text.hasPrefix("@") {
            let name = String(text.dropFirst())
            do {
                let contact = try contacts.find(name, chainID: chainID)
                return Recipient(address: contact.address, label: "@\(contact.name)", lookAlikes: [])
            } catch let error as WalletError where error.code == .notFound {
                guard let own = try accounts.entries().first(where: { $0.name?.text == name }) else { throw error }
                return Recipient(address: own.address, label: own.label, lookAlikes: [])
            }
        }
        let address = try Address(text)
        return Recipient(
            address: address, label: try label(of: address, chainID: chainID), lookAlikes: try lookAlikes(of: address))
    }

    /// The name that a person knows an address by on a chain; nil for none.
    /// - Throws: `WalletError`, `SettingsError`
    func label(of address: Address, chainID: UInt64) throws -> String? {
        if let contact = try contacts.named(address, chainID: chainID) { return "@\(contact.name)" }
        return try accounts.entries().first { $0.address == address && $0.name != nil }?.label
    }

    /// The contacts and own accounts that an address resembles without being one of them.
    /// - Throws: `WalletError`, `SettingsError`
    func lookAlikes(of address: Address) throws -> [LookAlike] {
        let people = try contacts.contacts().map { (label: "@\($0.name)", address: $0.address) }
        let own = try accounts.entries().map { (label: $0.label, address: $0.address) }
        return LookAlike.find(address, among: people + own)
    }

    /// Warns of the addresses that one resembles.
    func warn(of lookAlikes: [LookAlike], _ address: Address) {
        for alike in lookAlikes {
            warn(
                "\(address.checksummed) looks like \(alike.label) (\(alike.address.checksummed)) and is another address: "
                    + "such addresses are made to be copied by mistake")
        }
    }
}
