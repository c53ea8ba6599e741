package import AI1Core

/// A name for somebody's address, on one chain or on all.
package struct Contact: Sendable, Hashable {
    package let name: WalletName
    package let address: Address
    /// The chain that it is for (EIP-155); nil for every chain.
    package let chainID: UInt64?
    /// In UTC, ISO 8601 to the second.
    package let created: String

    package init(name: WalletName, address: Address, chainID: UInt64?, created: Timestamp) {
        self.name = name
        self.address = address
        self.chainID = chainID
        self.created = created.utcText
    }

    private init(name: WalletName, address: Address, chainID: UInt64?, created: String) {
        self.name = name
        self.address = address
        self.chainID = chainID
        self.created = created
    }

    /// Reads a row; nil when it is not one.
    init?(_ row: JSONValue) {
        guard let name = try? row["name"]?.string.map(WalletName.init),
            let address = try? row["address"]?.string.map({ try Address($0) })
        else { return nil }
        var chainID: UInt64?
        if let value = row["chain_id"], !value.isNull {
            guard let number = value.number.flatMap({ UInt64($0.text) }), number > 0 else { return nil }
            chainID = number
        }
        self.init(
            name: name, address: address, chainID: chainID,
            created: TerminalCleaner.cleanLine(row["created"]?.string ?? "", limit: 40))
    }

    var row: JSONValue {
        var object: JSONObject = ["name": .string(name.text), "address": .string(address.checksummed)]
        if let chainID { object["chain_id"] = .number(JSONNumber(uncheckedText: String(chainID))) }
        object["created"] = .string(created)
        return .object(object)
    }

    /// The same under another name.
    func renamed(_ name: WalletName) -> Contact {
        Contact(name: name, address: address, chainID: chainID, created: created)
    }
}
