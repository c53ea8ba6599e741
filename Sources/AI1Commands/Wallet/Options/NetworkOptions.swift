package import ArgumentParser

/// Which chain a verb is for, and who is asked about it. Every flag beats every variable.
package struct NetworkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The network, by its name in the settings; see ai1 wallet networks.", valueName: "name"),
        completion: WalletCompletion.networks)
    package var network: String?

    @Option(
        name: .customLong("rpc-url"),
        help: ArgumentHelp(
            "A JSON-RPC endpoint in place of the network's own; more than one are asked in turn. [env: ETH_RPC_URL]",
            valueName: "url"))
    package var rpcURLs: [String] = []

    @Option(
        help: ArgumentHelp("The chain, by its number or the name of a network. [env: CHAIN]", valueName: "id"),
        completion: WalletCompletion.networks)
    package var chain: String?

    @Flag(name: [.short, .long], help: "Show the transfer and the causes of errors on standard error.")
    package var verbose = false

    package init() {}
}

/// A verb that may ask a chain.
protocol NetworkCommand: VerboseCommand {
    var network: NetworkOptions { get }
}

extension NetworkCommand {
    var isVerbose: Bool { network.verbose }
}
