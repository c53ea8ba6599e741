internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Wallet

/// Accounts as lines and as JSON.
enum AccountView {
    static func table(_ entries: [AccountEntry], _ desk: WalletDesk) -> TextTable {
        var table = TextTable([.init("account"), .init("address"), .init("key", canShrink: true)])
        for entry in entries {
            table.append([
                .init(entry.label), .init(desk.shown(entry.address)),
                .init(words(entry) + (isStandard(entry, desk) ? ", default" : ""), mark(entry)),
            ])
        }
        return table
    }

    static func json(_ entry: AccountEntry, _ desk: WalletDesk) -> JSONValue {
        var object: JSONObject = [
            "name": entry.name.map { .string($0.text) } ?? .null, "address": .string(entry.address.checksummed),
            "kind": .string(kind(entry)),
        ]
        switch entry.key {
        case .keystore(let path), .missing(let path): object["keystore"] = .string(path)
        case .watchOnly: object["keystore"] = .null
        }
        object["path"] = entry.derivationPath.map { .string($0) } ?? .null
        object["created"] = entry.created.isEmpty ? .null : .string(entry.created)
        object["default"] = .bool(isStandard(entry, desk))
        return .object(object)
    }

    /// Tells of a new account: its address on standard output.
    /// - Throws: `CommandError` of a failed write
    static func tellNew(_ entry: AccountEntry, _ verb: String, json isJSON: Bool, _ desk: WalletDesk) throws {
        if isJSON {
            let object: JSONValue = ["v": 1, "account": json(entry, desk)]
            return try desk.context.output.line(object.text)
        }
        try desk.context.output.line(entry.address.checksummed)
        if desk.errorFacts.isTerminal { try desk.context.errors.line(desk.errorStyle.dim("\(verb) \(entry.label)")) }
    }

    /// `keystore`, `missing` or `watch`.
    static func kind(_ entry: AccountEntry) -> String {
        switch entry.key {
        case .keystore: "keystore"
        case .missing: "missing"
        case .watchOnly: "watch"
        }
    }

    private static func words(_ entry: AccountEntry) -> String {
        switch entry.key {
        case .keystore: entry.derivationPath ?? "keystore"
        case .missing: "keystore is gone"
        case .watchOnly: "watched only"
        }
    }

    private static func mark(_ entry: AccountEntry) -> Style.Mark {
        switch entry.key {
        case .keystore, .watchOnly: .dim
        case .missing: .red
        }
    }

    private static func isStandard(_ entry: AccountEntry, _ desk: WalletDesk) -> Bool {
        guard let name = desk.settings.wallet.account?.value else { return false }
        return name == entry.name?.text || name == entry.address.checksummed
    }
}
