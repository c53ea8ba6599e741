internal import AI1Chain
internal import AI1Core
internal import AI1Wallet
package import ArgumentParser

/// What a transaction is to do, said part by part.
package struct BuildOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Whom it calls or pays: @name, an address, an account.", valueName: "address"),
        completion: WalletCompletion.people)
    package var to: String?

    @Option(help: ArgumentHelp("The coin that goes along, such as 0.1eth.", valueName: "amount"))
    package var value: String?

    @Option(help: ArgumentHelp("The data of the call: 0x and hexadecimal digits.", valueName: "hex"))
    package var data: String?

    @Option(
        help: ArgumentHelp(
            "The function to call, such as 'transfer(address,uint256)'; its arguments follow as words.",
            valueName: "signature"))
    package var call: String?

    @Option(help: ArgumentHelp("Create a contract from this code: 0x and hexadecimal digits.", valueName: "hex"))
    package var create: String?

    package init() {}

    package func validate() throws {
        if [data, call, create].compactMap({ $0 }).count > 1 {
            throw ValidationError("--data, --call and --create exclude each other")
        }
        if create != nil, to != nil { throw ValidationError("--create makes a contract: leave out --to") }
        if call != nil, to == nil { throw ValidationError("--call needs --to") }
    }

    private var isEmpty: Bool { to == nil && value == nil && data == nil && call == nil && create == nil }

    /// What the options and words come to.
    /// - Throws: `CommandError` of code `usage`; `WalletError`
    func order(_ words: [String], _ desk: WalletDesk, _ network: Network) throws -> TransactionOrder {
        if isEmpty { return try transfer(words, desk, network) }
        guard call != nil || words.isEmpty else {
            throw CommandError(
                .usage, message: "'\(TerminalCleaner.cleanLine(words[0], limit: 60))' is one word too many",
                hint: "arguments need --call 'function(types)'")
        }
        let raw = try value.map { try UnitAmount(parsing: $0).wei() } ?? .zero
        let amount = raw.isZero ? nil : (asset: network.coin, raw: raw)
        if let create {
            return TransactionOrder(
                verb: "Deploy", to: nil, value: raw, data: try Self.octets(create, "--create"), amount: amount)
        }
        guard let to else {
            throw CommandError(
                .usage, message: "nobody was named whom it calls or pays", hint: "add --to ADDRESS")
        }
        let party = try Counterparty(to, desk, chainID: network.chainID)
        var octets = try data.map { try Self.octets($0, "--data") } ?? []
        if let call {
            let texts = try words.map { word in
                // A contact stands for its address.
                guard word.hasPrefix("@") else { return word }
                return try Counterparty(word, desk, chainID: network.chainID).address.checksummed
            }
            octets = try ABIFunction(parsing: call).encodeCall(texts: texts)
        }
        let token = network.tokens.first { $0.address == party.address }
        return TransactionOrder(
            verb: octets.isEmpty ? "Send" : "Call", to: party.address, value: raw, data: octets, amount: amount,
            party: party, token: token)
    }

    private func transfer(_ words: [String], _ desk: WalletDesk, _ network: Network) throws -> TransactionOrder {
        let amount = try AmountWords(words)
        guard amount.rest.count == 1 else {
            throw CommandError(
                .usage, message: amount.rest.isEmpty ? "nobody was named who is to get it" : "too many words",
                hint: "ai1 wallet tx build 25 AI1NET @savings, or --to ADDRESS --call 'function(types)' ARGUMENTS")
        }
        let (asset, raw) = try network.amount(amount)
        let party = try Counterparty(amount.rest[0], desk, chainID: network.chainID)
        return try .transfer(asset, raw, to: party, on: network)
    }

    private static func octets(_ text: String, _ flag: String) throws -> [UInt8] {
        guard text.hasPrefix("0x"), let octets = HexText.decode(text) else {
            throw CommandError(.usage, message: "\(flag) needs 0x and hexadecimal digits, two an octet")
        }
        return octets
    }
}
