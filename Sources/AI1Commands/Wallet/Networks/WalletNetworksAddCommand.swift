internal import AI1Chain
internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 wallet networks add`: a network, or an endpoint for one that is there.
package struct WalletNetworksAddCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a network, or change one.",
        discussion: """
            What is not named stays as it is. Nothing is asked of the endpoints now: the chain id is checked whenever one is \
            used.

            Examples:
              ai1 wallet networks add base --rpc-url https://rpc.example.com
              ai1 wallet networks add lab --chain 4242 --symbol LAB \\
                --rpc-url http://127.0.0.1:8545
            """)

    @Argument(help: "Its name: letters, digits, . _ and -.")
    package var name: String

    @Option(
        name: [.customLong("chain"), .customLong("chain-id")],
        help: ArgumentHelp("Its number (EIP-155); needed for a network that is not known yet.", valueName: "number"),
        transform: WholeNumber.argument)
    package var chainID: UInt64?

    @Option(
        name: .customLong("rpc-url"),
        help: ArgumentHelp(
            "A JSON-RPC endpoint; more than one are asked in turn. They replace those that are set.", valueName: "url"))
    package var rpcURLs: [String] = []

    @Option(help: ArgumentHelp("What its own coin is called.", valueName: "symbol"))
    package var symbol: String?

    package init() {}

    package mutating func validate() throws {
        if let chainID, chainID == 0 || chainID > UInt64(Int64.max) {
            throw ValidationError("--chain must be from 1 to \(Int64.max)")
        }
        if chainID == nil, rpcURLs.isEmpty, symbol == nil {
            throw ValidationError("say what to set: --rpc-url URL, --chain NUMBER or --symbol SYMBOL")
        }
    }

    package func run(_ context: CommandContext) async throws {
        let desk = try WalletDesk(context)
        let known = desk.settings.networks[name]
        guard chainID != nil || known?.chainID != nil else {
            throw CommandError(
                .usage, message: "there is no network \(Display.name(name))",
                hint: "add --chain NUMBER, or see: ai1 wallet networks")
        }
        var edits: [SettingsEdit] = []
        let place = ["networks", name]
        if let chainID { edits.append(.set(place + ["chain_id"], .number(String(chainID)))) }
        if !rpcURLs.isEmpty {
            let urls = try rpcURLs.map(Self.checked)
            edits.append(.set(place + ["rpc"], .list(urls.map { .text($0) })))
        }
        if let symbol { edits.append(.set(place + ["symbol"], .text(symbol))) }
        try SettingsEditor(file: desk.paths.configFile).apply(edits)
        try context.errors.line("\(known == nil ? "added" : "changed") \(Display.name(name))")
    }

    /// An endpoint in its plain form.
    /// - Throws: `CommandError` of code `usage`; `ChainError` of code `configuration` for one that would never be asked
    private static func checked(_ text: String) throws -> String {
        guard let url = EndpointURL.normalized(text) else {
            throw CommandError(
                .usage, message: "--rpc-url is not an http or https URL without user name and fragment",
                hint: "for example: https://rpc.example.com")
        }
        _ = try RPCEndpoint(url)
        return url
    }
}
