internal import AI1Core
internal import AI1Settings
internal import AI1Wallet

extension WalletDesk {
    /// The account that flags, variables and settings ask for, in this order; the only one where nobody says.
    /// - Throws: `WalletError`, `SettingsError`; `CommandError` of code `usage` when `--from` is another's address
    func account(_ options: WalletAccountOptions) throws -> AccountEntry {
        try account(named: options.account, keystore: options.keystore, from: options.from)
    }

    /// The same of what flags say, each nil where there is none.
    /// - Throws: as above
    func account(named flag: String?, keystore: String? = nil, from sender: String? = nil) throws -> AccountEntry {
        let hasFlag = flag != nil || keystore != nil || sender != nil
        let name = hasFlag ? flag : variable("AI1_WALLET_ACCOUNT") ?? variable("ETH_KEYSTORE_ACCOUNT")
        let file = hasFlag ? keystore : variable("ETH_KEYSTORE")
        let from = try (hasFlag ? sender : variable("ETH_FROM")).map { word in
            word.hasPrefix("0x") ? try Address(word) : try accounts.find(word).address
        }
        let entry: AccountEntry
        if let name {
            entry = try named(name)
        } else if let file {
            entry = try keystoreFile(file)
        } else if let from {
            entry = try accounts.find(from.checksummed)
        } else {
            entry = try standardAccount()
        }
        if let from, from != entry.address {
            throw CommandError(
                .usage, message: "the account \(entry.label) is \(entry.address.short), not \(from.short)",
                hint: hasFlag ? "leave --from out, or name its account" : "unset ETH_FROM, or name its account")
        }
        return entry
    }

    /// An account of this name; where there is none and cast has one, how to take it over.
    private func named(_ name: String) throws -> AccountEntry {
        do {
            return try accounts.find(name)
        } catch let error as WalletError where error.code == .notFound {
            let folder = "~/.foundry/keystores/"
            guard !name.contains("/"), (try? FileContent.read(path(folder + name), limitBytes: 64 << 10)) != nil else {
                throw error
            }
            // The tilde stands outside the quotation marks, where the shell knows it.
            let word = Display.shellWord(name)
            throw WalletError(
                .notFound, error.message, hint: "cast has one: ai1 wallet import \(word) --keystore \(folder)\(word)")
        }
    }

    /// The account of the settings, else the only one.
    /// - Throws: as `account`
    func standardAccount() throws -> AccountEntry {
        if let name = settings.wallet.account?.value { return try accounts.find(name) }
        return try accounts.onlyEntry()
    }

    /// A keystore anywhere on this machine.
    private func keystoreFile(_ name: String) throws -> AccountEntry {
        let path = path(name)
        guard let content = try FileContent.read(path, limitBytes: 64 << 10) else {
            throw CommandError(.inputMissing, message: "there is no file \(Display.path(path))")
        }
        guard let text = (try? JSONParser.parse(content.bytes))?["address"]?.string, let bytes = HexText.decode(text),
            let address = Address(bytes)
        else {
            throw WalletError(
                .invalidKeystore, "\(Display.path(path)) is no keystore that says its address",
                hint: "import it: ai1 wallet import NAME --keystore \(Display.shellWord(name))")
        }
        return AccountEntry(keystoreAt: path, address: address)
    }
}
