internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet create`: a new account.
package struct WalletCreateCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Create an account.",
        discussion: """
            The words that the account can be brought back from are shown once, on a terminal, and erased; the key goes into \
            a keystore under a password and is never shown. Without a terminal there are no words: --no-mnemonic makes a key \
            from randomness alone, and its keystore is all there is to keep.

            Examples:
              ai1 wallet create main
              ai1 wallet create bot --no-mnemonic --password-file ~/.bot-password
            """)

    @Argument(help: "Its name: letters, digits, - _ and . ; without one, main or the next that is free.")
    package var name: String?

    @Option(help: ArgumentHelp("How many words: 12, 15, 18, 21 or 24.", valueName: "count"))
    package var words = 12

    @Flag(name: .customLong("no-mnemonic"), help: "Make a key without words.")
    package var isWithoutMnemonic = false

    @OptionGroup package var password: WalletPasswordOptions

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package mutating func validate() throws {
        guard Mnemonic.wordCounts.contains(words) else {
            throw ValidationError("--words must be 12, 15, 18, 21 or 24")
        }
    }

    package func run(_ context: CommandContext) async throws {
        ProcessHardening.apply()
        let desk = try WalletDesk(context)
        let name = try name.map { try WalletName($0) } ?? Self.freeName(desk)
        try desk.accounts.checkFree(name)
        if !isWithoutMnemonic, !context.isInteractive {
            throw CommandError(
                .usage, message: "a mnemonic is shown on a terminal alone, and there is none",
                hint: "add --no-mnemonic for a key without words")
        }
        try SelfTest.run()
        let password = try desk.newPassword(desk.passwordSource(password), label: name.text)
        let entry: AccountEntry
        if isWithoutMnemonic {
            entry = try desk.store(PrivateKey.random(), as: name, password: password)
        } else {
            let mnemonic = try Mnemonic.generate(words: words)
            try MnemonicScreen().show(mnemonic)
            let path = try DerivationPath.ethereum(account: 0)
            entry = try desk.store(mnemonic.key(at: path), as: name, password: password, path: path)
        }
        try AccountView.tellNew(entry, "created", json: json, desk)
    }

    /// `main`, `main-2` and so on.
    private static func freeName(_ desk: WalletDesk) throws -> WalletName {
        let taken = Set(try desk.accounts.entries().compactMap { $0.name?.text.lowercased() })
        for number in 1...AccountBook.maximumAccounts + 1 {
            let text = number == 1 ? "main" : "main-\(number)"
            if !taken.contains(text) { return try WalletName(text) }
        }
        throw CommandError(.usage, message: "a name is needed")
    }
}
