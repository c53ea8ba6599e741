internal import AI1Core
internal import AI1Settings

extension WalletDesk {
    /// The network that flags, variables and settings ask for, in this order. Its endpoints are not asked anything here.
    /// - Throws: `CommandError` of code `usage` when flags contradict each other, `configuration` when the network or its chain
    ///   is not known
    func network(_ options: NetworkOptions) throws -> NetworkChoice {
        var choice: NetworkChoice
        if let name = options.network {
            choice = try network(named: name)
            if let chain = options.chain, try network(ofChain: chain).chainID != choice.chainID {
                throw CommandError(
                    .usage, message: "--network and --chain name different chains", hint: "leave one of them out")
            }
        } else if let chain = options.chain ?? variable("CHAIN") {
            choice = try network(ofChain: chain)
        } else {
            choice = try network(named: settings.wallet.network.value)
        }
        if !options.rpcURLs.isEmpty {
            choice.endpoints = try options.rpcURLs.map { try Self.endpoint($0, "--rpc-url") }
        } else if options.network == nil || choice.endpoints.isEmpty, let url = variable("ETH_RPC_URL") {
            // A network that was named by a flag keeps its own endpoints.
            choice.endpoints = [try Self.endpoint(url, "ETH_RPC_URL")]
        }
        return choice
    }

    /// - Throws: `CommandError` of code `configuration`
    func network(named name: String) throws -> NetworkChoice {
        guard let network = settings.networks[name] else {
            let near = Suggestions.near(name, among: settings.networks.keys.sorted())
            throw CommandError(
                .configuration, message: "there is no network \(Display.name(name))",
                hint: near.isEmpty ? "ai1 wallet networks" : "did you mean \(near.joined(separator: ", "))?")
        }
        guard let chainID = network.chainID?.value else {
            throw CommandError(
                .configuration, message: "the chain id of network \(name) is not set",
                hint: "ai1 wallet networks add \(name) --chain NUMBER")
        }
        return NetworkChoice(
            name: name, chainID: chainID, endpoints: network.endpoints.value, symbol: network.symbol.value,
            tokens: network.tokens)
    }

    /// The network of a chain by its number, or by the name that the settings have for it.
    /// - Throws: `CommandError` of code `usage` or `configuration`
    func network(ofChain text: String) throws -> NetworkChoice {
        guard let chainID = WholeNumber.parse(text) else { return try network(named: text) }
        guard chainID > 0 else { throw CommandError(.usage, message: "a chain's number is at least 1") }
        if let choice = network(ofChain: chainID) { return choice }
        return NetworkChoice(name: "chain \(chainID)", chainID: chainID, endpoints: [], symbol: "ETH", tokens: [:])
    }

    /// The network of a chain in the settings. Of several, the one that is usually meant, else the first by name.
    func network(ofChain chainID: UInt64) -> NetworkChoice? {
        let found = settings.networks.values.filter { $0.chainID?.value == chainID }.map(\.name).sorted()
        let usual = settings.wallet.network.value
        guard let name = found.contains(usual) ? usual : found.first else { return nil }
        return try? network(named: name)
    }

    private static func endpoint(_ text: String, _ source: String) throws -> String {
        guard let url = EndpointURL.normalized(text) else {
            throw CommandError(
                .usage, message: "\(source) is not an http or https URL without user name and fragment",
                hint: "for example: https://rpc.example.com")
        }
        return url
    }
}
