extension KeystoreFile {
    /// The keystore of an account.
    /// - Throws: `WalletError` of code `locked` for an account that is only watched, `notFound` for a file that is gone
    package init(_ entry: AccountEntry) throws(WalletError) {
        self.init(path: try entry.keystorePath(), address: entry.address)
    }

    /// A file anywhere, of which only its content tells whose key it holds.
    package init(at path: String) { self.init(path: path, address: nil) }
}
