internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet show`: one account.
package struct WalletShowCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an account: its address, and where and how its key is kept.",
        discussion: """
            Nothing is unlocked and no network is used.

            Examples:
              ai1 wallet show main
              ai1 wallet show --json | jq -r .account.address
            """)

    @Argument(
        help: "The account, by name or address; the default one when none is named.",
        completion: WalletCompletion.accounts)
    package var name: String?

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let entry = try desk.account(named: name)
        let kdf = try Self.derivation(entry)
        if json {
            guard case .object(var object) = AccountView.json(entry, desk) else { return }
            object["kdf"] = kdf.map { .string($0) } ?? .null
            let whole = JSONValue.object(["v": 1, "account": .object(object)])
            return try context.output.line(whole.text)
        }
        var table = TextTable([.init(""), .init("")])
        table.append([.init("account", .dim), .init(entry.label)])
        table.append([.init("address", .dim), .init(entry.address.checksummed)])
        switch entry.key {
        case .keystore(let path): table.append([.init("keystore", .dim), .init(path)])
        case .missing(let path): table.append([.init("keystore", .dim), .init("gone: \(path)", .red)])
        case .watchOnly: table.append([.init("key", .dim), "elsewhere: this account is only watched"])
        }
        if let path = entry.derivationPath { table.append([.init("path", .dim), .init(path)]) }
        if let kdf { table.append([.init("kdf", .dim), .init(kdf)]) }
        if !entry.created.isEmpty { table.append([.init("created", .dim), .init(entry.created)]) }
        try context.output.show(table, desk.outputFacts)
    }

    /// How the password becomes the key of the file: `scrypt, n 262144, r 8, p 1`. Nil where there is no file.
    private static func derivation(_ entry: AccountEntry) throws -> String? {
        guard case .keystore(let path) = entry.key, let content = try FileContent.read(path, limitBytes: 64 << 10),
            let document = try? JSONParser.parse(content.bytes),
            let crypto = document["crypto"] ?? document["Crypto"], let name = crypto["kdf"]?.string
        else { return nil }
        let numbers = ["n", "r", "p", "c"].compactMap { member in
            crypto["kdfparams"]?[member]?.number.map { ", \(member) \($0.text)" }
        }
        return TerminalCleaner.cleanLine(name + numbers.joined(), limit: 120)
    }
}
