internal import AI1Chain
internal import AI1Core
internal import AI1Settings
internal import AI1Wallet

/// A transaction as it lies in a file, for people: what follows from its octets and the books of this machine alone.
enum DocumentView {
    /// The network of a transaction, as the settings know it.
    /// - Throws: `WalletError` for the address of a pinned token
    static func network(of transaction: Transaction, _ desk: WalletDesk) throws -> Network {
        guard let choice = desk.network(ofChain: transaction.chainID) else {
            return Network(name: "chain \(transaction.chainID)", chainID: transaction.chainID)
        }
        return try Network(choice)
    }

    /// What is told about it.
    /// - Parameters:
    ///   - from: who has signed or shall sign
    ///   - publishing: what the chain takes beside gas; nil when it was not asked
    /// - Throws: `WalletError`, `SettingsError`
    static func summary(
        of transaction: Transaction, from: Address, _ desk: WalletDesk, deed: SigningSummary.Deed,
        publishing: PublishingFee? = nil
    ) throws -> SigningSummary {
        let network = try network(of: transaction, desk)
        let names = try AddressNames(desk, network)
        let token = network.tokens.first { $0.address == transaction.to }
        let description = CallDescription(
            to: transaction.to, value: transaction.value, data: transaction.data, token: token?.unit,
            coin: network.coin.unit, names: { names[$0] })
        var told = try SigningSummary(
            verb: verb(description.action), from: .init(address: from, name: names[from]), transaction, on: network,
            publishing: publishing ?? PublishingFee.known(ofChain: transaction.chainID))
        told.amount = amount(description.action, token, transaction, network)
        let benefits = beneficiary(description.action) ?? transaction.to
        if let benefits {
            let party = try Counterparty(benefits, desk, chainID: network.chainID)
            told.to = party.party(isFirst: nil, isContract: nil)
            told.warnings = party.warnings
        }
        if let to = transaction.to, to != benefits { told.contract = .init(address: to, name: names[to]) }
        told.effects = [description.words]
        if case .unknown = description.action { told.data = transaction.data }
        if transaction.to == nil { told.data = transaction.data }
        told.warnings += description.warnings
        told.deed = deed
        return told
    }

    /// Who benefits when that is not the recipient.
    static func beneficiary(_ action: CallDescription.Action) -> Address? {
        switch action {
        case .transfer(let to, _), .transferFrom(_, let to, _): to
        case .approve(let spender, _), .increaseAllowance(let spender, _), .decreaseAllowance(let spender, _),
            .permit(_, let spender, _, _):
            spender
        case .nativeTransfer, .contractCreation, .unknown: nil
        }
    }

    private static func verb(_ action: CallDescription.Action) -> String {
        switch action {
        case .nativeTransfer, .transfer, .transferFrom: "Send"
        case .approve(_, let amount): amount.isZero ? "Revoke" : "Approve"
        case .increaseAllowance, .decreaseAllowance, .permit: "Approve"
        case .contractCreation: "Deploy"
        case .unknown: "Call"
        }
    }

    private static func amount(
        _ action: CallDescription.Action, _ token: Token?, _ transaction: Transaction, _ network: Network
    ) -> SigningSummary.Amount? {
        let raw: UInt256
        var isAllowance = true
        switch action {
        case .transfer(_, let amount), .transferFrom(_, _, let amount):
            raw = amount
            isAllowance = false
        case .approve(_, let amount), .increaseAllowance(_, let amount), .decreaseAllowance(_, let amount),
            .permit(_, _, let amount, _):
            raw = amount
        case .nativeTransfer, .contractCreation, .unknown:
            return transaction.value.isZero ? nil : network.coin.amount(transaction.value)
        }
        if let token { return isAllowance ? Asset.token(token).allowance(raw) : Asset.token(token).amount(raw) }
        return .init(text: "an amount of a token that is not pinned here", raw: raw, rawUnit: "units")
    }
}
