internal import AI1Core
internal import AI1Wallet

extension ReceiptWatcher {
    /// The error of a transaction that was reverted, with the reason that its call gives when it is made again in the
    /// state of the block before. Chains do not keep reasons.
    func reverted(_ report: ReceiptReport) async throws -> ChainError {
        let receipt = report.receipt
        let words = (try? await reason(report)) ?? "the reason could not be found out"
        return ChainError(
            .reverted,
            "the transaction \(receipt.transactionHash.hex) was reverted in block \(receipt.blockNumber): \(words)",
            hint: "its fee is paid, and nothing else happened"
        ).about(receipt.transactionHash)
    }

    private func reason(_ report: ReceiptReport) async throws -> String? {
        let receipt = report.receipt
        guard let entry = report.entry, receipt.blockNumber > 0 else { return nil }
        let transaction = try SignedTransaction(decoding: entry.raw).transaction
        if receipt.gasUsed >= transaction.gasLimit { return "it ran out of gas (limit \(transaction.gasLimit))" }
        let call = CallRequest(
            from: entry.sender, to: transaction.to, value: transaction.value, data: transaction.data,
            gasLimit: transaction.gasLimit)
        let reply = try await client.rpc.call(ChainClient.callRequest(call, at: .number(receipt.blockNumber - 1)))
        guard case .failure(let failure) = reply.outcome else { return nil }
        guard let data = failure.data, !data.isEmpty else { return failure.message.isEmpty ? nil : failure.message }
        return RevertReason.decode(data).words
    }
}
