package import AI1Core
package import AI1Wallet

/// Asks a chain's nodes, and believes only answers of the right form. Every method throws `ChainError` and
/// `CancellationError`; the first use of each endpoint checks its chain id.
package struct ChainClient: Sendable {
    package let network: Network
    package let rpc: RPCClient

    /// - Parameters:
    ///   - network: where to call, and the chain id that every endpoint must name
    ///   - transport: sends the requests
    ///   - clock: deadlines and waits
    ///   - random: jitter of waits
    /// - Throws: `ChainError` of code `configuration` when there is no endpoint, or one that may not be used
    package init(
        network: Network, transport: any HTTPTransport, clock: any WallClock, random: any RandomSource,
        limits: RPCLimits = RPCLimits()
    ) throws(ChainError) {
        self.network = network
        rpc = try RPCClient(network: network, transport: transport, clock: clock, random: random, limits: limits)
    }

    /// Holds every endpoint against the network's chain id: to be called before anything is signed for this chain.
    package func checkEveryEndpoint() async throws { try await rpc.checkEveryEndpoint() }

    /// The number of the latest block.
    package func blockNumber() async throws -> UInt64 { try await ask("eth_blockNumber").uint64() }

    /// An account's balance in the smallest unit of the chain's coin.
    package func balance(of address: Address, at tag: BlockTag = .latest) async throws -> UInt256 {
        try await ask("eth_getBalance", [.string(address.lowercased), .string(tag.parameter)]).quantity()
    }

    /// How many transactions an account has sent: `latest` those in blocks, `pending` also those in the node's pool.
    package func nonce(of address: Address, at tag: BlockTag) async throws -> UInt64 {
        try await ask("eth_getTransactionCount", [.string(address.lowercased), .string(tag.parameter)]).uint64()
    }

    /// A contract's code; empty for an account of a person.
    package func code(of address: Address, at tag: BlockTag = .latest) async throws -> [UInt8] {
        try await ask("eth_getCode", [.string(address.lowercased), .string(tag.parameter)]).data()
    }

    /// What a call would return.
    /// - Throws: `ChainError` of code `reverted` with what the contract says, when it would be reverted
    package func call(_ request: CallRequest, at tag: BlockTag = .latest) async throws -> [UInt8] {
        try Self.callResult(try await rpc.call(Self.callRequest(request, at: tag)))
    }

    /// How much gas a transaction would use.
    /// - Throws: `ChainError` of code `reverted` with what the contract says, when it would be reverted
    package func estimateGas(_ request: CallRequest) async throws -> UInt64 {
        let reply = try await rpc.call(RPCRequest("eth_estimateGas", [request.parameter]))
        if case .failure(let failure) = reply.outcome { throw CallFailure.error(failure, of: reply) }
        return try AnswerReader(reply).uint64()
    }

    /// Asks one question and gives its result to be read.
    func ask(_ method: String, _ parameters: [JSONValue] = []) async throws -> AnswerReader {
        try AnswerReader(await rpc.call(RPCRequest(method, parameters)))
    }

    /// The request of a call, for batches.
    static func callRequest(_ request: CallRequest, at tag: BlockTag) -> RPCRequest {
        RPCRequest("eth_call", [request.parameter, .string(tag.parameter)])
    }

    /// What a call's reply returns.
    static func callResult(_ reply: RPCReply) throws(ChainError) -> [UInt8] {
        if case .failure(let failure) = reply.outcome { throw CallFailure.error(failure, of: reply) }
        return try AnswerReader(reply).data()
    }
}
