internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet
package import ArgumentParser

/// `ai1 wallet allowances`: who may take what.
package struct WalletAllowancesCommand: ContextCommand, NetworkCommand {
    package static let configuration = CommandConfiguration(
        commandName: "allowances",
        abstract: "Show who may take tokens of an account.",
        discussion: """
            No chain can be asked for all spenders of an account. Asked are: those that were approved from this machine, \
            contacts, and what --spender names. Each token that is pinned on the network is looked at.

            Examples:
              ai1 wallet allowances
              ai1 wallet allowances --spender 0x000000000022D473030F116dDEE9F6B43aC78BA3
            """)

    /// More spenders than that are not asked about.
    private static let mostSpenders = 200

    @Argument(
        help: "Whose tokens: an account, @contact or address; the default account when none is named.",
        completion: WalletCompletion.people)
    package var owner: String?

    @Option(help: "Ask about this spender too; may be given more than once.", completion: WalletCompletion.people)
    package var spender: [String] = []

    @Flag(help: "Print JSON.")
    package var json: Bool = false

    @OptionGroup(title: "Network") package var network: NetworkOptions

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let chain = try ChainDesk(context, network)
        let owner = try address(chain)
        let tokens = chain.network.tokens
        guard !tokens.isEmpty else {
            throw CommandError(
                .usage, message: "no token is pinned on \(chain.network.name)",
                hint: "ai1 wallet networks token add \(chain.network.name) ADDRESS")
        }
        let names = try AddressNames(chain.desk, chain.network)
        let questions = try spenders(chain, owner).flatMap { spender in
            tokens.filter { $0.address != spender }.map {
                AllowanceQuestion(owner: owner, spender: spender, token: $0)
            }
        }
        let found = try await TokenClient(chain: chain.client).allowances(questions)
        let rows = zip(questions, found).compactMap { question, answer -> AllowanceRow? in
            guard case .success(let raw) = answer, !raw.isZero else { return nil }
            return AllowanceRow(
                token: question.token, spender: question.spender, name: names[question.spender], raw: raw)
        }
        let failure = found.lazy.compactMap { if case .failure(let error) = $0 { error } else { nil } }.first
        if json {
            try context.output.line(AllowanceRow.json(rows, owner: owner, chain.network).text)
        } else if !rows.isEmpty {
            try context.output.show(AllowanceRow.table(rows, chain.desk), chain.desk.outputFacts)
        } else if failure == nil {
            try context.errors.line("nobody who was asked about may take tokens of \(owner.short)")
        }
        // What could not be found out is told, and the rest is shown all the same.
        if let failure { throw failure }
    }

    private func address(_ chain: ChainDesk) throws -> Address {
        guard let owner else { return try chain.desk.account(named: nil).address }
        return try Counterparty(owner, chain.desk, chainID: chain.network.chainID).address
    }

    /// Whom to ask about, each once: those named first.
    private func spenders(_ chain: ChainDesk, _ owner: Address) throws -> [Address] {
        let chainID = chain.network.chainID
        let named = try spender.map { try Counterparty($0, chain.desk, chainID: chainID).address }
        let approved = try chain.journal().history(limit: TransactionJournal.mostEntries, chain: chainID, sender: owner)
            .compactMap { entry in try SignedTransaction(decoding: entry.raw).transaction.approvedSpender }
        let contacts = try chain.desk.contacts.contacts().filter { $0.chainID == nil || $0.chainID == chainID }
            .map(\.address)
        var seen: Set<Address> = [owner]
        let all = (named + approved + contacts).filter { seen.insert($0).inserted }
        guard all.count <= Self.mostSpenders else {
            chain.desk.warn("only the first \(Self.mostSpenders) of \(all.count) spenders are asked about")
            return Array(all.prefix(Self.mostSpenders))
        }
        return all
    }
}

extension Transaction {
    /// Whom a call of a token lets take something; nil for every other call.
    fileprivate var approvedSpender: Address? {
        switch CallDescription(to: to, value: value, data: data).action {
        case .approve(let spender, _), .increaseAllowance(let spender, _), .permit(_, let spender, _, _): spender
        default: nil
        }
    }
}
