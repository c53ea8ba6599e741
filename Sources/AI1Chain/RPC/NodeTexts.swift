internal import AI1Core

/// The words of nodes. JSON-RPC has no codes for what follows, so geth, Erigon, reth, Nethermind and Besu are told apart by
/// their texts: here and nowhere else.
enum NodeTexts {
    /// JSON-RPC 2.0: the endpoint failed, not the request.
    static let internalError: Int64 = -32_603
    /// Codes that mean "too many requests": HTTP's number, and that of EIP-1474, which Besu uses for something else.
    private static let rateLimitCodes: Set<Int64> = [429, -32_005]
    private static let rateLimitTexts = [
        "rate limit", "too many requests", "request limit", "limit exceeded", "capacity",
    ]
    /// A call that was carried out and reverted: geth's code, and that of Nethermind.
    private static let revertCodes: Set<Int64> = [3, -32_015]

    private static let alreadyKnown = [
        "already known", "alreadyknown", "known transaction", "already imported", "tx with same hash",
        "already in mempool", "already exists in",
    ]

    /// Earlier rows win: a replacement is underpriced in another way than a first transaction is.
    private static let refusals: [(kind: SendRefusal.Kind, texts: [String])] = [
        (
            .replacementUnderpriced,
            [
                "replacement transaction underpriced", "replacementnotallowed", "replacement fee too low",
                "could not replace existing", "another transaction with same nonce", "ownnoncealreadyused",
            ]
        ),
        (.nonceTooLow, ["nonce too low", "oldnonce", "nonce is too low", "nonce below", "invalid transaction nonce"]),
        (.nonceTooHigh, ["nonce too high", "noncegap", "nonce too far", "nonce too distant", "future nonce"]),
        (
            .insufficientFunds,
            [
                "insufficient funds", "insufficientfunds", "insufficient balance", "upfront cost exceeds",
                "not enough funds", "doesn't have enough funds",
            ]
        ),
        (
            .intrinsicGas,
            [
                "intrinsic gas", "gas is too low. there is not enough", "floor data gas", "gaslimittoolow",
                "gas limit too low",
            ]
        ),
        (
            .gasLimitTooHigh,
            [
                "exceeds block gas limit", "gaslimitexceeded", "gas limit too high", "exceeds current gas limit",
                "exceeds transaction gas cap", "gas limit exceeds", "exceeds max transaction gas limit",
            ]
        ),
        (
            .feeCapBelowBaseFee,
            [
                "less than block base fee", "maxfeepergas too low", "below current base fee", "lower than the base fee",
                "fee cap less than", "below block base fee",
            ]
        ),
        (.feeAboveNodeLimit, ["exceeds the configured cap", "fee cap exceeded"]),
        (
            .underpriced,
            [
                "underpriced", "gas price below", "feetoolow", "gas price too low", "gas price is too low",
                "gas tip cap", "priorityfeepergas too low", "fee too low",
            ]
        ),
        (.poolFull, ["txpool is full", "pool is full", "pool full", "too many transactions in the queue"]),
        (.wrongChain, ["invalid chain id", "wrong chainid", "invalidtxchainid", "chain id mismatch"]),
    ]

    /// The node has the very transaction already: as good as taken.
    static func isAlreadyKnown(_ failure: RPCFailure) -> Bool {
        contains(failure, alreadyKnown) && !contains(failure, ["unknown transaction"])
    }

    /// What a node's error to a sent transaction means; nil when no row fits.
    static func refusal(_ failure: RPCFailure) -> SendRefusal.Kind? {
        refusals.first { contains(failure, $0.texts) }?.kind
    }

    /// Whether the endpoint only says that it is asked too often.
    static func isRateLimit(_ failure: RPCFailure) -> Bool {
        guard failure.data == nil, refusal(failure) == nil, !isAlreadyKnown(failure) else { return false }
        return rateLimitCodes.contains(failure.code)
            || failure.code < -32_000 && contains(failure, rateLimitTexts)
    }

    /// Whether the call ran and was reverted.
    static func isRevert(_ failure: RPCFailure) -> Bool {
        revertCodes.contains(failure.code) || contains(failure, ["execution reverted", "vm execution error"])
            || failure.data.map { !$0.isEmpty } == true
    }

    /// Whether an error to a sent transaction leaves open what became of it.
    static func isUncertain(_ failure: RPCFailure) -> Bool {
        failure.code == internalError || contains(failure, ["timed out", "timeout", "time out"])
    }

    private static func contains(_ failure: RPCFailure, _ texts: [String]) -> Bool {
        let message = failure.message.lowercased()
        return texts.contains { message.contains($0) }
    }
}
