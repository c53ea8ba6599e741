internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet networks token add`: pins a token's address and decimals.
package struct WalletNetworksTokenAddCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Ask a token for its symbol and decimals, and pin them.",
        discussion: """
            The decimals are read once, shown, and kept in the settings: a node that says otherwise later is refused.

            Examples:
              ai1 wallet networks token add base 0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913
              ai1 wallet networks token add local --symbol TOKEN \\
                0x5FbDB2315678afecb367f032d93F642f64180aa3
            """)

    @Argument(help: "The network.", completion: WalletCompletion.networks)
    package var network: String

    @Argument(help: "The address of the token's contract.")
    package var address: String

    @Option(help: ArgumentHelp("What to call it, in place of the symbol that the contract tells.", valueName: "symbol"))
    package var symbol: String?

    @Option(
        name: .customLong("rpc-url"),
        help: ArgumentHelp("A JSON-RPC endpoint in place of the network's own.", valueName: "url"))
    package var rpcURLs: [String] = []

    @Flag(name: .shortAndLong, help: "Do not ask.")
    package var yes = false

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let address = try Address(address)
        var options = NetworkOptions()
        options.network = network
        options.rpcURLs = rpcURLs
        options.chain = nil
        let chain = try ChainDesk(context, options)
        let told = try await TokenClient(chain: chain.client).describe(address)
        let symbol = try Self.checked(symbol ?? told.symbol, isOwn: symbol == nil)
        try Self.refuseTaken(symbol, address, chain.network)
        if !yes, context.isInteractive { try show(told, symbol, chain) }
        try chain.desk.demandYes("Type yes to pin it:", isGiven: yes, refusal: "no token was added")
        try SettingsEditor(file: chain.desk.paths.configFile).apply([
            .set(
                ["networks", network, "tokens", symbol],
                .map([
                    EditMember("address", .text(address.checksummed)),
                    EditMember("decimals", .number(String(told.decimals))),
                ]))
        ])
        if json {
            let token: JSONValue = [
                "symbol": .string(symbol), "address": .string(address.checksummed),
                "decimals": .integer(told.decimals), "network": .string(network),
                "chain_id": .number(JSONNumber(uncheckedText: String(chain.network.chainID))),
            ]
            return try context.output.line(JSONValue.object(["v": 1, "token": token]).text)
        }
        try context.errors.line("\(symbol) on \(network) is \(address.checksummed), \(told.decimals) decimals")
    }

    private func show(_ told: TokenDescription, _ symbol: String, _ chain: ChainDesk) throws {
        var table = TextTable([.init(""), .init("")])
        table.append([.init("network", .dim), .init("\(chain.network)")])
        table.append([.init("address", .dim), .init(told.address.checksummed)])
        table.append([.init("calls itself", .dim), .init("\(told.symbol)  \(told.name)")])
        table.append([.init("symbol here", .dim), .init(symbol)])
        table.append([.init("decimals", .dim), .init(String(told.decimals))])
        try chain.context.errors.show(table, chain.desk.errorFacts)
    }

    /// - Parameter isOwn: whether it is what the contract calls itself
    /// - Throws: `CommandError` of code `usage` or `mismatch`
    private static func checked(_ symbol: String, isOwn: Bool) throws -> String {
        let isPlain = symbol.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ".")
        }
        guard isPlain, (1...longestSymbol).contains(symbol.utf8.count) else {
            throw CommandError(
                isOwn ? .mismatch : .usage,
                message: "the symbol \(VisibleText.quoted(symbol, limit: 40)) cannot be typed as a unit",
                hint: "choose one of letters and digits: --symbol SYMBOL")
        }
        return symbol
    }

    /// A unit means one thing.
    /// - Throws: `CommandError` of code `usage`
    private static func refuseTaken(_ symbol: String, _ address: Address, _ network: Network) throws {
        let isCoin = EtherUnit(named: symbol) != nil || symbol.lowercased() == network.nativeSymbol.lowercased()
        let other = network.token(symbol).flatMap { $0.address == address ? nil : $0 }
        guard isCoin || other != nil else { return }
        throw CommandError(
            .usage,
            message: isCoin ? "\(symbol) is a unit of the network's coin" : "\(symbol) is another token already",
            hint: "choose another name for it: --symbol SYMBOL")
    }

    /// Characters of a symbol that is typed again and again.
    private static let longestSymbol = 20
}
