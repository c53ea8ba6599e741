internal import AI1Core
internal import AI1Wallet

extension RPCClient {
    /// Asks an endpoint for its chain id, once in the life of the process.
    /// - Throws: `RPCFault`; `ChainError` of code `wrongChain`; `CancellationError`
    func checkChain(of place: Int, until end: Int64) async throws {
        switch memory.check(of: place) {
        case .right: return
        case .wrong(let other): throw wrongChain(place, other)
        case .open: break
        }
        let reply: RPCReply
        do {
            reply = try await single(RPCRequest("eth_chainId"), at: place, until: end)
        } catch var fault as RPCFault {
            fault.mayHaveActed = false
            throw fault
        }
        guard case .result(let value) = reply.outcome, let number = value.string.flatMap({ UInt256(hex: $0) }) else {
            let words = if case .failure(let failure) = reply.outcome { ": " + failure.message } else { "" }
            throw RPCFault(.malformed, endpoints[place], "it does not say which chain it serves" + words)
        }
        guard number == UInt256(network.chainID) else {
            memory.record(.wrong(number.decimal), of: place)
            throw wrongChain(place, number.decimal)
        }
        memory.record(.right, of: place)
    }

    /// Asks every endpoint for its chain id, all at once: before anything is signed, not only the one that happens to answer is
    /// held against the chain that is signed for. Endpoints that do not answer do not matter while another one does.
    /// - Throws: `ChainError`: `wrongChain` when one serves another chain; when none answers, why; `CancellationError`
    package func checkEveryEndpoint() async throws {
        let end = clock.monotonicNanoseconds + limits.exchangeMilliseconds * 1_000_000
        let faults = try await withThrowingTaskGroup(of: (Int, RPCFault)?.self) { group in
            for place in endpoints.indices {
                group.addTask {
                    do { try await checkChain(of: place, until: end) } catch let fault as RPCFault {
                        return (place, fault)
                    }
                    return nil
                }
            }
            var faults: [(Int, RPCFault)] = []
            for try await case let fault? in group { faults.append(fault) }
            return faults.sorted { $0.0 < $1.0 }.map(\.1)
        }
        if faults.count == endpoints.count { throw RPCExhausted(faults: faults).error }
    }

    private func wrongChain(_ place: Int, _ other: String) -> ChainError {
        ChainError(
            .wrongChain,
            "\(endpoints[place].shown) serves chain \(other), not \(network.chainID) (\(network.name))",
            hint: "correct the endpoints of \(network.name), or choose the network that you mean")
    }
}
