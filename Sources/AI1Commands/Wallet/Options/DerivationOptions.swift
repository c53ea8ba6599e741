internal import AI1Wallet
package import ArgumentParser

/// Which key of a mnemonic is meant (BIP-32, BIP-44).
package struct DerivationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The account's number: the last part of m/44'/60'/0'/0/0.", valueName: "number"))
    package var index: UInt32?

    @Option(help: ArgumentHelp("The whole derivation path.", valueName: "path"))
    package var path: String?

    @Flag(help: "Ask for the passphrase that some wallets add to the words.")
    package var passphrase = false

    @Option(
        name: .customLong("passphrase-file"),
        help: ArgumentHelp("A file whose first line is that passphrase, readable by you alone.", valueName: "file"),
        completion: .file())
    package var passphraseFile: String?

    package init() {}

    package mutating func validate() throws {
        if index != nil, path != nil { throw ValidationError("--index and --path exclude each other") }
        if passphrase, passphraseFile != nil {
            throw ValidationError("--passphrase and --passphrase-file exclude each other")
        }
    }

    /// Whether any of them was given.
    var isGiven: Bool { index != nil || path != nil || passphrase || passphraseFile != nil }

    /// - Throws: `WalletError` of code `invalidKey`
    func derivationPath() throws -> DerivationPath {
        try path.map { try DerivationPath($0) } ?? DerivationPath.ethereum(account: index ?? 0)
    }

    /// The passphrase; nil without one.
    /// - Throws: as `PasswordSource.ask` and reading a file
    func readPassphrase(_ desk: WalletDesk) throws -> SecretBytes? {
        if let passphraseFile {
            return try PasswordSource.file(desk.path(passphraseFile)).read(desk, question: "")
        }
        guard passphrase else { return nil }
        return try PasswordSource.ask(desk, "Passphrase of the mnemonic:", hint: "add --passphrase-file FILE")
    }
}
