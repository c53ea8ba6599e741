internal import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The accounts of this user: a list of names in `accounts.json`, keys in keystore files beside it.
///
/// A key is what matters: its file is written before its row and outlives it, so that whatever is interrupted leaves a key
/// that is listed by its address.
package struct AccountBook: Sendable {
    /// No person has more.
    package static let maximumAccounts = 10_000

    /// `$XDG_DATA_HOME/ai1/wallet`.
    package let folder: String

    /// - Parameter folder: the wallet's folder; made when something is first written
    package init(folder: String) { self.folder = folder }

    package var keystoreFolder: String { Paths.join(folder, "keystores") }
    /// Where removed keystores go.
    package var removedFolder: String { Paths.join(folder, "removed") }

    private var file: WalletFile {
        WalletFile(path: Paths.join(folder, "accounts.json"), title: "list of accounts")
    }

    /// Every account: those with a name by their names, then keystores that nobody has named.
    /// - Throws: `WalletError` of code `malformed` when the list is damaged; `SettingsError`
    package func entries() throws -> [AccountEntry] {
        let accounts = try rows()
        var entries = accounts.sorted { $0.name < $1.name }.map { entry($0) }
        let named = Set(accounts.compactMap(\.keystore).map { Paths.join(keystoreFolder, $0) })
        for file in try KeystoreFile.list(keystoreFolder) where !named.contains(file.path) {
            // A keystore that keeps its address to itself can be imported; here nobody could ask for it.
            guard let address = file.address else { continue }
            entries.append(AccountEntry(keystoreAt: file.path, address: address))
        }
        return entries
    }

    /// The account of a name or address. Of several with one address, one with a key comes first.
    /// - Throws: `WalletError` of code `notFound` with names that are near; as `entries`
    package func find(_ text: String) throws -> AccountEntry {
        let all = try entries()
        if text.hasPrefix("0x") {
            let address = try Address(text)
            let found = all.filter { $0.address == address }
            if let entry = found.first(where: { if case .keystore = $0.key { true } else { false } }) ?? found.first {
                return entry
            }
            throw WalletError(.notFound, "no account has the address \(address.short)", hint: "ai1 wallet list")
        }
        if let entry = all.first(where: { $0.name?.text == text }) { return entry }
        let near = Suggestions.near(text, among: all.compactMap { $0.name?.text })
        throw WalletError(
            .notFound, "there is no account \(Display.name(text))",
            hint: near.isEmpty ? "ai1 wallet list" : "did you mean \(near.joined(separator: ", "))?")
    }

    /// The account that is meant when none is named: the only one.
    /// - Throws: `WalletError` of code `notFound` when there is none or more than one; as `entries`
    package func onlyEntry() throws -> AccountEntry {
        let all = try entries()
        guard let first = all.first else {
            throw WalletError(.notFound, "there is no account", hint: "for one: ai1 wallet create NAME")
        }
        guard all.count == 1 else {
            throw WalletError(
                .notFound, "which of \(all.count) accounts is meant is not clear",
                hint:
                    "name it, or say which is meant from now on: ai1 wallet use \(first.name?.text ?? first.address.checksummed)"
            )
        }
        return first
    }

    /// Refuses a name that is taken, before work is done for it.
    /// - Throws: `WalletError` of code `exists`; as `entries`
    package func checkFree(_ name: WalletName) throws {
        if try rows().contains(where: { Self.isSame($0.name, name) }) { throw Self.taken(name) }
    }

    /// Adds an account while nobody else changes the list.
    /// - Parameter store: writes the keystore, if there is one, and tells the account; called under the lock when the name is
    ///   known to be free
    /// - Throws: `WalletError` of code `exists` when the name is taken; what `store` throws; `SettingsError`
    @discardableResult
    package func add(_ name: WalletName, _ store: () throws -> Account) throws -> AccountEntry {
        try file.locked {
            var accounts = try rows()
            guard !accounts.contains(where: { Self.isSame($0.name, name) }) else { throw Self.taken(name) }
            guard accounts.count < Self.maximumAccounts else {
                throw WalletError(.cannotCreate, "there are \(accounts.count) accounts already", hint: "remove some")
            }
            let account = try store()
            accounts.append(account)
            try write(accounts)
            return entry(account)
        }
    }

    /// Changes the file of a keystore while nobody else changes the list or a keystore.
    /// - Throws: `SettingsError` of code `locked` and others; what `body` throws
    package func changing<Value>(_ body: () throws -> Value) throws -> Value { try file.locked(body) }

    /// Takes an account off the list, and its keystore into the folder of removed ones or out of existence.
    /// - Returns: where the keystore is now; nil when it is destroyed or there was none
    /// - Throws: `WalletError`, `SettingsError`
    package func remove(_ entry: AccountEntry, destroying: Bool) throws -> String? {
        try file.locked {
            var accounts = try rows()
            accounts.removeAll { $0.name == entry.name }
            var place: String?
            if case .keystore(let path) = entry.key {
                let others = accounts.contains { account in
                    account.keystore.map { Paths.join(keystoreFolder, $0) } == path
                }
                if !others { place = try RemovedKeystore.remove(path, to: removedFolder, destroying: destroying) }
            }
            // The row goes last: a keystore that is gone with its row still there is told, the reverse would be listed anew.
            if entry.name != nil { try write(accounts) }
            return place
        }
    }

    // MARK: The file

    private func rows() throws -> [Account] {
        guard let rows = try file.read("accounts") else { return [] }
        guard rows.count <= Self.maximumAccounts else { throw file.damaged() }
        var names: Set<String> = []
        return try rows.map { row in
            guard let account = Account(row), names.insert(account.name.text.lowercased()).inserted else {
                throw file.damaged()
            }
            return account
        }
    }

    private func write(_ accounts: [Account]) throws { try file.write("accounts", accounts.map(\.row)) }

    private func entry(_ account: Account) -> AccountEntry {
        let key: AccountEntry.Key =
            account.keystore.map { name in
                let path = Paths.join(keystoreFolder, name)
                return access(path, F_OK) == 0 ? .keystore(path: path) : .missing(path: path)
            } ?? .watchOnly
        return AccountEntry(account, key: key)
    }

    /// Names that differ in their case alone are too much alike.
    private static func isSame(_ left: WalletName, _ right: WalletName) -> Bool {
        left.text.lowercased() == right.text.lowercased()
    }

    private static func taken(_ name: WalletName) -> WalletError {
        WalletError(.exists, "there is an account \(name) already", hint: "choose another name; see: ai1 wallet list")
    }
}
