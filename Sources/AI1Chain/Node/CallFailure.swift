internal import AI1Core
internal import AI1Wallet

/// A node's error to a call or an estimate, in ai1's words.
enum CallFailure {
    /// `reverted` with what the contract says, `insufficientFunds`, or the node's own error.
    static func error(_ failure: RPCFailure, of reply: RPCReply) -> ChainError {
        if NodeTexts.isRevert(failure) {
            return ChainError(
                .reverted, "the call would be reverted: \(failure.message)",
                hint: "nothing was sent", underlying: failure.data.map { HexText.encode($0.prefix(shownData)) })
        }
        guard NodeTexts.refusal(failure) == .insufficientFunds else { return reply.error(for: failure) }
        return ChainError(.insufficientFunds, reply.error(for: failure).message)
    }

    private static let shownData = 256
}
