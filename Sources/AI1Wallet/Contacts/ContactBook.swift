internal import AI1Core
internal import AI1Settings

/// The address book: `@name` for an address, for every chain or for one.
package struct ContactBook: Sendable {
    /// No person has more.
    package static let maximumContacts = 10_000

    private let file: WalletFile

    /// - Parameter folder: the wallet's folder; made when something is first written
    package init(folder: String) {
        file = WalletFile(path: Paths.join(folder, "contacts.json"), title: "list of contacts")
    }

    /// Every contact, by name.
    /// - Throws: `WalletError` of code `malformed` when the list is damaged; `SettingsError`
    package func contacts() throws -> [Contact] {
        try rows().sorted { ($0.name, $0.chainID ?? 0) < ($1.name, $1.chainID ?? 0) }
    }

    /// The contact of a name on a chain: the one for that chain, else the one for all.
    /// - Parameter name: with or without `@`
    /// - Throws: `WalletError` of code `notFound` with names that are near, or the chains that the name is for
    package func find(_ name: String, chainID: UInt64) throws -> Contact {
        let name = name.hasPrefix("@") ? String(name.dropFirst()) : name
        let all = try rows()
        let found = all.filter { $0.name.text == name }
        if let contact = found.first(where: { $0.chainID == chainID }) ?? found.first(where: { $0.chainID == nil }) {
            return contact
        }
        if !found.isEmpty {
            let chains = found.compactMap(\.chainID).map(String.init).joined(separator: ", ")
            throw WalletError(
                .notFound,
                "@\(Display.name(name)) is no contact on chain \(chainID): its address is for chain \(chains)",
                hint: "ai1 wallet contacts add \(Display.name(name)) ADDRESS --network NETWORK")
        }
        let near = Suggestions.near(name, among: all.map(\.name.text))
        throw WalletError(
            .notFound, "there is no contact @\(Display.name(name))",
            hint: near.isEmpty ? "ai1 wallet contacts list" : "did you mean @\(near.joined(separator: ", @"))?")
    }

    /// Who has an address on a chain.
    /// - Throws: as `contacts`
    package func named(_ address: Address, chainID: UInt64) throws -> Contact? {
        let found = try rows().filter { $0.address == address && ($0.chainID == nil || $0.chainID == chainID) }
        return found.first { $0.chainID == chainID } ?? found.first
    }

    /// Adds a contact, or gives an address for one more chain to one.
    /// - Throws: `WalletError` of code `exists` when the name has an address there already; `SettingsError`
    package func add(_ contact: Contact) throws {
        try change { rows in
            if rows.contains(where: { Self.isSame($0.name, contact.name) && $0.chainID == contact.chainID }) {
                throw WalletError(
                    .exists, "there is a contact @\(contact.name) already",
                    hint: "remove it first: ai1 wallet contacts remove \(contact.name)")
            }
            // The same name in another case would be another contact that looks like this one.
            if rows.contains(where: { Self.isSame($0.name, contact.name) && $0.name != contact.name }) {
                throw WalletError(.exists, "there is a contact whose name differs in its case alone")
            }
            guard rows.count < Self.maximumContacts else {
                throw WalletError(.cannotCreate, "there are \(rows.count) contacts already", hint: "remove some")
            }
            rows.append(contact)
        }
    }

    /// Removes a contact.
    /// - Parameter chainID: of which chain; nil removes all its addresses
    /// - Returns: how many addresses it had
    /// - Throws: `WalletError` of code `notFound`; `SettingsError`
    @discardableResult
    package func remove(_ name: WalletName, chainID: UInt64?) throws -> Int {
        try change { rows in
            let before = rows.count
            rows.removeAll { $0.name == name && (chainID == nil || $0.chainID == chainID) }
            guard rows.count < before else { throw Self.missing(name) }
            return before - rows.count
        }
    }

    /// Gives a contact another name, on all its chains.
    /// - Throws: `WalletError` of code `notFound` or `exists`; `SettingsError`
    package func rename(_ name: WalletName, to newName: WalletName) throws {
        try change { rows in
            guard rows.contains(where: { $0.name == name }) else { throw Self.missing(name) }
            guard !rows.contains(where: { $0.name != name && Self.isSame($0.name, newName) }) else {
                throw WalletError(.exists, "there is a contact @\(newName) already", hint: "choose another name")
            }
            rows = rows.map { $0.name == name ? $0.renamed(newName) : $0 }
        }
    }

    private func change<Value>(_ edit: (inout [Contact]) throws -> Value) throws -> Value {
        try file.locked {
            var rows = try rows()
            let value = try edit(&rows)
            try file.write("contacts", rows.map(\.row))
            return value
        }
    }

    private func rows() throws -> [Contact] {
        guard let rows = try file.read("contacts") else { return [] }
        guard rows.count <= Self.maximumContacts else { throw file.damaged() }
        // Of two addresses for one name on one chain nobody can say which is meant.
        var places: Set<String> = []
        return try rows.map { row in
            guard let contact = Contact(row),
                places.insert("\(contact.name.text.lowercased()) \(contact.chainID ?? 0)").inserted
            else { throw file.damaged() }
            return contact
        }
    }

    private static func isSame(_ left: WalletName, _ right: WalletName) -> Bool {
        left.text.lowercased() == right.text.lowercased()
    }

    private static func missing(_ name: WalletName) -> WalletError {
        WalletError(.notFound, "there is no contact @\(name)", hint: "ai1 wallet contacts list")
    }
}
