internal import AI1Core

extension RPCClient {
    /// Makes several calls in one exchange, or one by one where an endpoint takes no batches.
    /// - Returns: one reply a call, in the calls' order
    /// - Throws: `ChainError` when no endpoint answered all of them, or one serves another chain; `CancellationError`
    package func batch(_ requests: [RPCRequest]) async throws -> [RPCReply] {
        var replies: [RPCReply] = []
        var rest = requests[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(max(1, limits.batchCalls)))
            rest = rest.dropFirst(part.count)
            do {
                replies += try await overEndpoints { place, end in
                    try await several(part, at: place, until: end)
                }.value
            } catch let exhausted as RPCExhausted {
                throw exhausted.error
            }
        }
        return replies
    }

    /// Statuses by which an endpoint says that the form of the request, not its content, is not to its liking.
    private static let formRefusals: Set<Int> = [400, 404, 405, 413, 415, 422, 501]

    private func several(_ requests: [RPCRequest], at place: Int, until end: Int64) async throws -> [RPCReply] {
        if requests.count > 1, memory.takesBatches(place) {
            if let replies = try await together(requests, at: place, until: end) { return replies }
            memory.recordBatchRefusal(of: place)
        }
        var replies: [RPCReply] = []
        for request in requests { replies.append(try await single(request, at: place, until: end)) }
        return replies
    }

    /// One exchange for all; nil when the endpoint takes no batches.
    private func together(_ requests: [RPCRequest], at place: Int, until end: Int64) async throws -> [RPCReply]? {
        let endpoint = endpoints[place]
        let firstID = memory.takeIDs(requests.count)
        let answer = try await exchange(RPCWire.encode(requests, firstID: firstID), at: place, until: end)
        if Self.formRefusals.contains(answer.head.status) { return nil }
        if let fault = fault(of: answer.head, endpoint) { throw fault }
        let outcomes: [RPCReply.Outcome]
        do throws(RPCWire.Malformed) {
            let value = try RPCWire.parse(answer.body)
            if let failure = RPCFailure(value["error"], from: endpoint) {
                outcomes = [.failure(failure)]
            } else {
                guard let elements = value.array else { throw RPCWire.Malformed("the answer to a batch is no array") }
                outcomes = try RPCWire.outcomes(elements, firstID: firstID, count: requests.count, from: endpoint)
            }
        } catch {
            throw RPCFault(.malformed, endpoint, error.reason)
        }
        for outcome in outcomes { try refuseBusy(outcome, answer.head, endpoint) }
        // One error for a whole batch, and not that the endpoint is busy: it takes none.
        guard outcomes.count == requests.count else { return nil }
        return zip(outcomes, requests).map { RPCReply(outcome: $0, endpoint: endpoint, method: $1.method) }
    }
}
