internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// A transaction that takes the place of one that waits: shown, agreed to, signed and sent.
struct ReplacementRun: Sendable {
    let chain: ChainDesk
    let entry: JournalEntry
    let fees: ReplacementOptions
    let consent: ConsentOptions
    let wait: WaitOptions
    let password: WalletPasswordOptions

    /// Makes a transaction from the one that waits, what a new one would offer, and what the user wants to.
    typealias Making = (Transaction, TransactionFees?, TransactionFees?) throws -> Transaction

    /// - Throws: what ends the program; after signing the hash is told before that
    func run(verb: String, _ make: Making) async throws {
        let desk = chain.desk
        let from = try desk.accounts.find(entry.sender.checksummed)
        if !consent.dryRun { _ = try from.keystorePath() }
        try await chain.client.checkEveryEndpoint()
        let old = try SignedTransaction(decoding: entry.raw).transaction
        let now = try await FeePlanner(chain: chain.client).plan(FeeRequest(isLegacy: old.kind != .dynamicFee))
        let made = try make(old, now.fees, fees.wanted(old.kind))
        let plan = FeePlan(kind: made.kind, fees: made.fees, baseFee: now.baseFee, isExplicit: false)
        let (balance, publishing) = try await PublishingFee.withBalance(of: from.address, made, on: chain.client)
        let worst = try FeeBound.worstFee(
            plan, gas: GasPlan(explicit: made.gasLimit), publishing: publishing,
            feeCap: chain.feeCap(fees.feeCap?.wei), network: chain.network)
        try BalanceCheck.coin(value: made.value, worstFee: worst, balance: balance, network: chain.network)
        let told = try summary(made, publishing, verb, from)
        let question = SigningConsent(desk: desk, options: consent)
        guard !consent.dryRun else { return try question.show(told) }
        try question.demand(told)
        let held = HeldKey(try desk.unlock(from, password))
        let delivery = try Delivery(chain: chain, wait: wait, json: consent.json)
        let summary = verb == "Cancel" ? "cancel: \(entry.summary)" : entry.summary
        var facts = told.members
        facts["replaces"] = .string(entry.hash.hex)
        try await delivery.run(facts: facts) { sender in
            try await sender.replace(entry.hash, with: made, summary: summary, maxFees: told.fee.text) {
                try held.sign($0)
            }
        }
    }

    private func summary(
        _ made: Transaction, _ publishing: PublishingFee, _ verb: String, _ from: AccountEntry
    ) throws -> SigningSummary {
        var told = try DocumentView.summary(
            of: made, from: from.address, chain.desk, deed: .send, publishing: publishing)
        told.verb = verb
        let instead = "in the place of \(entry.hash.hex.prefix(10))…: \(entry.summary)"
        told.effects = verb == "Cancel" ? ["nothing is sent, \(instead)"] : told.effects + [instead]
        // A payment of nothing is what is wanted.
        if verb == "Cancel" { told.warnings = [] }
        told.warnings += told.feeWarnings
        return told
    }
}
