internal import AI1Core
package import AI1Wallet

extension TokenClient {
    /// The balances of several accounts, coin and tokens, in their smallest units, asked for together. The decimals of
    /// each token are asked for with them and held against the pinned ones.
    /// - Returns: one a holding, in their order; what is wrong with one token does not touch the others
    /// - Throws: `ChainError` when no endpoint answers; `CancellationError`
    package func balances(_ holdings: [Holding]) async throws -> [Result<UInt256, ChainError>] {
        try await answers(
            holdings.map { holding in
                guard let token = holding.token else { return .coin(of: holding.owner) }
                return try TokenQuestion(token, ERC20.balanceOf, [.address(holding.owner)])
            })
    }

    /// How much several spenders may take of several tokens, in the tokens' smallest units, asked for together. The
    /// decimals of each token are asked for with them and held against the pinned ones.
    /// - Returns: one a question, in their order; what is wrong with one token does not touch the others
    /// - Throws: `ChainError` when no endpoint answers; `CancellationError`
    package func allowances(_ questions: [AllowanceQuestion]) async throws -> [Result<UInt256, ChainError>] {
        try await answers(
            questions.map { question in
                try TokenQuestion(
                    question.token, ERC20.allowance, [.address(question.owner), .address(question.spender)])
            })
    }
}
