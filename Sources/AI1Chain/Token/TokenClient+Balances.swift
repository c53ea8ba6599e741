internal import AI1Core
package import AI1Wallet

extension TokenClient {
    /// The balances of several accounts, coin and tokens, in their smallest units, asked for together. The decimals of each
    /// token are asked for with them and held against the pinned ones.
    /// - Returns: one a holding, in their order; what is wrong with one token does not touch the others
    /// - Throws: `ChainError` when no endpoint answers; `CancellationError`
    package func balances(_ holdings: [Holding]) async throws -> [Result<UInt256, ChainError>] {
        var tokens: [Token] = []
        for case let token? in holdings.map(\.token) where !tokens.contains(token) { tokens.append(token) }
        var requests = tokens.map { Self.request(ERC20.decimals, $0.address) }
        for holding in holdings {
            guard let token = holding.token else {
                requests.append(
                    RPCRequest(
                        "eth_getBalance", [.string(holding.owner.lowercased), .string(BlockTag.latest.parameter)]))
                continue
            }
            requests.append(try Self.request(ERC20.balanceOf, [.address(holding.owner)], token.address))
        }
        let replies = try await chain.rpc.batch(requests)
        var checks: [Token: Result<Void, ChainError>] = [:]
        for (token, reply) in zip(tokens, replies) {
            checks[token] = Self.catching { () throws(ChainError) in
                try Self.check(token, Self.decimals(Self.data(reply, token.address), of: token.address))
            }
        }
        return zip(holdings, replies.dropFirst(tokens.count)).map { holding, reply in
            Self.catching { () throws(ChainError) in
                guard let token = holding.token else { return try AnswerReader(reply).quantity() }
                try checks[token]?.get()
                return try Self.number(Self.data(reply, token.address), ERC20.balanceOf, token.address)
            }
        }
    }

    private static func catching<Value>(_ body: () throws(ChainError) -> Value) -> Result<Value, ChainError> {
        do throws(ChainError) { return .success(try body()) } catch { return .failure(error) }
    }
}
