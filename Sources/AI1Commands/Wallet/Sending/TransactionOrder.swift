internal import AI1Chain
internal import AI1Core
internal import AI1Wallet

/// What a transaction is to do, before a chain has been asked about it.
struct TransactionOrder: Sendable {
    /// The first word of what is shown: `Send`, `Approve`, `Call`, `Deploy`.
    var verb: String
    /// Nil makes a contract.
    var to: Address?
    /// In wei.
    var value: UInt256 = .zero
    var data: [UInt8] = []
    /// What is moved or allowed; nil for a bare call.
    var amount: (asset: Asset, raw: UInt256)?
    /// Who gets it or may spend it.
    var party: Counterparty?
    /// The token whose contract is called, and whose pinned decimals the node must agree with.
    var token: Token?
    /// Further warnings.
    var warnings: [String] = []
    /// What has to be typed for a yes.
    var word = "yes"

    /// Moves coin or tokens.
    /// - Throws: `CommandError` of code `usage` when the token's own contract would get them
    static func transfer(
        _ asset: Asset, _ raw: UInt256, to party: Counterparty, on network: Network
    ) throws -> TransactionOrder {
        if let token = network.tokens.first(where: { $0.address == party.address }) {
            throw CommandError(
                .usage,
                message: "\(party.address.short) is the contract of \(token.symbol): what is sent there is lost",
                hint: "name the person who is to have it")
        }
        switch asset {
        case .coin:
            return TransactionOrder(
                verb: "Send", to: party.address, value: raw, amount: (asset, raw), party: party)
        case .token(let token):
            let data = try ERC20.transfer.encodeCall([.address(party.address), .uint(raw)])
            return TransactionOrder(
                verb: "Send", to: token.address, data: data, amount: (asset, raw), party: party, token: token)
        }
    }

    /// Lets a spender take tokens later: exactly so many.
    /// - Throws: `CommandError` of code `usage` for the token's own contract
    static func approval(_ token: Token, _ raw: UInt256, spender: Counterparty) throws -> TransactionOrder {
        guard spender.address != token.address else {
            throw CommandError(
                .usage, message: "\(spender.address.short) is the contract of \(token.symbol) itself",
                hint: "name the contract or account that is to spend it")
        }
        let data = try ERC20.approve.encodeCall([.address(spender.address), .uint(raw)])
        return TransactionOrder(
            verb: raw.isZero ? "Revoke" : "Approve", to: token.address, data: data, amount: (.token(token), raw),
            party: spender, token: token)
    }
}
