/// Why a node does not take a transaction. Nothing was sent on, as far as this node says.
package struct SendRefusal: Sendable, Hashable {
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// The account has sent a transaction with this nonce, or a later one, already.
        case nonceTooLow
        /// A nonce before this one is missing, and the node does not keep such transactions.
        case nonceTooHigh
        /// The fee is below what the node takes into its pool.
        case underpriced
        /// There is a transaction of the same nonce, and the fee is not enough above its.
        case replacementUnderpriced
        /// The balance does not cover amount and worst-case fee.
        case insufficientFunds
        /// The gas limit is below what the transaction costs before it runs.
        case intrinsicGas
        /// The gas limit is above what a block, or a transaction, may have.
        case gasLimitTooHigh
        /// The most that is offered for a unit of gas is below the block's base fee.
        case feeCapBelowBaseFee
        /// The node has a limit of its own for the fee of one transaction.
        case feeAboveNodeLimit
        /// The node's pool is full.
        case poolFull
        /// The transaction is signed for another chain.
        case wrongChain
        /// Anything else; the node's words tell.
        case other
    }

    package let kind: Kind
    /// Scheme and host of the endpoint.
    package let endpoint: String
    /// The node's words, cleaned.
    package let words: String
    /// The code of the node's error.
    package let code: Int64

    package init(_ kind: Kind, endpoint: String, words: String, code: Int64) {
        self.kind = kind
        self.endpoint = endpoint
        self.words = words
        self.code = code
    }

    /// The refusal as the error that the user sees.
    package var error: ChainError {
        ChainError(
            errorCode, "\(endpoint) does not take the transaction: \(words)", hint: hint,
            underlying: "JSON-RPC error \(code)")
    }

    private var errorCode: ChainError.Code {
        switch kind {
        case .insufficientFunds: .insufficientFunds
        case .wrongChain: .wrongChain
        case .poolFull: .tryLater
        default: .refusedByNode
        }
    }

    private var hint: String? {
        switch kind {
        case .nonceTooLow: "the nonce is used: see ai1 wallet tx receipt, or build the transaction again"
        case .nonceTooHigh: "an earlier transaction is missing: see ai1 wallet tx pending"
        case .underpriced, .feeCapBelowBaseFee: "offer more with --gas-price or --priority-gas-price"
        case .replacementUnderpriced: "a replacement must offer at least a tenth more: see ai1 wallet tx speed-up"
        case .insufficientFunds: "put more coin into the account, or send less"
        case .intrinsicGas: "raise --gas-limit"
        case .gasLimitTooHigh: "lower --gas-limit"
        case .feeAboveNodeLimit: "lower the fee, or use another endpoint with --rpc-url"
        case .poolFull: "try again later, or use another endpoint with --rpc-url"
        case .wrongChain: "build the transaction for this chain"
        case .other: nil
        }
    }
}
