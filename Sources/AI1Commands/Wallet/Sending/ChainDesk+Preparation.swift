internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Wallet

extension ChainDesk {
    /// Asks the chain for everything that a transaction needs, and makes it. Every endpoint's chain id, the token's decimals
    /// and the outcome are checked here; nothing is signed.
    /// - Parameter nonce: of the account's next transaction
    /// - Throws: `ChainError`: `wrongChain`, `untrusted`, `reverted`, `insufficientFunds`, what the node refuses; `WalletError`
    func prepare(
        _ order: TransactionOrder, from: AccountEntry, nonce: UInt64, _ fees: FeeRequest
    ) async throws -> PreparedTransaction {
        let call = CallRequest(from: from.address, to: order.to, value: order.value, data: order.data)
        let balances = try await balances(of: from.address, order.token)
        // The node's own word for it names a method in place of the figures.
        try BalanceCheck.amount(order.value, balance: balances.coin, network: network)
        let gas = try await GasPlanner(chain: client).plan(call, explicit: fees.gasLimit)
        let feePlan = try await FeePlanner(chain: client).plan(fees)
        let transaction = try Transaction(
            kind: feePlan.kind, chainID: network.chainID, nonce: nonce, gasLimit: gas.limit, fees: feePlan.fees,
            to: order.to, value: order.value, data: order.data)
        let names = try AddressNames(desk, network)
        let publishing = try await Simulation(chain: client, names: { names[$0] }).runPriced(
            transaction, from: from.address)
        let worst = try FeeBound.worstFee(
            feePlan, gas: gas, publishing: publishing, feeCap: feeCap(fees.feeCap), network: network)
        try BalanceCheck.coin(value: order.value, worstFee: worst, balance: balances.coin, network: network)
        var told = try await summary(of: order, transaction, publishing, from: from, names, balances)
        if feePlan.isBelowBaseFee {
            told.warnings.append("the gas price is below the base fee of now: it waits until that falls")
        }
        return PreparedTransaction(
            transaction: transaction, told: told, summary: Self.words(order, told), maxFees: network.coin.text(worst),
            beneficiary: order.party?.address == order.to ? nil : order.party?.address)
    }

    /// What to know about a nonce that was wished for and has others before it that nobody has used; nil when there are none.
    func gap(before wanted: UInt64?, of sender: Address) async throws -> String? {
        guard let wanted, wanted > 0 else { return nil }
        let next = try await client.nonce(of: sender, at: .pending)
        guard wanted > next else { return nil }
        let missing = wanted - next == 1 ? "nonce \(next) is" : "nonces \(next) to \(wanted - 1) are"
        return "\(missing) not used yet: it waits in the pool until others have them"
    }

    /// The most that a fee may be: the flag's, else the setting's if the user has set it.
    func feeCap(_ flag: UInt256?) -> UInt256? {
        if let flag { return flag }
        let setting = desk.settings.wallet.feeCap
        guard setting.origin != .builtIn else { return nil }
        return try? UnitAmount(parsing: setting.value).wei(default: .ether)
    }

    /// What the account has, in the smallest units, with the pinned decimals of the token held against the contract's.
    func balances(of owner: Address, _ token: Token?) async throws -> (coin: UInt256, token: UInt256?) {
        let holdings = [Holding(owner: owner, token: nil)] + (token.map { [Holding(owner: owner, token: $0)] } ?? [])
        let found = try await TokenClient(chain: client).balances(holdings)
        return (try found[0].get(), token == nil ? nil : try found[1].get())
    }

    /// One line for the journal.
    static func words(_ order: TransactionOrder, _ told: SigningSummary) -> String {
        guard let amount = told.amount, let party = order.party else { return told.effects.first ?? told.verb }
        switch order.verb {
        case "Approve": return "approve \(amount.text) for \(party.short)"
        case "Revoke": return "revoke the allowance of \(party.short)"
        default: return "\(amount.text) to \(party.short)"
        }
    }
}
