internal import AI1Core
internal import AI1Providers

/// One request and the playing of its answer on a connection.
struct Exchange {
    /// How it ended, and what becomes of the connection.
    enum Outcome: Sendable, Equatable {
        case keepAlive
        case close
        case reset
        /// The client left before the end.
        case aborted
    }

    private let parsed: RequestParser.Parsed
    private let socket: Socket
    private let server: SandboxServer
    private let route: Route

    init(_ parsed: RequestParser.Parsed, socket: Socket, server: SandboxServer) {
        self.parsed = parsed
        self.socket = socket
        self.server = server
        route = Route(parsed.request)
    }

    private var request: RecordedRequest { parsed.request }
    private var settings: SandboxServerConfiguration { server.configuration }
    private var regularEnd: Outcome { parsed.keepAlive ? .keepAlive : .close }

    func run() -> Outcome {
        guard case .generate(let dialect) = route else { return serveOther() }
        if settings.prerendered { return send(server.prerendered(dialect)) ? .keepAlive : .aborted }
        var plan = FaultPlan()
        do throws(SandboxFailure) {
            var call = try dialect.read(request)
            plan = try server.plan(for: request, dialect: dialect, call: &call)
            return play(dialect, call, plan)
        } catch {
            // A plan that hits the request counts before what is wrong with the request.
            plan = server.plan(for: request, dialect: dialect, model: nil)
            return early(plan) ?? refuse(plan.status == nil ? error : plan.failure, plan, dialect)
        }
    }

    /// Everything that can happen before the dialect's own answer.
    private func early(_ plan: FaultPlan) -> Outcome? {
        if plan.delayMilliseconds > 0, socket.wait(milliseconds: plan.delayMilliseconds) == .peerLeft {
            return .aborted
        }
        if plan.resetBeforeHeaders { return .reset }
        if plan.garbage { return send(Array("\u{1}garbage, not HTTP\r\n\r\n".utf8)) ? .close : .aborted }
        if let url = plan.redirect {
            return respond(status: 302, type: nil, body: [], extra: [("Location", url)])
        }
        return nil
    }

    private func play(_ dialect: DialectName, _ call: WireCall, _ plan: FaultPlan) -> Outcome {
        if let outcome = early(plan) { return outcome }
        if plan.status != nil { return refuse(plan.failure, plan, dialect) }
        if let failure = server.unacceptable(request, dialect, model: call.prompt.model) {
            return refuse(failure, plan, dialect)
        }
        let isSilent = !dialect.tellsFilter || (dialect == .openAIChat && call.prompt.wish != nil)
        if plan.finish == .contentFilter || plan.blocked, isSilent {
            return refuse(SandboxFailure(status: 400, code: "content_filter"), plan, dialect)
        }
        let answer = SandboxBrain.answer(to: call.prompt, plan: plan)
        let wire = dialect.wire(WireContext(call: call, usage: plan.usage))
        let model = SandboxModel(rawValue: call.prompt.model) ?? .fast
        let latency = settings.simulatesLatency && call.prompt.wish == nil && plan.size == .natural
        let script = SandboxScript(
            answer: answer, plan: plan, wire: wire, streamed: call.stream,
            paceMilliseconds: latency ? 1_000 / model.speed.tokensPerSecond : 0)
        let first = plan.firstEventDelayMilliseconds + (latency ? Int64(model.speed.firstTokenMilliseconds) : 0)
        return stream(script, type: wire.contentType(streamed: call.stream), plan, firstMilliseconds: first)
    }

    private func stream(
        _ script: SandboxScript, type: String, _ plan: FaultPlan, firstMilliseconds: Int64
    ) -> Outcome {
        var script = script
        let body: ResponseHead.Body =
            script.wholeByteCount.map { .fixed($0) } ?? (parsed.isVersion11 ? .chunked : .untilClose)
        let keepAlive = parsed.keepAlive && body != .untilClose
        let head = ResponseHead(
            status: 200, contentType: type, body: body, keepAlive: keepAlive, extra: paddedHeader(plan))
        guard send(head.rendered()) else { return .aborted }
        if firstMilliseconds > 0, socket.wait(milliseconds: firstMilliseconds) == .peerLeft { return .aborted }
        var frame: [UInt8] = []
        while true {
            switch script.next() {
            case .send(let bytes):
                guard body == .chunked else {
                    guard send(bytes) else { return .aborted }
                    continue
                }
                frame.removeAll(keepingCapacity: true)
                ResponseHead.appendChunk(bytes, to: &frame)
                guard send(frame) else { return .aborted }
            case .wait(let milliseconds):
                if socket.wait(milliseconds: milliseconds) == .peerLeft { return .aborted }
            case .end(.complete):
                if body == .chunked, !send(ResponseHead.lastChunk) { return .aborted }
                return keepAlive ? .keepAlive : .close
            case .end(.cut): return .close
            case .end(.reset): return .reset
            case .end(.stall):
                _ = socket.wait(milliseconds: nil)
                return .aborted
            }
        }
    }

    private func serveOther() -> Outcome {
        let plan = server.plan(for: request, dialect: route.dialect, model: nil)
        if let outcome = early(plan) { return outcome }
        if plan.status != nil { return refuse(plan.failure, plan, route.dialect) }
        if route != .unknown, let failure = server.unacceptable(request, route.dialect, model: nil) {
            return refuse(failure, plan, route.dialect)
        }
        switch route {
        case .models(let dialect):
            return respond(status: 200, type: "application/json", body: dialect.list(settings.models).encoded())
        case .version:
            return respond(status: 200, type: "application/json", body: (["version": "0.12.0"] as JSONValue).encoded())
        case .generate, .unknown:
            let words = "the sandbox serves no \(request.method) \(request.path)"
            return refuse(SandboxFailure(status: 404, code: "not_found", message: words), plan, route.dialect)
        }
    }

    private func refuse(_ failure: SandboxFailure, _ plan: FaultPlan, _ dialect: DialectName) -> Outcome {
        var extra = paddedHeader(plan)
        if let seconds = failure.retryAfterSeconds { extra.append(("Retry-After", String(seconds))) }
        if plan.htmlError {
            let page =
                "<html><head><title>\(failure.status)</title></head><body><h1>\(failure.status)</h1></body></html>"
            return respond(status: failure.status, type: "text/html", body: Array(page.utf8), extra: extra)
        }
        let model = (try? dialect.read(request))?.prompt.model ?? ""
        let call = WireCall(prompt: SandboxPrompt(model: model, turns: []), stream: false)
        let body = dialect.wire(WireContext(call: call, usage: .absent)).refusal(failure)
        return respond(status: failure.status, type: "application/json", body: body, extra: extra)
    }

    private func paddedHeader(_ plan: FaultPlan) -> [(name: String, value: String)] {
        plan.headerBytes.map { [("X-Padding", String(repeating: "x", count: $0))] } ?? []
    }

    private func respond(
        status: Int, type: String?, body: [UInt8], extra: [(name: String, value: String)] = []
    ) -> Outcome {
        let head = ResponseHead(
            status: status, contentType: type, body: .fixed(body.count), keepAlive: parsed.keepAlive, extra: extra)
        return send(head.rendered() + body) ? regularEnd : .aborted
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        guard socket.write(bytes) else { return false }
        server.sent(bytes.count)
        return true
    }
}
