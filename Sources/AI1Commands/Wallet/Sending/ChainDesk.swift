internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Wallet

/// What every verb that asks a chain works with: the network, its nodes, and what this machine has signed for it.
struct ChainDesk: Sendable {
    let desk: WalletDesk
    let network: Network
    let client: ChainClient

    var context: CommandContext { desk.context }

    /// - Throws: `SettingsError`, `CommandError`, `WalletError`; `ChainError` of code `configuration` when no endpoint is set
    init(_ context: CommandContext, _ options: NetworkOptions) throws {
        let desk = try WalletDesk(context)
        let network = try Network(desk.network(options))
        self.desk = desk
        self.network = network
        client = try ChainClient(
            network: network, transport: context.transport, clock: context.clock, random: context.random)
    }

    /// What this machine has signed. Made on first use.
    /// - Throws: `SettingsError`, `StorageError`
    func journal() throws -> TransactionJournal { try Self.journal(desk) }

    /// - Throws: as above
    static func journal(_ desk: WalletDesk) throws -> TransactionJournal {
        try Directory.ensure(desk.folder)
        return try TransactionJournal.open(
            Paths.join(desk.folder, TransactionJournal.name), clock: desk.context.clock)
    }
}
