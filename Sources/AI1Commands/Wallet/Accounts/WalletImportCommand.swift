internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet import`: an account that exists already.
package struct WalletImportCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a mnemonic, a private key, a keystore file, or an address to watch.",
        discussion: """
            The secret is asked for without being shown, or read from --file; it is never an argument, which every program on \
            this machine could read. Without --mnemonic or --private-key several words are a mnemonic and one is a key. An \
            imported keystore is opened once, and its key kept under the same password.

            Examples:
              ai1 wallet import main
              ai1 wallet import second --mnemonic --index 1
              ai1 wallet import old --keystore ~/.foundry/keystores/deployer
              pass show eth/key | ai1 wallet import bot --file - --password-file ~/.pw
              ai1 wallet import cold --watch 0x70997970C51812dc3A010C7d01b50e0d17dc79C8
            """)

    @Argument(help: "Its name: letters, digits, - _ and .")
    package var name: String

    @Flag(help: "The secret is a mnemonic: 12, 15, 18, 21 or 24 words.")
    package var mnemonic = false

    @Flag(name: .customLong("private-key"), help: "The secret is a private key: 64 hexadecimal digits.")
    package var privateKey = false

    @Option(help: ArgumentHelp("Import this keystore file.", valueName: "file"), completion: .file())
    package var keystore: String?

    @Option(help: ArgumentHelp("Watch this address: its key is somewhere else.", valueName: "address"))
    package var watch: String?

    @Option(
        help: ArgumentHelp(
            "Read the secret from this file, readable by you alone; - for standard input.", valueName: "file"),
        completion: .file())
    package var file: String?

    @OptionGroup package var derivation: DerivationOptions
    @OptionGroup package var password: WalletPasswordOptions

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package mutating func validate() throws {
        let kinds = [mnemonic, privateKey, keystore != nil, watch != nil].count { $0 }
        guard kinds <= 1 else {
            throw ValidationError("--mnemonic, --private-key, --keystore and --watch exclude each other")
        }
        if file != nil, keystore != nil || watch != nil {
            throw ValidationError("--file is for a mnemonic or a private key")
        }
        if derivation.isGiven, privateKey || keystore != nil || watch != nil {
            throw ValidationError("--index, --path and --passphrase are for a mnemonic")
        }
    }

    package func run(_ context: CommandContext) async throws {
        ProcessHardening.apply()
        let desk = try WalletDesk(context)
        let name = try WalletName(name)
        try desk.accounts.checkFree(name)
        let entry: AccountEntry
        if let watch {
            let address = try Address(watch)
            desk.warn(of: try desk.lookAlikes(of: address), address)
            entry = try desk.accounts.add(name) {
                Account(name: name, address: address, keystore: nil, created: context.clock.now)
            }
        } else {
            try SelfTest.run()
            entry = try keystore.map { try keepKeystore($0, as: name, desk) } ?? keepSecret(as: name, desk)
        }
        let others = try desk.accounts.entries().filter { $0.address == entry.address && $0.name != name }
        if let other = others.first { desk.warn("\(other.label) is the same account") }
        try AccountView.tellNew(entry, "imported", json: json, desk)
    }

    /// A keystore that others wrote: opened, and its key kept under its own password in a file as ai1 writes them.
    private func keepKeystore(_ file: String, as name: WalletName, _ desk: WalletDesk) throws -> AccountEntry {
        let opened = try desk.open(
            KeystoreFile(at: desk.path(file)), label: file.split(separator: "/").last.map(String.init) ?? file, password
        )
        return try desk.store(opened.key, as: name, password: opened.password)
    }

    private func keepSecret(as name: WalletName, _ desk: WalletDesk) throws -> AccountEntry {
        let secret = try readSecret(desk)
        guard mnemonic || !privateKey && secret.hasSeveralWords else {
            if derivation.isGiven {
                throw CommandError(.usage, message: "--index, --path and --passphrase are for a mnemonic")
            }
            let key = try PrivateKey(hex: secret)
            return try desk.store(key, as: name, password: newPassword(desk, name))
        }
        let words = try Mnemonic(parsing: secret)
        let path = try derivation.derivationPath()
        let key = try words.key(at: path, passphrase: derivation.readPassphrase(desk))
        if desk.errorFacts.isTerminal { try desk.context.errors.line("\(path) is \(key.address.checksummed)") }
        return try desk.store(key, as: name, password: newPassword(desk, name), path: path)
    }

    private func newPassword(_ desk: WalletDesk, _ name: WalletName) throws -> SecretBytes {
        try desk.newPassword(desk.passwordSource(password), label: name.text)
    }

    private func readSecret(_ desk: WalletDesk) throws -> SecretBytes {
        switch file {
        case "-"?: return try SecretInput.read(descriptor: desk.context.input)
        case let file?:
            return try SecretInput.opening(privateFile: desk.path(file), role: "the file") { descriptor in
                try SecretInput.read(descriptor: descriptor)
            }
        case nil:
            let what = mnemonic ? "Mnemonic" : privateKey ? "Private key" : "Mnemonic or private key"
            return try PasswordSource.ask(
                desk, "\(what) (not shown):", hint: "add --file FILE, or --file - for standard input")
        }
    }
}

extension SecretBytes {
    /// Whether there is white space between other octets.
    fileprivate var hasSeveralWords: Bool {
        withBytes { bytes in
            var words = 0
            var isInWord = false
            for byte in bytes {
                let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
                if !isBlank, !isInWord { words += 1 }
                isInWord = !isBlank
            }
            return words > 1
        }
    }
}
