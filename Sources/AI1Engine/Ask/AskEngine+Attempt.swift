internal import AI1Core

extension AskEngine {
    /// Largest error body that is read.
    private static let errorBodyBytes = 256 * 1024
    /// Largest answer that comes in one piece.
    private static let wholeBodyBytes = 64 * 1_048_576

    /// Sends a request to one target and waits for the first content.
    /// - Throws: `CancellationError` only
    func open(
        _ target: PlannedTarget, _ request: ChatRequest, _ policy: AskPolicy, remaining: Int64
    ) async throws -> Result<OpenedAnswer, AttemptFailure> {
        let started = clock.monotonicNanoseconds
        var batch = AnswerBatch()
        do {
            let response = try await send(target, request, policy, remaining: remaining)
            var decoder = dialect(target.row.dialect).decoder(for: request)
            var buffer: [UInt8] = []
            var ended = false
            var late: ProviderFault?
            while !ended, !batch.hasContent || batch.isRefusal {
                do {
                    if try await response.body.next(into: &buffer) {
                        try buffer.withUnsafeBytes { try decoder.feed($0, into: &batch) }
                    } else {
                        ended = true
                        try decoder.finish(into: &batch)
                    }
                } catch let fault as ProviderFault {
                    response.body.cancel()
                    if batch.isRefusal { break }
                    guard batch.hasText else { throw fault }
                    late = fault
                    ended = true
                }
            }
            if batch.isRefusal {
                throw ProviderFault(.contentFiltered, message: "the provider's safety filter refused the request")
            }
            return .success(
                OpenedAnswer(
                    target: target, body: response.body, decoder: decoder, batch: batch, ended: ended, fault: late,
                    startedNanoseconds: started, openedNanoseconds: clock.monotonicNanoseconds))
        } catch let fault as ProviderFault {
            let elapsed = Double(clock.monotonicNanoseconds - started) / 1_000_000
            return .failure(AttemptFailure(fault: fault, usage: batch.usage, milliseconds: elapsed))
        }
    }

    private func send(
        _ target: PlannedTarget, _ request: ChatRequest, _ policy: AskPolicy, remaining: Int64
    ) async throws -> HTTPResponse {
        let endpoint: Endpoint
        do {
            endpoint = try await target.endpoint()
        } catch let error as any AI1Error {
            let kind: FaultKind = error.kind == .keyRefused ? .keyRefused : .refusedLocally
            throw ProviderFault(kind, message: error.message, underlying: error.underlying, hint: error.hint)
        }
        let protocolForm = dialect(target.row.dialect)
        var http = try protocolForm.encode(request, for: Target(row: target.row, endpoint: endpoint))
        http.limits.connectTimeoutMilliseconds = policy.connectTimeoutMilliseconds
        // A whole answer sends nothing until it is done: only the deadline bounds it.
        http.limits.stallTimeoutMilliseconds =
            request.stream ? policy.stallTimeoutMilliseconds : max(policy.stallTimeoutMilliseconds, remaining)
        http.limits.deadlineMilliseconds = remaining
        if !request.stream { http.limits.bodyBytes = Self.wholeBodyBytes }
        let response = try await transport.send(http)
        guard (200..<300).contains(response.head.status) else {
            let body = (try? await response.body.collect(limit: Self.errorBodyBytes)) ?? []
            response.body.cancel()
            try Task.checkCancellation()
            let fault = protocolForm.fault(status: response.head.status, head: response.head, body: body)
            throw fault.hiding(endpoint.key)
        }
        return response
    }
}

extension AnswerBatch {
    /// Whether something has come that settles who answers: text, reasoning, a tool call or an end.
    var hasContent: Bool { hasText || finish != nil }

    /// Whether a filter ended the answer before anything came. What follows it can only be usage.
    var isRefusal: Bool { finish == .contentFilter && !hasText }

    /// Whether something has come that a person may see or a tool must run.
    var hasText: Bool { !text.isEmpty || !reasoning.isEmpty || !toolCalls.isEmpty }
}
