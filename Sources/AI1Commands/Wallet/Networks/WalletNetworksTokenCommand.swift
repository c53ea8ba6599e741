internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet networks token`: pins a token.
package struct WalletNetworksTokenCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Pin a token on a network: its address, symbol and decimals.",
        discussion: """
            Symbol and decimals are read from the contract once, shown, and kept in the settings. A node that says otherwise \
            later is refused. Anybody can call a token anything: the address is what counts.

            Examples:
              ai1 wallet networks token 0x5FbDB2315678afecb367f032d93F642f64180aa3 --network local
              ai1 wallet networks token 0x5FbDB2315678afecb367f032d93F642f64180aa3 --symbol AI1NET --yes
            """)

    /// Characters of a symbol that is typed again and again.
    private static let longestSymbol = 20

    @Argument(help: "The token's contract.")
    package var address: String

    @Option(help: ArgumentHelp("Call it so, in place of the contract's own symbol.", valueName: "symbol"))
    package var symbol: String?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    package var yes: Bool = false

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let address = try Address(address)
        let chain = try ChainDesk(context, network)
        let name = chain.network.name
        guard chain.desk.settings.networks[name] != nil else {
            throw CommandError(
                .configuration, message: "\(name) is no network of the settings",
                hint: "ai1 wallet networks add NAME --chain-id \(chain.network.chainID) --rpc-url URL")
        }
        let found = try await TokenClient(chain: chain.client).describe(address)
        let symbol = try Self.checked(symbol ?? found.symbol, isOwn: symbol == nil)
        try Self.refuseTaken(symbol, address, chain.network)
        try context.errors.line(
            "\(found.name.isEmpty ? symbol : found.name) at \(address.checksummed) on \(chain.network): "
                + "symbol \(symbol), \(found.decimals) decimals")
        try chain.desk.demandYes("Type yes to pin it:", isGiven: yes, refusal: "nothing was pinned")
        let place = ["networks", name, "tokens", symbol]
        try SettingsEditor(file: chain.desk.paths.configFile).apply([
            .set(place + ["address"], .text(address.checksummed)),
            .set(place + ["decimals"], .number(String(found.decimals))),
        ])
        guard json else { return }
        let object: JSONValue = [
            "v": 1, "network": .string(name), "symbol": .string(symbol), "address": .string(address.checksummed),
            "decimals": .integer(found.decimals), "name": .string(found.name),
        ]
        try context.output.line(object.text)
    }

    /// - Throws: `CommandError` of code `usage` or `mismatch`
    private static func checked(_ symbol: String, isOwn: Bool) throws -> String {
        let isPlain = symbol.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard isPlain, (1...longestSymbol).contains(symbol.utf8.count) else {
            throw CommandError(
                isOwn ? .mismatch : .usage,
                message: "'\(TerminalCleaner.cleanLine(symbol, limit: 40))' cannot be typed as a unit",
                hint: "choose one of letters and digits: --symbol NAME")
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
            hint: "choose another name for it: --symbol NAME")
    }
}
