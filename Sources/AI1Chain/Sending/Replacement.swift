package import AI1Wallet

/// Transactions that take the place of one that waits: of the same nonce, with higher fees.
package enum Replacement {
    /// Nodes take a replacement that offers a tenth more; an eighth more is safe with those that ask for 12.5 %.
    private static let numerator: UInt64 = 9
    private static let denominator: UInt64 = 8
    /// What a plain payment costs, in gas.
    package static let plainGas: UInt64 = 21_000

    /// The same transaction with higher fees.
    /// - Parameters:
    ///   - transaction: the one that waits
    ///   - current: what a new transaction would offer now; nil when that is not known
    ///   - wanted: fees that the user gave, which must be high enough
    /// - Throws: `ChainError` of code `usage` when the wanted fees are too low, `WalletError` of code `overflow`
    package static func speedUp(
        _ transaction: Transaction, current: TransactionFees?, wanted: TransactionFees? = nil
    ) throws -> Transaction {
        try Transaction(
            kind: transaction.kind, chainID: transaction.chainID, nonce: transaction.nonce,
            gasLimit: transaction.gasLimit, fees: fees(over: transaction.fees, current, wanted), to: transaction.to,
            value: transaction.value, data: transaction.data, accessList: transaction.accessList)
    }

    /// A payment of nothing to oneself, which uses the nonce up.
    /// - Parameters:
    ///   - transaction: the one that waits
    ///   - sender: its sender
    ///   - current: what a new transaction would offer now; nil when that is not known
    ///   - wanted: fees that the user gave, which must be high enough
    /// - Throws: `ChainError` of code `usage` when the wanted fees are too low, `WalletError` of code `overflow`
    package static func cancel(
        _ transaction: Transaction, sender: Address, current: TransactionFees?, wanted: TransactionFees? = nil
    ) throws -> Transaction {
        try Transaction(
            kind: transaction.kind, chainID: transaction.chainID, nonce: transaction.nonce, gasLimit: plainGas,
            fees: fees(over: transaction.fees, current, wanted), to: sender, value: .zero)
    }

    private static func fees(
        over old: TransactionFees, _ current: TransactionFees?, _ wanted: TransactionFees?
    ) throws -> TransactionFees {
        let least = try raised(old)
        guard let wanted else { return current.map { higher(least, $0) } ?? least }
        let asked = higher(least, wanted)
        guard asked == matched(wanted, least) else {
            throw ChainError(
                .usage, "a replacement must offer at least \(words(least))",
                hint: "give higher fees, or none: then the least that is needed is taken")
        }
        return asked
    }

    /// One eighth more, rounded up, and one more at least.
    static func raised(_ old: TransactionFees) throws -> TransactionFees {
        switch old {
        case .gasPrice(let price): .gasPrice(try raised(price))
        case .dynamic(let maxFee, let tip): .dynamic(maxFee: try raised(maxFee), maxPriorityFee: try raised(tip))
        }
    }

    private static func raised(_ price: UInt256) throws -> UInt256 {
        max(try price.scaledRoundingUp(numerator, over: denominator), try price.adding(.one))
    }

    /// The higher of both in each part, in the form of the first.
    static func higher(_ least: TransactionFees, _ other: TransactionFees) -> TransactionFees {
        switch (least, matched(other, least)) {
        case (.dynamic(let maxFee, let tip), .dynamic(let otherFee, let otherTip)):
            let highestTip = max(tip, otherTip)
            return .dynamic(maxFee: max(maxFee, otherFee, highestTip), maxPriorityFee: highestTip)
        default: return .gasPrice(max(least.maximumPrice, other.maximumPrice))
        }
    }

    /// Fees in the form of others: a gas price is a maximum fee that is all tip.
    private static func matched(_ fees: TransactionFees, _ form: TransactionFees) -> TransactionFees {
        switch (fees, form) {
        case (.gasPrice(let price), .dynamic): .dynamic(maxFee: price, maxPriorityFee: price)
        case (.dynamic(let maxFee, _), .gasPrice): .gasPrice(maxFee)
        default: fees
        }
    }

    private static func words(_ fees: TransactionFees) -> String {
        switch fees {
        case .gasPrice(let price): "\(price) wei a unit of gas"
        case .dynamic(let maxFee, let tip): "\(maxFee) wei a unit of gas and a tip of \(tip) wei"
        }
    }
}
