internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet balance`: what accounts have.
package struct WalletBalanceCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Show what an account has: the network's coin and every token that is pinned on it.",
        discussion: """
            Nothing is unlocked. An endpoint learns which addresses you ask about.

            Examples:
              ai1 wallet balance
              ai1 wallet balance @savings --network base
              ai1 wallet balance --all --json
            """)

    @Argument(
        help: "An account, @contact or address; the default account when none is named.",
        completion: WalletCompletion.people)
    package var who: String?

    @Flag(help: "Every account.")
    package var all: Bool = false

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package mutating func validate() throws {
        if all, who != nil { throw ValidationError("--all and a name exclude each other") }
    }

    package func run(_ context: CommandContext) async throws {
        let chain = try ChainDesk(context, network)
        let owners = try owners(chain)
        let assets = chain.network.assets
        let holdings = owners.flatMap { owner in
            assets.map { asset in
                if case .token(let token) = asset {
                    Holding(owner: owner.address, token: token)
                } else {
                    Holding(owner: owner.address, token: nil)
                }
            }
        }
        let found = try await TokenClient(chain: chain.client).balances(holdings)
        let rows = owners.indices.map { index in
            BalanceRow(
                label: owners[index].label, address: owners[index].address,
                amounts: Array(zip(assets, found[(index * assets.count)...].prefix(assets.count))))
        }
        if json {
            try context.output.line(WalletBalanceView.json(rows, chain.network).text)
        } else {
            try context.output.show(WalletBalanceView.table(rows, chain.desk.outputFacts), chain.desk.outputFacts)
        }
        // What could not be found out is told, and the rest is shown all the same.
        let failure = found.lazy.compactMap { if case .failure(let error) = $0 { error } else { nil } }.first
        if let failure { throw failure }
    }

    private func owners(_ chain: ChainDesk) throws -> [(label: String, address: Address)] {
        if all { return try chain.desk.accounts.entries().map { ($0.label, $0.address) } }
        if let who {
            let party = try Counterparty(who, chain.desk, chainID: chain.network.chainID)
            return [(party.short, party.address)]
        }
        let entry = try chain.desk.account(named: nil)
        return [(entry.label, entry.address)]
    }
}
