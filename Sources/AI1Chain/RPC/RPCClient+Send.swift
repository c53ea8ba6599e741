internal import AI1Core
internal import AI1Wallet

extension RPCClient {
    /// Sends a signed transaction. The same octets are the same transaction, so that the next endpoint may be given what the
    /// last one did not confirm.
    /// - Throws: `ChainError` when the transaction surely reached no node, also because an endpoint serves another chain.
    ///   A `CancellationError` leaves open whether it was sent, like `SendOutcome.unknown`
    package func sendRawTransaction(_ raw: [UInt8]) async throws -> SendOutcome {
        let request = RPCRequest("eth_sendRawTransaction", [.string(HexText.encode(raw))])
        var doubt: RPCFault?
        do {
            let reply = try await overEndpoints { place, end in
                do { return try await single(request, at: place, until: end) } catch let fault as RPCFault {
                    if doubt == nil, fault.mayHaveActed { doubt = fault }
                    throw fault
                }
            }.value
            return outcome(of: reply, doubt: doubt)
        } catch let exhausted as RPCExhausted {
            guard let doubt else { throw exhausted.error }
            return .unknown(reason: "\(doubt.host): \(doubt.message)")
        } catch let error as ChainError {
            // That the next endpoint serves another chain does not take back what went to the one before.
            guard let doubt else { throw error }
            return .unknown(reason: "\(doubt.host): \(doubt.message); \(error.message)")
        }
    }

    /// - Parameter doubt: an earlier try whose fate is open: what refuses now may refuse because that one got through
    private func outcome(of reply: RPCReply, doubt: RPCFault?) -> SendOutcome {
        switch reply.outcome {
        case .result(let value):
            guard let hash = value.string.flatMap({ Hash32(hex: $0) }) else {
                return .unknown(reason: "\(reply.endpoint.shown): the answer is no hash")
            }
            return .accepted(hash)
        case .failure(let failure):
            if NodeTexts.isAlreadyKnown(failure) { return .alreadyKnown }
            let kind = NodeTexts.refusal(failure)
            if let doubt { return .unknown(reason: "\(doubt.host): \(doubt.message)") }
            if kind == nil, NodeTexts.isUncertain(failure) {
                return .unknown(reason: reply.error(for: failure).message)
            }
            let words = failure.message.isEmpty ? "error \(failure.code)" : failure.message
            return .refused(
                SendRefusal(kind ?? .other, endpoint: reply.endpoint.shown, words: words, code: failure.code))
        }
    }
}
