internal import AI1Core
internal import AI1Wallet

extension TokenClient {
    /// The request of a function without parameters.
    static func request(_ function: ABIFunction, _ token: Address) -> RPCRequest {
        ChainClient.callRequest(CallRequest(to: token, data: function.selector), at: .latest)
    }

    static func request(_ function: ABIFunction, _ arguments: [ABIValue], _ token: Address) throws -> RPCRequest {
        ChainClient.callRequest(CallRequest(to: token, data: try function.encodeCall(arguments)), at: .latest)
    }

    func read(_ function: ABIFunction, _ arguments: [ABIValue], _ token: Address) async throws -> [UInt8] {
        try Self.data(await chain.rpc.call(Self.request(function, arguments, token)), token)
    }

    func number(_ function: ABIFunction, _ arguments: [ABIValue], _ token: Address) async throws -> UInt256 {
        try Self.number(await read(function, arguments, token), function, token)
    }

    func text(_ function: ABIFunction, _ token: Address) async throws -> String {
        let data = try await read(function, [], token)
        guard let text = try? function.decodeResult(data).first?.string else {
            throw Self.malformed(token, function.name)
        }
        return text
    }

    /// What a call of a token gave back; an account without code gives back nothing.
    static func data(_ reply: RPCReply, _ token: Address) throws(ChainError) -> [UInt8] {
        let data = try ChainClient.callResult(reply)
        guard !data.isEmpty else {
            throw ChainError(
                .notFound, "no token answers at \(token)",
                hint: "check the address and the network: is it of another chain?")
        }
        return data
    }

    static func number(
        _ data: [UInt8], _ function: ABIFunction, _ token: Address
    ) throws(ChainError) -> UInt256 {
        guard data.count == 32, let number = UInt256(bigEndian: data) else { throw malformed(token, function.name) }
        return number
    }

    static func decimals(_ data: [UInt8], of token: Address) throws(ChainError) -> Int {
        let number = try number(data, ERC20.decimals, token)
        guard number <= UInt256(UInt64(Token.largestDecimals)), let decimals = number.uint64 else {
            throw malformed(token, ERC20.decimals.name)
        }
        return Int(decimals)
    }

    static func check(_ token: Token, _ decimals: Int) throws(ChainError) {
        guard decimals == token.decimals else {
            throw ChainError(
                .untrusted,
                "the node says that \(token.symbol) has \(decimals) decimals; it was added with \(token.decimals)",
                hint:
                    "amounts would be off by powers of ten: use another endpoint with --rpc-url, or ask the token's makers"
            )
        }
    }

    static func malformed(_ token: Address, _ function: String) -> ChainError {
        ChainError(
            .malformed, "\(token) answers \(function)() with something else", hint: "it may not be an ERC-20 token")
    }
}
