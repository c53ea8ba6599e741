internal import AI1Core
internal import AI1Wallet

/// A question that goes with others in one exchange, and whose answer is a number.
struct TokenQuestion: Sendable {
    /// nil asks for an amount of the chain's own coin.
    let token: Token?
    /// What a token is asked.
    let function: ABIFunction
    let request: RPCRequest

    /// What an account has of the chain's own coin.
    static func coin(of owner: Address) -> TokenQuestion {
        TokenQuestion(
            token: nil, function: ERC20.balanceOf,
            request: RPCRequest(
                "eth_getBalance", [.string(owner.lowercased), .string(BlockTag.latest.parameter)]))
    }

    /// - Throws: what encoding the arguments throws
    init(_ token: Token, _ function: ABIFunction, _ arguments: [ABIValue]) throws {
        self.init(
            token: token, function: function, request: try TokenClient.request(function, arguments, token.address))
    }

    private init(token: Token?, function: ABIFunction, request: RPCRequest) {
        self.token = token
        self.function = function
        self.request = request
    }
}

extension TokenClient {
    /// The answers, in the questions' order. The decimals of each token are asked for with them and held against the
    /// pinned ones; what is wrong with one token does not touch the others.
    /// - Throws: `ChainError` when no endpoint answers; `CancellationError`
    func answers(_ questions: [TokenQuestion]) async throws -> [Result<UInt256, ChainError>] {
        guard !questions.isEmpty else { return [] }
        var seen: Set<Token> = []
        let tokens = questions.compactMap(\.token).filter { seen.insert($0).inserted }
        let replies = try await chain.rpc.batch(
            tokens.map { Self.request(ERC20.decimals, $0.address) } + questions.map(\.request))
        var checks: [Token: Result<Void, ChainError>] = [:]
        for (token, reply) in zip(tokens, replies) {
            checks[token] = Self.catching { () throws(ChainError) in
                try Self.check(token, Self.decimals(Self.data(reply, token.address), of: token.address))
            }
        }
        return zip(questions, replies.dropFirst(tokens.count)).map { question, reply in
            Self.catching { () throws(ChainError) in
                guard let token = question.token else { return try AnswerReader(reply).quantity() }
                try checks[token]?.get()
                return try Self.number(Self.data(reply, token.address), question.function, token.address)
            }
        }
    }

    private static func catching<Value>(_ body: () throws(ChainError) -> Value) -> Result<Value, ChainError> {
        do throws(ChainError) { return .success(try body()) } catch { return .failure(error) }
    }
}
