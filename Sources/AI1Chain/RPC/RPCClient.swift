package import AI1Core

/// JSON-RPC 2.0 over HTTP with several endpoints: the next one is asked when one is silent, busy, broken or talks nonsense. An
/// endpoint that serves another chain is never used.
package struct RPCClient: Sendable {
    /// In the order in which they are asked.
    package let endpoints: [RPCEndpoint]
    let network: Network
    let transport: any HTTPTransport
    let clock: any WallClock
    let random: any RandomSource
    let limits: RPCLimits
    let memory = RPCMemory()

    /// More endpoints than that are a mistake in the settings.
    package static let largestEndpoints = 16

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
        guard !network.rpcURLs.isEmpty else {
            throw ChainError(
                .configuration, "no RPC endpoint is set for \(network.name)",
                hint:
                    "give one with --rpc-url, or keep it: ai1 wallet networks add \(Self.words(for: network)) --rpc-url URL"
            )
        }
        guard network.rpcURLs.count <= Self.largestEndpoints else {
            throw ChainError(
                .configuration, "\(network.name) has more than \(Self.largestEndpoints) RPC endpoints",
                hint: "remove some of them")
        }
        var endpoints: [RPCEndpoint] = []
        for url in network.rpcURLs { endpoints.append(try RPCEndpoint(url)) }
        self.endpoints = endpoints
        self.network = network
        self.transport = transport
        self.clock = clock
        self.random = random
        self.limits = limits
    }

    /// Makes one call that may be repeated without harm: a question.
    /// - Throws: `ChainError` when no endpoint answered, or one serves another chain; `CancellationError`
    package func call(_ request: RPCRequest) async throws -> RPCReply {
        do {
            return try await overEndpoints { place, end in try await single(request, at: place, until: end) }.value
        } catch let exhausted as RPCExhausted {
            throw exhausted.error
        }
    }

    /// Tries the endpoints in turn, and again after a wait as often as the limits say, until one answers.
    /// - Parameter attempt: given the endpoint's place and the moment (monotonic nanoseconds) by which it must be done; throws
    ///   `RPCFault` to go on with the next one, anything else to end
    /// - Returns: the answer and the faults before it
    /// - Throws: `RPCExhausted`, `ChainError`, `CancellationError`
    func overEndpoints<Value>(
        _ attempt: (Int, Int64) async throws -> Value
    ) async throws -> (value: Value, faults: [RPCFault]) {
        let end = moment(after: limits.deadlineMilliseconds)
        var faults: [RPCFault] = []
        for round in 0..<limits.rounds {
            var latest: [RPCFault] = []
            for place in memory.order(of: endpoints.count) {
                guard milliseconds(until: end) > 0 else { throw RPCExhausted(faults: faults) }
                let exchangeEnd = endpoints.count == 1 ? end : min(end, moment(after: limits.exchangeMilliseconds))
                do {
                    try await checkChain(of: place, until: exchangeEnd)
                    let value = try await attempt(place, exchangeEnd)
                    memory.prefer(place)
                    return (value, faults)
                } catch let fault as RPCFault {
                    latest.append(fault)
                    faults.append(fault)
                }
            }
            let waits = latest.filter(\.isWorthRepeating).map { $0.retryAfterMilliseconds ?? backOff(round) }
            guard round + 1 < limits.rounds, let wait = waits.min(), wait < milliseconds(until: end) else { break }
            try await clock.sleep(milliseconds: wait)
        }
        throw RPCExhausted(faults: faults)
    }

    /// Half of the doubled wait for sure, the other half by chance, so that many waiting callers spread.
    private func backOff(_ round: Int) -> Int64 {
        let half = limits.firstWaitMilliseconds << Int64(min(round, 10)) / 2
        return half + Int64(random.next() % UInt64(max(1, half + 1)))
    }

    private func moment(after milliseconds: Int64) -> Int64 { clock.monotonicNanoseconds + milliseconds * 1_000_000 }

    func milliseconds(until end: Int64) -> Int64 { (end - clock.monotonicNanoseconds) / 1_000_000 }

    /// A chain that the settings do not know has a number in place of a name.
    private static func words(for network: Network) -> String {
        network.name.contains(" ") ? "NAME --chain \(network.chainID)" : network.name
    }
}
