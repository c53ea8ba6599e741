internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1 wallet networks list`: every network.
package struct WalletNetworksListCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List networks (default).",
        discussion: """
            Endpoints are shown by their host alone: the rest of a URL may hold a key. Nothing is asked of them.

            Examples:
              ai1 wallet networks
              ai1 wallet networks list --json
            """)

    @Flag(help: "Print JSON.")
    package var json = false

    @Flag(help: "Print names alone, one a line.")
    package var names = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let networks = desk.settings.networks.values.sorted { $0.name < $1.name }
        let usual = desk.settings.wallet.network.value
        if names { return try context.output.write(text: networks.map { $0.name + "\n" }.joined()) }
        if json {
            let rows = networks.map { Self.json($0, usual: usual) }
            return try context.output.line(JSONValue.object(["v": 1, "networks": .array(rows)]).text)
        }
        try context.output.show(Self.table(networks, usual: usual, isNarrow: desk.isNarrow), desk.outputFacts)
        if desk.outputFacts.isTerminal { try context.errors.line(desk.errorStyle.dim("* meant when none is named")) }
    }

    /// The coin's name is what a narrow terminal has no room for.
    private static func table(_ networks: [NetworkSettings], usual: String, isNarrow: Bool) -> TextTable {
        let coin: [TextTable.Column] = isNarrow ? [] : [.init("coin")]
        var table = TextTable(
            [.init("network"), .init("chain", .right)] + coin
                + [.init("endpoints", canShrink: true), .init("tokens", canShrink: true)])
        for network in networks {
            let hosts = network.endpoints.value.map(EndpointURL.host).joined(separator: ", ")
            let symbol: [TextTable.Cell] = isNarrow ? [] : [.init(network.symbol.value)]
            table.append(
                [
                    .init(network.name == usual ? "\(network.name) *" : network.name),
                    .init(network.chainID.map { String($0.value) } ?? "not set"),
                ] + symbol + [
                    .init(hosts.isEmpty ? "none" : hosts, hosts.isEmpty ? .dim : .none),
                    .init(network.tokens.keys.sorted().joined(separator: ", ")),
                ])
        }
        return table
    }

    private static func json(_ network: NetworkSettings, usual: String) -> JSONValue {
        let tokens = network.tokens.values.sorted { $0.symbol < $1.symbol }.map { token in
            JSONValue.object([
                "symbol": .string(token.symbol), "address": token.address.map { .string($0.value) } ?? .null,
                "decimals": token.decimals.map { .integer($0.value) } ?? .null,
            ])
        }
        return [
            "name": .string(network.name),
            "chain_id": network.chainID.map { .number(JSONNumber(uncheckedText: String($0.value))) } ?? .null,
            "symbol": .string(network.symbol.value),
            "endpoints": .array(network.endpoints.value.map { .string(EndpointURL.host(of: $0)) }),
            "tokens": .array(tokens), "default": .bool(network.name == usual),
            "source": .string(network.origin.description),
        ]
    }
}
