internal import AI1Chain
internal import AI1Wallet

extension ChainDesk {
    /// A transaction of the journal, and the network that it is for unless another one is named.
    /// - Throws: `ChainError` of code `notFound`; as `init`
    static func journalled(
        _ hash: Hash32, _ context: CommandContext, _ options: NetworkOptions
    ) throws -> (chain: ChainDesk, entry: JournalEntry) {
        let entry = try journal(WalletDesk(context)).entry(hash)
        guard let entry else {
            throw ChainError(
                .notFound, "no transaction \(hash.hex) in the journal",
                hint: "ai1 wallet tx pending lists what is there")
        }
        var options = options
        if options.network == nil, options.chain == nil { options.chain = String(entry.chainID) }
        return (try ChainDesk(context, options), entry)
    }
}
