internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// One intent from its order to its receipt: prepared, agreed to, signed once, written down, sent and watched.
struct SendingRun: Sendable {
    let chain: ChainDesk
    let account: WalletAccountOptions
    let wishes: FeeWishes
    let consent: ConsentOptions
    let wait: WaitOptions
    var key: String?

    private var desk: WalletDesk { chain.desk }

    /// - Throws: what ends the program; after signing the hash is told before that
    func run(_ order: TransactionOrder) async throws {
        let from = try desk.account(account)
        // What can never be signed here is said before anything is asked.
        if !consent.dryRun { _ = try from.keystorePath() }
        try await chain.client.checkEveryEndpoint()
        let delivery = try Delivery(chain: chain, wait: wait, json: consent.json)
        let known = try provisional(order, from)
        let preview = try await delivery.sender.preview(known)
        switch preview {
        case .known(let entry): try await goOn(with: entry, order, from, delivery)
        case .free(let nonce):
            var prepared = try await chain.prepare(order, from: from, nonce: nonce, wishes.fees)
            if let gap = try await chain.gap(before: wishes.nonce, of: from.address) {
                prepared.told.warnings.append(gap)
            }
            let question = SigningConsent(desk: desk, options: consent)
            guard !consent.dryRun else { return try question.show(prepared.told) }
            try question.demand(prepared.told)
            try await send(prepared, from, delivery)
        }
    }

    private func send(_ prepared: PreparedTransaction, _ from: AccountEntry, _ delivery: Delivery) async throws {
        let held = HeldKey(try desk.unlock(from, account.password))
        let order = SendingOrder(
            transaction: prepared.transaction, sender: from.address, nonce: nonceChoice, idempotencyKey: key,
            beneficiary: prepared.beneficiary, summary: prepared.summary, maxFees: prepared.maxFees)
        try await delivery.run(facts: prepared.told.members) { sender in
            try await sender.send(order) { try held.sign($0) }
        }
    }

    /// The key of the command line stands for a transaction already: that one is sent if it was not yet, and watched.
    private func goOn(
        with entry: JournalEntry, _ order: TransactionOrder, _ from: AccountEntry, _ delivery: Delivery
    ) async throws {
        if consent.dryRun {
            return try chain.context.output.line("sent before under this key: \(entry.hash.hex), \(entry.summary)")
        }
        let known = try provisional(order, from)
        try await delivery.run(facts: ["summary": .string(entry.summary)]) { sender in
            try await sender.send(known) { _ in
                throw ChainError(
                    .tryLater, "what was sent under this key was given up meanwhile", hint: "run the command again")
            }
        }
    }

    private var nonceChoice: SendingOrder.NonceChoice { wishes.nonce.map { .exactly($0) } ?? .next }

    /// The intent without what only the chain can tell, to be looked up.
    private func provisional(_ order: TransactionOrder, _ from: AccountEntry) throws -> SendingOrder {
        let transaction = try Transaction(
            kind: .dynamicFee, chainID: chain.network.chainID, nonce: 0, gasLimit: 0,
            fees: .dynamic(maxFee: .zero, maxPriorityFee: .zero), to: order.to, value: order.value, data: order.data)
        return SendingOrder(
            transaction: transaction, sender: from.address, nonce: nonceChoice, idempotencyKey: key, summary: "",
            maxFees: "")
    }
}
