internal import AI1Core

extension RPCClient {
    /// One HTTP exchange with one endpoint.
    /// - Throws: `RPCFault`, `CancellationError`
    func exchange(_ body: [UInt8], at place: Int, until end: Int64) async throws -> (head: HTTPHead, body: [UInt8]) {
        let endpoint = endpoints[place]
        var bounds = HTTPLimits()
        let rest = max(1, milliseconds(until: end))
        bounds.deadlineMilliseconds = rest
        bounds.stallTimeoutMilliseconds = rest
        bounds.connectTimeoutMilliseconds = min(rest, limits.connectMilliseconds)
        bounds.bodyBytes = limits.answerBytes
        var request = HTTPRequest(
            method: .post, url: endpoint.url.reveal(),
            headers: [HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json")],
            body: body, limits: bounds, policy: .provider)
        request.hiddenWords = endpoint.keys
        do {
            let response = try await transport.send(request)
            return (response.head, try await response.body.collect(limit: limits.answerBytes))
        } catch let fault as ProviderFault {
            throw RPCFault(fault, endpoint)
        }
    }

    /// One call at one endpoint.
    /// - Throws: `RPCFault`, `CancellationError`
    func single(_ request: RPCRequest, at place: Int, until end: Int64) async throws -> RPCReply {
        let endpoint = endpoints[place]
        let id = memory.takeIDs(1)
        let answer = try await exchange(RPCWire.encode(request, id: id), at: place, until: end)
        let outcome: RPCReply.Outcome
        do throws(RPCWire.Malformed) {
            outcome = try RPCWire.outcome(RPCWire.parse(answer.body), id: id, from: endpoint)
        } catch {
            throw fault(of: answer.head, endpoint) ?? RPCFault(.malformed, endpoint, error.reason, mayHaveActed: true)
        }
        try refuseBusy(outcome, answer.head, endpoint)
        return RPCReply(outcome: outcome, endpoint: endpoint, method: request.method)
    }

    /// An answer that only says that the endpoint cannot answer now is a fault, whatever its form. A node's own error may come
    /// under any status.
    func refuseBusy(_ outcome: RPCReply.Outcome, _ head: HTTPHead, _ endpoint: RPCEndpoint) throws(RPCFault) {
        if var fault = fault(of: head, endpoint) {
            switch outcome {
            case .result:
                // A result says that it was done, whatever the status says.
                fault.mayHaveActed = true
                throw fault
            case .failure(let failure):
                let isInternal = failure.code == NodeTexts.internalError
                if isInternal { fault.mayHaveActed = true }
                if isInternal || [401, 403, 429].contains(head.status) { throw fault }
            }
        }
        guard case .failure(let failure) = outcome, NodeTexts.isRateLimit(failure) else { return }
        var fault = RPCFault(.rateLimited, endpoint, "too many requests")
        fault.retryAfterMilliseconds = RetryAfter.milliseconds(head)
        fault.underlying = failure.message
        throw fault
    }

    /// What a status outside 200 to 299 means; nil inside.
    func fault(of head: HTTPHead, _ endpoint: RPCEndpoint) -> RPCFault? {
        var fault: RPCFault
        switch head.status {
        case 200..<300: return nil
        case 401, 403: fault = RPCFault(.keyRefused, endpoint, "status \(head.status), access refused")
        case 429: fault = RPCFault(.rateLimited, endpoint, "status 429, too many requests")
        case 408, 500...:
            fault = RPCFault(.serverError, endpoint, "status \(head.status)", mayHaveActed: true)
        default: fault = RPCFault(.badStatus, endpoint, "status \(head.status)")
        }
        fault.retryAfterMilliseconds = RetryAfter.milliseconds(head)
        return fault
    }
}
