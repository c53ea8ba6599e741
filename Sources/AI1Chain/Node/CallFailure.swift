internal import AI1Core
internal import AI1Wallet

/// A node's error to a call or an estimate, in ai1's words.
enum CallFailure {
    /// `reverted` with what the contract says, `insufficientFunds`, or the node's own error.
    /// - Parameters:
    ///   - errors: what the contract declares
    ///   - names: what an address is called
    static func error(
        _ failure: RPCFailure, of reply: RPCReply, errors: [ABIErrorDeclaration] = [],
        names: (Address) -> String? = { _ in nil }
    ) -> ChainError {
        if NodeTexts.isRevert(failure) {
            return ChainError(
                .reverted, "the call would be reverted: \(words(failure, errors, names))", hint: "nothing was sent",
                underlying: "\(reply.endpoint.shown): \(failure.message)")
        }
        guard NodeTexts.refusal(failure) == .insufficientFunds else { return reply.error(for: failure) }
        return ChainError(
            .insufficientFunds, reply.error(for: failure).message, hint: "put more coin into the account, or send less")
    }

    /// The contract's data tell more than the node's text, which some nodes cut.
    static func words(
        _ failure: RPCFailure, _ errors: [ABIErrorDeclaration], _ names: (Address) -> String?
    ) -> String {
        if let data = failure.data, !data.isEmpty {
            return RevertReason.decode(data, errors: errors, names: names).words
        }
        return failure.message.isEmpty ? "no reason was given" : failure.message
    }
}
