internal import AI1Core
internal import AI1Providers
internal import Synchronization

/// What exchanges ask of their server and tell it.
extension SandboxServer {
    /// Counts and keeps a request.
    func begin(_ parsed: inout RequestParser.Parsed) {
        let request = parsed.request
        parsed = state.withLock { state in
            state.statistics.requests += 1
            state.statistics.open += 1
            state.statistics.requestsByPath[request.path, default: 0] += 1
            var request = request
            request.order = state.statistics.requests
            if configuration.recordedRequests > 0 {
                if state.recorded.count >= configuration.recordedRequests { state.recorded.removeFirst() }
                state.recorded.append(request)
            }
            return RequestParser.Parsed(
                request: request, keepAlive: parsed.keepAlive, isVersion11: parsed.isVersion11)
        }
    }

    /// Counts how an exchange ended. One that the server's own stop ended is neither completed nor aborted.
    func end(_ outcome: Exchange.Outcome) {
        state.withLock { state in
            state.statistics.open -= 1
            if outcome != .aborted {
                state.statistics.completed += 1
            } else if !state.stopping {
                state.statistics.aborted += 1
            }
        }
    }

    func sent(_ count: Int) { state.withLock { $0.statistics.bytes += Int64(count) } }

    /// The plan for a request: the directives of its prompt, or what the configuration says.
    func plan(
        for request: RecordedRequest, dialect: DialectName, call: inout WireCall
    ) throws(SandboxFailure) -> FaultPlan {
        if configuration.obeysPrompts, let directives = call.prompt.takeDirectives() {
            do {
                return spare(try FaultPlan.parse(directives), key: "prompt \(directives)", order: request.order)
            } catch let error as SandboxError {
                throw SandboxFailure(status: 400, message: error.message)
            } catch {
                throw SandboxFailure(status: 500)
            }
        }
        return plan(for: request, dialect: dialect, model: call.prompt.model)
    }

    /// The plan that the configuration has for a request.
    func plan(for request: RecordedRequest, dialect: DialectName, model: String?) -> FaultPlan {
        let paths = configuration.plansByPath.filter { request.path.hasPrefix($0.key) }
        if let longest = paths.max(by: { $0.key.utf8.count < $1.key.utf8.count }) {
            return spare(longest.value, key: "path \(longest.key)", order: request.order)
        }
        if let model, let plan = configuration.plansByModel[model] {
            return spare(plan, key: "model \(model)", order: request.order)
        }
        if let plan = configuration.plansByDialect[dialect] {
            return spare(plan, key: "dialect \(dialect.rawValue)", order: request.order)
        }
        return spare(state.withLock { $0.plan }, key: "all", order: request.order)
    }

    /// The plan, or what is left of it when it does not hit this request.
    private func spare(_ plan: FaultPlan, key: String, order: Int) -> FaultPlan {
        if plan.percent < 100 {
            var digest = SandboxDigest()
            digest.add("\(configuration.seed) \(order)")
            if Int(digest.value >> 32 % 100) >= plan.percent { return plan.spared }
        }
        guard let first = plan.firstRequests else { return plan }
        let hits = state.withLock { state in
            state.hits[key, default: 0] += 1
            return state.hits[key] ?? 0
        }
        return hits <= first ? plan : plan.spared
    }

    /// Why a request is refused without any plan: its key or its model.
    func unacceptable(_ request: RecordedRequest, _ dialect: DialectName, model: String?) -> SandboxFailure? {
        if let required = configuration.requiredKey, dialect.key(of: request) != required {
            return SandboxFailure(status: 401)
        }
        if let model, !configuration.acceptsAnyModel, !configuration.models.contains(model) {
            return SandboxFailure(status: 404, message: "The model '\(model)' does not exist (simulated).")
        }
        return nil
    }

    /// A whole streamed response of the configuration's plan, head included, rendered once a dialect.
    func prerendered(_ dialect: DialectName) -> [UInt8] {
        if let ready = state.withLock({ $0.rendered[dialect] }) { return ready }
        let call = WireCall(
            prompt: SandboxPrompt(
                model: SandboxModel.fast.rawValue, turns: [.init(role: "user", text: "prerendered")]), stream: true)
        let plan = configuration.plan
        let wire = dialect.wire(WireContext(call: call, usage: plan.usage))
        var script = SandboxScript(
            answer: SandboxBrain.answer(to: call.prompt, plan: plan), plan: plan.spared, wire: wire, streamed: true)
        var output = ResponseHead(
            status: 200, contentType: wire.contentType(streamed: true), body: .chunked, keepAlive: true
        ).rendered()
        while case .send(let bytes) = script.next() { ResponseHead.appendChunk(bytes, to: &output) }
        output += ResponseHead.lastChunk
        let rendered = output
        return state.withLock { state in
            state.rendered[dialect] = rendered
            return rendered
        }
    }
}
