internal import AI1Core

extension AskEngine {
    /// Largest error body that is read.
    private static let errorBodyBytes = 256 * 1024
    /// Largest answer that comes in one piece.
    private static let wholeBodyBytes = 64 * 1_048_576

    /// Sends a request to one target and waits for the first content.
    /// - Throws: `CancellationError`, or `CancelledBeforeSending` when nothing was sent; nothing else
    func open(
        _ attempt: ReadyAttempt, _ policy: AskPolicy, _ meter: UsageMeter, remaining: Int64
    ) async throws -> Result<OpenedAnswer, AttemptFailure> {
        let started = clock.monotonicNanoseconds
        let target = attempt.target
        var batch = AnswerBatch()
        var reports = UsageReports()
        var key: Secret?
        var wasAccepted = false
        do {
            let endpoint: Endpoint
            do {
                endpoint = try await reach(target, remaining: remaining)
            } catch is CancellationError {
                throw CancelledBeforeSending()
            }
            key = endpoint.key
            let left = remaining - (clock.monotonicNanoseconds - started) / 1_000_000
            let response = try await send(attempt, endpoint, policy, meter, remaining: max(1, left))
            wasAccepted = true
            var decoder = dialect(target.row.dialect).decoder(for: attempt.request)
            var buffer: [UInt8] = []
            var ended = false
            var late: ProviderFault?
            let isMedia = attempt.request.output.isMedia
            while !ended, isMedia || !batch.hasContent || batch.isRefusal {
                do {
                    defer { reports.take(batch) }
                    if try await response.body.next(into: &buffer) {
                        try buffer.withUnsafeBytes { try decoder.feed($0, into: &batch) }
                    } else {
                        ended = true
                        try decoder.finish(into: &batch)
                    }
                } catch let fault as ProviderFault {
                    response.body.cancel()
                    if batch.isRefusal { break }
                    // A part of a picture is nothing: another candidate may still make a whole one.
                    guard batch.hasText, !isMedia || batch.finish != nil else { throw fault }
                    late = batch.finish == nil ? fault : nil
                    ended = true
                }
            }
            if batch.isRefusal {
                throw ProviderFault(.contentFiltered, message: "the provider's safety filter refused the request")
            }
            let media = isMedia ? try await wholeMedia(&batch, attempt.request.output, until: started, remaining) : []
            return .success(
                OpenedAnswer(
                    attempt: attempt, body: response.body, decoder: decoder, batch: batch, reports: reports,
                    ended: ended,
                    fault: late?.hiding(key), key: key, startedNanoseconds: started,
                    openedNanoseconds: clock.monotonicNanoseconds, media: media))
        } catch let fault as ProviderFault {
            let elapsed = Double(clock.monotonicNanoseconds - started) / 1_000_000
            let fault = fault.stating(deadlineMilliseconds: policy.deadlineMilliseconds)
            return .failure(
                AttemptFailure(
                    fault: fault.hiding(key), reports: reports, wasAccepted: wasAccepted && fault.leavesInputRead,
                    milliseconds: elapsed))
        }
    }

    /// The target's endpoint with its key; a command that prints the key has as long as the request.
    private func reach(_ target: PlannedTarget, remaining: Int64) async throws -> Endpoint {
        guard target.endpointMayTakeLong else { return try await endpoint(of: target) }
        return try await withThrowingTaskGroup(of: Endpoint.self) { group in
            group.addTask { try await endpoint(of: target) }
            group.addTask {
                try await clock.sleep(milliseconds: remaining)
                throw ProviderFault(.deadline, message: "the deadline passed while its key was being read")
            }
            defer { group.cancelAll() }
            guard let endpoint = try await group.next() else { throw CancellationError() }
            return endpoint
        }
    }

    private func endpoint(of target: PlannedTarget) async throws -> Endpoint {
        do {
            return try await target.endpoint()
        } catch let error as any AI1Error {
            // The user pressed Ctrl-C where the key command asked something: that ends the request.
            if error.kind == .interrupted { throw CancellationError() }
            let kind: FaultKind = error.kind == .keyRefused ? .keyRefused : .refusedLocally
            throw ProviderFault(kind, message: error.message, underlying: error.underlying, hint: error.hint)
        }
    }

    /// Sends, and in the time until the head comes makes ready for the charge.
    private func sendWhilePreparing(_ http: HTTPRequest) async throws -> HTTPResponse {
        guard let ledger else { return try await transport.send(http) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await ledger.prepareToPost() }
            return try await transport.send(http)
        }
    }

    private func send(
        _ attempt: ReadyAttempt, _ endpoint: Endpoint, _ policy: AskPolicy, _ meter: UsageMeter, remaining: Int64
    ) async throws -> HTTPResponse {
        let row = attempt.target.row
        let request = attempt.request
        let protocolForm = dialect(row.dialect)
        var http = try protocolForm.encode(request, for: Target(row: row, endpoint: endpoint))
        http.limits.connectTimeoutMilliseconds = policy.connectTimeoutMilliseconds
        // A whole answer sends nothing until it is done: only the deadline bounds it.
        http.limits.stallTimeoutMilliseconds =
            request.stream ? policy.stallTimeoutMilliseconds : max(policy.stallTimeoutMilliseconds, remaining)
        http.limits.deadlineMilliseconds = remaining
        if !request.stream { http.limits.bodyBytes = Self.wholeBodyBytes }
        // From here on a crash is charged for: the provider may have read the request.
        meter.grow(attempt.number, attempt.charge(attempt.estimate()))
        let response = try await sendWhilePreparing(http)
        guard (200..<300).contains(response.head.status) else {
            let body = (try? await response.body.collect(limit: Self.errorBodyBytes)) ?? []
            response.body.cancel()
            try Task.checkCancellation()
            throw protocolForm.fault(status: response.head.status, head: response.head, body: body)
        }
        return response
    }
}

extension ProviderFault {
    /// Whether a provider that had begun to answer has read the request, as far as anybody can tell. One that says what is
    /// wrong has refused it.
    fileprivate var leavesInputRead: Bool { [.cut, .stalled, .malformed, .deadline].contains(kind) }
}

/// The task was cancelled, and the provider has seen nothing of the request.
struct CancelledBeforeSending: Error {}

extension AnswerBatch {
    /// Whether something has come that settles who answers: text, reasoning, a tool call or an end.
    var hasContent: Bool { hasText || finish != nil }

    /// Whether a filter ended the answer before anything came. What follows it can only be usage.
    var isRefusal: Bool { finish == .contentFilter && !hasText }

    /// Whether something has come that a person may see or a tool must run.
    var hasText: Bool {
        !text.isEmpty || !reasoning.isEmpty || !toolCalls.isEmpty || !media.isEmpty || !mediaURLs.isEmpty
    }
}
