internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

extension ChainDesk {
    /// What is told about a transaction before it is signed here and sent at once.
    /// - Throws: `ChainError`, `StorageError`, `WalletError`
    func summary(
        of order: TransactionOrder, _ transaction: Transaction, _ publishing: PublishingFee, from: AccountEntry,
        _ names: AddressNames, _ balances: (coin: UInt256, token: UInt256?)
    ) async throws -> SigningSummary {
        let description = CallDescription(
            to: transaction.to, value: transaction.value, data: transaction.data, token: order.token?.unit,
            coin: network.coin.unit, names: { names[$0] })
        let party = order.party
        var told = try SigningSummary(
            verb: order.verb, from: .init(address: from.address, name: from.label), transaction, on: network,
            publishing: publishing)
        told.amount = order.amount.map { amount in
            order.verb == "Send" ? amount.asset.amount(amount.raw) : amount.asset.allowance(amount.raw)
        }
        told.to = try await shown(party, from: from.address)
        told.contract = order.token.map { .init(address: $0.address, name: $0.unit.symbol) }
        let token = order.token.flatMap { token in balances.token.map { Asset.token(token).text($0) } }
        told.balances = [token, network.coin.text(balances.coin)].compactMap { $0 }
        told.effects = [description.words + after(order, told.fee, from, balances)]
        if case .unknown = description.action { told.data = transaction.data }
        told.warnings = (party?.warnings ?? []) + order.warnings + told.feeWarnings
        if let party, party.address == from.address {
            told.warnings.append("this is the account itself: nothing but the fee is spent")
        }
        let said = Set(told.warnings)
        told.warnings += description.warnings.filter { warning in
            // The word that has to be typed says so already.
            !said.contains(warning) && !(order.word != "yes" && warning.hasPrefix("unlimited"))
        }
        told.word = order.word
        return told
    }

    /// The other side, with what the journal and the chain know about it.
    private func shown(_ party: Counterparty?, from: Address) async throws -> SigningSummary.Party? {
        guard let party else { return nil }
        let isContract = try await !client.code(of: party.address).isEmpty
        let isFirst = try !journal().hasSent(from: from, to: party.address, chain: network.chainID)
        return party.party(isFirst: isFirst, isContract: isContract)
    }

    /// What remains, as far as it follows from the transaction alone.
    private func after(
        _ order: TransactionOrder, _ fee: SigningSummary.Fee, _ from: AccountEntry,
        _ balances: (coin: UInt256, token: UInt256?)
    ) -> String {
        guard order.verb == "Send", let amount = order.amount, order.party?.address != from.address else { return "" }
        switch amount.asset {
        case .token:
            guard let rest = try? balances.token?.subtracting(amount.raw) else { return "" }
            return ": your balance becomes \(amount.asset.text(rest))"
        case .coin:
            guard fee.publishing != .untold, let total = try? order.value.adding(fee.worst),
                let rest = try? balances.coin.subtracting(total)
            else { return "" }
            return ": your balance becomes \(amount.asset.text(rest)) or a little more"
        }
    }
}

extension SigningSummary {
    /// What follows from the transaction alone, and from what its publishing costs.
    /// - Parameter publishing: nil when nobody was asked
    /// - Throws: `WalletError` of code `overflow`
    init(
        verb: String, from: Party, _ transaction: Transaction, on network: Network, publishing: PublishingFee?
    ) throws {
        let forPublishing = try publishing?.worst() ?? .zero
        let worst = try transaction.worstFee().adding(forPublishing)
        var tip: UInt256?
        if case .dynamic(_, let priority) = transaction.fees { tip = priority }
        self.init(
            verb: verb, from: from, network: network.name, chainID: transaction.chainID, nonce: transaction.nonce,
            fee: Fee(
                worst: worst, text: network.coin.text(worst), gasLimit: transaction.gasLimit,
                gasPrice: transaction.fees.maximumPrice, priorityGasPrice: tip, publishing: publishing,
                publishingText: forPublishing.isZero ? nil : network.coin.text(forPublishing)))
    }

    /// That a part of the fee is not known, after the chain was asked.
    var feeWarnings: [String] {
        guard fee.publishing == .untold else { return [] }
        return ["\(network) did not say what it takes for publishing on Ethereum: that comes on top of the fee"]
    }
}

extension PublishingFee {
    /// Where the figure that is reckoned with comes from.
    static let marginWords = "\(margin) × what is asked now"
}
