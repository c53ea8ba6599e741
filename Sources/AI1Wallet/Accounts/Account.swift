package import AI1Core

/// A row of the list of accounts: a name for an address, and where its key is.
package struct Account: Sendable, Hashable {
    package let name: WalletName
    package let address: Address
    /// The name of its file in the folder of keystores; nil for an account that is only watched.
    package let keystore: String?
    /// `m/44'/60'/0'/0/0` for one that comes from a mnemonic; nil where nobody knows.
    package let derivationPath: String?
    /// In UTC, ISO 8601 to the second.
    package let created: String

    package init(
        name: WalletName, address: Address, keystore: String?, derivationPath: String? = nil, created: Timestamp
    ) {
        self.name = name
        self.address = address
        self.keystore = keystore
        self.derivationPath = derivationPath
        self.created = created.utcText
    }

    /// Reads a row; nil when it is not one.
    init?(_ row: JSONValue) {
        guard let name = try? row["name"]?.string.map(WalletName.init),
            let address = try? row["address"]?.string.map({ try Address($0) })
        else { return nil }
        let file = row["keystore"]?.string
        // A path in its place could lead anywhere.
        if let file, !Self.isFileName(file) { return nil }
        self.name = name
        self.address = address
        keystore = file
        derivationPath = row["path"]?.string.map { TerminalCleaner.cleanLine($0, limit: 120) }
        created = TerminalCleaner.cleanLine(row["created"]?.string ?? "", limit: 40)
    }

    /// Whether a text is the name of a file in the folder of keystores, and of none outside of it.
    static func isFileName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255 && !text.hasPrefix(".")
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    }

    var row: JSONValue {
        var object: JSONObject = ["name": .string(name.text), "address": .string(address.checksummed)]
        if let keystore { object["keystore"] = .string(keystore) }
        if let derivationPath { object["path"] = .string(derivationPath) }
        object["created"] = .string(created)
        return .object(object)
    }
}
