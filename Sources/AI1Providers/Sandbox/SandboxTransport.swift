package import AI1Core

/// Answers requests to `sandbox:` inside the process: no network, the latencies of the simulated models, and every
/// fault of the table for prompts whose first line is a directive such as `sandbox: fault=429 retry-after=30`.
package struct SandboxTransport: HTTPTransport {
    private let clock: any WallClock

    /// - Parameter clock: where its waiting happens
    package init(clock: any WallClock) { self.clock = clock }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.url.hasPrefix("sandbox:") else {
            throw ProviderFault(.refusedLocally, message: "the sandbox answers only sandbox: URLs")
        }
        try Task.checkCancellation()
        let timer = SandboxTimer(clock: clock, limits: request.limits)
        var call: SandboxCall
        do {
            call = try SandboxCall(request.body)
        } catch let failure as SandboxFailure {
            return refuse(failure, FaultPlan(), timer)
        }
        let plan = call.plan
        if plan.delayMilliseconds > 0 { try await timer.waitForHeaders(plan.delayMilliseconds) }
        if plan.resetBeforeHeaders || plan.garbage {
            throw ProviderFault(
                .transient, message: plan.garbage ? "the answer is not HTTP" : "the connection was reset")
        }
        if let url = plan.redirect {
            let head = HTTPHead(status: 302, headers: [("location", url), ("content-length", "0")])
            return HTTPResponse(head: head, body: SandboxBody(bytes: [], timer: timer))
        }
        if plan.status != nil { return refuse(plan.failure, plan, timer) }
        if call.prompt.wish != nil, OutputKind(rawValue: call.prompt.model) == call.prompt.wish?.kind {
            return answer(&call, .fast, timer)
        }
        guard let model = SandboxModel(rawValue: call.prompt.model), call.prompt.wish == nil else {
            return refuse(SandboxFailure(status: 404, code: "model_not_found"), plan, timer)
        }
        return answer(&call, model, timer)
    }

    private func answer(_ call: inout SandboxCall, _ model: SandboxModel, _ timer: SandboxTimer) -> HTTPResponse {
        let plan = call.plan
        let answer = SandboxBrain.answer(to: call.prompt, plan: plan)
        let wire = SandboxFraming(id: call.id, model: call.prompt.model, usage: plan.usage)
        // Only an answer of natural length is paced: who asks for 200,000 words wants the words, not the waiting.
        let natural =
            plan.size == .natural && call.prompt.wish == nil && plan.hugeEventBytes == nil && plan.dripBytes == nil
        let first = plan.firstEventDelayMilliseconds + (natural ? Int64(model.speed.firstTokenMilliseconds) : 0)
        let pace = natural ? 1_000 / model.speed.tokensPerSecond : 0
        let script = SandboxScript(
            answer: answer, plan: plan, wire: wire, streamed: call.stream, paceMilliseconds: pace)
        let generation = call.stream ? 0 : Int64(Double(natural ? answer.usage.output : 0) * pace)
        return HTTPResponse(
            head: HTTPHead(status: 200, headers: [("content-type", wire.contentType(streamed: call.stream))]),
            body: SandboxBody(script: script, firstDelayMilliseconds: first + generation, timer: timer))
    }

    private func refuse(_ failure: SandboxFailure, _ plan: FaultPlan, _ timer: SandboxTimer) -> HTTPResponse {
        let body =
            plan.htmlError
            ? Array("<html><body><h1>\(failure.status)</h1></body></html>".utf8)
            : SandboxFraming(id: "", model: "", usage: .absent).refusal(failure)
        var headers = [("content-type", plan.htmlError ? "text/html" : "application/json")]
        if let seconds = failure.retryAfterSeconds { headers.append(("retry-after", String(seconds))) }
        return HTTPResponse(
            head: HTTPHead(status: failure.status, headers: headers), body: SandboxBody(bytes: body, timer: timer))
    }
}
