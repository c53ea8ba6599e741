internal import AI1Core

// The wallet and the networks that it talks to.
extension SettingsBuilder {
    func wallet() -> WalletSettings {
        WalletSettings(
            network: text(["wallet", "network"]) ?? Sourced(WalletSettings.standardNetwork, .builtIn),
            account: text(["wallet", "account"]),
            feeCap: decimal(["wallet", "fee_cap"])?.map(\.text) ?? Sourced("0.01", .builtIn),
            passwordCommand: text(["wallet", "password_command"]),
            scryptCost: integer(["wallet", "scrypt_cost"]) ?? Sourced(18, .builtIn))
    }

    /// Those that come with ai1, with what the files change in them, and the user's own.
    func networks() -> [String: NetworkSettings] {
        var networks: [String: NetworkSettings] = [:]
        for preset in NetworkSettings.presets { networks[preset.name] = preset }
        for name in layer.names(below: ["networks"]) {
            let path = ["networks", name]
            var network =
                networks[name]
                ?? NetworkSettings(
                    name: name, origin: .builtIn, endpoints: Sourced([], .builtIn), symbol: Sourced("ETH", .builtIn),
                    tokens: [:])
            network.origin = layer[path]?.origin ?? .builtIn
            if let number = integer(path + ["chain_id"]) { network.chainID = number.map { UInt64(max(0, $0)) } }
            // The type has checked each of them.
            if let urls = texts(path + ["rpc"]) {
                network.endpoints = urls.map { $0.compactMap(EndpointURL.normalized) }
            }
            if let symbol = text(path + ["symbol"]) { network.symbol = symbol }
            for symbol in layer.names(below: path + ["tokens"]) {
                let place = path + ["tokens", symbol]
                network.tokens[symbol] = TokenSettings(
                    symbol: symbol, origin: layer[place]?.origin ?? .builtIn, address: text(place + ["address"]),
                    decimals: integer(place + ["decimals"]))
            }
            networks[name] = network
        }
        return networks
    }
}
