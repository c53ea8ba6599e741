/// An account as it is found: a row of the list, a keystore without one, or both.
package struct AccountEntry: Sendable, Hashable {
    package enum Key: Sendable, Hashable {
        /// In this keystore file; the path is whole.
        case keystore(path: String)
        /// The row names this file, which is not there.
        case missing(path: String)
        /// The key is somewhere else: balances can be seen, nothing can be signed.
        case watchOnly
    }

    /// Its name, or for a keystore that nobody has named the short form of its address.
    package let label: String
    /// Nil for a keystore that nobody has named.
    package let name: WalletName?
    package let address: Address
    package let key: Key
    /// Nil where nobody knows.
    package let derivationPath: String?
    /// In UTC, ISO 8601; empty where nobody knows.
    package let created: String

    init(_ account: Account, key: Key) {
        label = account.name.text
        name = account.name
        address = account.address
        self.key = key
        derivationPath = account.derivationPath
        created = account.created
    }

    /// A keystore that nobody has named, wherever it lies.
    package init(keystoreAt path: String, address: Address) {
        label = address.short
        name = nil
        self.address = address
        key = .keystore(path: path)
        derivationPath = nil
        created = ""
    }

    /// An address whose key is somewhere else.
    package init(elsewhere address: Address) {
        label = address.short
        name = nil
        self.address = address
        key = .watchOnly
        derivationPath = nil
        created = ""
    }

    /// The path of its keystore.
    /// - Throws: `WalletError` of code `locked` for an account that is only watched, `notFound` for a file that is gone
    package func keystorePath() throws(WalletError) -> String {
        switch key {
        case .keystore(let path): return path
        case .missing(let path):
            throw WalletError(
                .notFound, "the keystore of \(label) is gone: \(path)",
                hint: "put it back from a backup, or import the account again")
        case .watchOnly:
            throw WalletError(
                .locked, "\(label) is only watched: its key is not here",
                hint: "import its key, or sign where the key is: ai1 wallet tx sign")
        }
    }
}
