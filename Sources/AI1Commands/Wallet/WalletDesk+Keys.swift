internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Wallet

extension WalletDesk {
    /// How often a password that was typed wrongly is asked for again.
    private static let maximumTries = 3
    /// The shortest password that is taken from a person, in octets.
    static let minimumPasswordBytes = 8

    /// What is known about the three standard streams.
    var terminalFacts: TerminalFacts {
        TerminalFacts(
            standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: outputFacts,
            standardError: errorFacts)
    }

    /// Where flags, variables and settings say that a password comes from, in this order.
    func passwordSource(_ options: WalletPasswordOptions) -> PasswordSource {
        if let file = options.file { return .file(path(file)) }
        if let command = options.command { return .command(command) }
        if let file = variable("AI1_WALLET_PASSWORD_FILE") ?? variable("ETH_PASSWORD") { return .file(path(file)) }
        if let command = settings.wallet.passwordCommand?.value { return .command(command) }
        return .prompt
    }

    /// Opens the keystore of an account. A password that was typed wrongly is asked for again.
    /// - Throws: `WalletError`: `locked` (only watched, or nobody can be asked), `notFound`, `wrongPassword`, `tampered`,
    ///   `invalidKeystore`, `selfTest`; what reading the password throws
    func unlock(_ entry: AccountEntry, _ options: WalletPasswordOptions) throws -> PrivateKey {
        try open(KeystoreFile(entry), label: entry.label, options).key
    }

    /// Opens a keystore, and tells the password that did it, for keeping the key under the same one.
    /// - Throws: as `unlock`
    func open(
        _ file: KeystoreFile, label: String, _ options: WalletPasswordOptions
    ) throws -> (key: PrivateKey, password: SecretBytes, keystore: Keystore) {
        ProcessHardening.apply()
        try SelfTest.run()
        // A file that is damaged is told before somebody types a password for it.
        let keystore = try KeystoreFile.read(file.path)
        let source = passwordSource(options)
        let name = TerminalCleaner.cleanLine(label, limit: 60)
        for attempt in 1... {
            let password = try source.read(self, question: "Password of \(name):")
            do {
                let key = try keystore.unlock(password: password)
                guard file.address == nil || file.address == key.address else {
                    throw WalletError(.tampered, "the keystore of \(name) holds the key of another address")
                }
                return (key, password, keystore)
            } catch let error as WalletError where error.code == .wrongPassword {
                guard source == .prompt, attempt < Self.maximumTries else { throw error }
                try context.errors.line("that does not open it, try again")
            }
        }
        throw WalletError(.wrongPassword, "the password does not open the keystore")
    }

    /// A password for a new keystore: asked for twice on the terminal, or read once from where the options say.
    /// - Parameter label: what it is for
    /// - Throws: `CommandError` of code `declined` when a person gives none that can be used; what reading throws
    func newPassword(_ source: PasswordSource, label: String) throws -> SecretBytes {
        ProcessHardening.apply()
        let name = TerminalCleaner.cleanLine(label, limit: 60)
        guard source == .prompt else {
            let password = try source.read(self, question: "")
            if password.count == 0 {
                warn("the password is empty: whoever can read the keystore has the key")
            } else if password.count < Self.minimumPasswordBytes {
                warn("the password is shorter than \(Self.minimumPasswordBytes) octets")
            }
            return password
        }
        for _ in 1...Self.maximumTries {
            let first = try PasswordSource.ask(self, "New password for \(name):")
            guard first.count >= Self.minimumPasswordBytes else {
                try context.errors.line("a password has at least \(Self.minimumPasswordBytes) octets")
                continue
            }
            if first.matches(try PasswordSource.ask(self, "The same again:")) { return first }
            try context.errors.line("the two are not the same")
        }
        throw CommandError(
            .declined, message: "no password was set",
            hint: "an empty or short one can be given by --password-file alone")
    }

    /// What opening a new keystore will cost, as the settings say.
    /// - Throws: `WalletError`
    func scryptCost() throws -> ScryptCost {
        try ScryptCost(n: 1 << UInt64(settings.wallet.scryptCost.value), r: 8, p: 1)
    }

    /// Puts a key under a password into a new keystore file, and its name on the list. The key comes first: whatever is
    /// interrupted then is listed by its address.
    /// - Throws: `WalletError` of code `exists`, `cannotCreate`, `system`; `SettingsError`
    func store(
        _ key: PrivateKey, as name: WalletName, password: SecretBytes, path: DerivationPath? = nil
    ) throws -> AccountEntry {
        // Sealing takes a second: it is done before the lock is held.
        let keystore = try Keystore.seal(key: key, password: password, cost: scryptCost())
        return try accounts.add(name) {
            KeystoreFile.sweep(accounts.keystoreFolder)
            let file = try KeystoreFile.create(keystore, in: accounts.keystoreFolder)
            return Account(
                name: name, address: key.address, keystore: file.path.split(separator: "/").last.map(String.init),
                derivationPath: path?.description, created: context.clock.now)
        }
    }
}
