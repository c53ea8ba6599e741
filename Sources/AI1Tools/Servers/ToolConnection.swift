internal import AI1Core
internal import AI1Process
internal import Synchronization

/// One life of a server: the child, and the dialogue with it. It knows how to ask and to end; when to start again is its
/// owner's matter.
final class ToolConnection: Sendable {
    private struct State: Sendable {
        var dialogue: Dialogue
        var waiting: [Int64: CheckedContinuation<Result<JSONValue, ToolError>, Never>] = [:]
        var child: ChildProcess?
        /// Set once, when nothing more will come.
        var end: ToolError?
        var toolsChanged = false
        var version = ProtocolVersion.newest
        var hasTools = true
    }

    private let state: Mutex<State>
    private let clock: any WallClock
    private let limits: ToolLimits

    private init(_ limits: ToolLimits, _ clock: any WallClock) {
        state = Mutex(State(dialogue: Dialogue(limits)))
        self.limits = limits
        self.clock = clock
    }

    /// Starts a server and agrees on the protocol with it.
    /// - Throws: `ToolError` of the codes `notStarted`, `timedOut`, `died`, `protocolBroken`; `CancellationError`
    static func open(
        _ declaration: ServerDeclaration, environment: [String: String], version: String, _ limits: ToolLimits,
        _ clock: any WallClock
    ) async throws -> ToolConnection {
        let connection = ToolConnection(limits, clock)
        do {
            let child = try await ChildProcess.start(
                declaration.program, environment: environment,
                output: { bytes in connection.take(bytes) },
                ended: { end in connection.childEnded(end) })
            connection.state.withLock { $0.child = child }
        } catch let error as ProcessError {
            throw ToolError(.notStarted, error.message, hint: error.hint, underlying: error.underlying)
        }
        do {
            try await connection.greet(version)
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    /// Whether it can still be asked.
    var isAlive: Bool { state.withLock { $0.end == nil } }

    /// The last of what the server printed on standard error.
    var errorTail: String { state.withLock { $0.child }?.errorTail ?? "" }

    /// Whether the server has said, since this was asked last, that its tools have changed.
    func takeToolsChanged() -> Bool {
        state.withLock { state in
            defer { state.toolsChanged = false }
            return state.toolsChanged
        }
    }

    var hasTools: Bool { state.withLock { $0.hasTools } }

    private func greet(_ version: String) async throws {
        let answer = try await request(
            "initialize",
            [
                "protocolVersion": .string(ProtocolVersion.newest.rawValue), "capabilities": [:],
                "clientInfo": ["name": "ai1", "version": .string(version)],
            ], milliseconds: limits.startMilliseconds)
        let named = answer["protocolVersion"]?.string ?? ""
        guard let agreed = ProtocolVersion(rawValue: named) else {
            throw ToolError(
                .protocolBroken,
                "it speaks version \"\(TerminalCleaner.cleanLine(named, limit: 40))\" of the protocol",
                hint: "ai1 speaks " + ProtocolVersion.allCases.map(\.rawValue).joined(separator: ", "))
        }
        state.withLock { state in
            state.version = agreed
            state.hasTools = answer["capabilities"]?["tools"]?.object != nil
        }
        try send(RPCMessage.notification(method: "notifications/initialized"))
    }

    /// Asks and waits for the answer.
    /// - Throws: `ToolError`; `CancellationError`
    func request(_ method: String, _ params: JSONValue? = nil, milliseconds: Int64) async throws -> JSONValue {
        try Task.checkCancellation()
        let (id, line) = state.withLock { $0.dialogue.request(method, params) }
        let clock = clock
        let timer = Task { [weak self] in
            try await clock.sleep(milliseconds: milliseconds)
            self?.giveUp(
                id,
                ToolError(
                    .timedOut, "no answer within \(decimalText(milliseconds, places: 3)) s",
                    hint: "a longer timeout can be set for the server"), reason: "timed out")
        }
        defer { timer.cancel() }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: CheckedContinuation<Result<JSONValue, ToolError>, Never>) in
                let end = state.withLock { state -> ToolError? in
                    if state.end == nil { state.waiting[id] = waiter }
                    return state.end
                }
                if let end { return waiter.resume(returning: .failure(end)) }
                do throws(ToolError) {
                    try send(line)
                } catch {
                    resume(id, .failure(error))
                }
                // The handler may have run before there was anybody to wake.
                if Task.isCancelled { giveUp(id, ToolError(.cancelled, "cancelled"), reason: "cancelled") }
            }
        } onCancel: {
            giveUp(id, ToolError(.cancelled, "cancelled"), reason: "cancelled")
        }
        try Task.checkCancellation()
        do throws(ToolError) {
            return try outcome.get()
        } catch {
            throw explained(error)
        }
    }

    /// The error with what the server itself printed about it.
    private func explained(_ error: ToolError) -> ToolError {
        let tail = errorTail
        guard [.died, .timedOut].contains(error.code), let last = tail.split(separator: "\n").last else { return error }
        return ToolError(
            error.code, "\(error.message) (it said: \(TerminalCleaner.cleanLine(String(last), limit: 160)))",
            hint: error.hint, underlying: tail)
    }

    /// Ends the server; whoever waits is told. Returns when it is gone.
    func close() async {
        finish(ToolError(.died, "it was ended"))
        await state.withLock { $0.child }?.stop()
    }

    private func send(_ line: [UInt8]) throws(ToolError) {
        do {
            try state.withLock { $0.child }?.send(line)
        } catch {
            throw ToolError(.died, "\(error.message)")
        }
    }

    private func giveUp(_ id: Int64, _ error: ToolError, reason: String) {
        let (isWaiting, notice) = state.withLock { state in
            (state.waiting[id] != nil, state.waiting[id] == nil ? nil : state.dialogue.abandon(id, reason: reason))
        }
        guard isWaiting else { return }
        if let notice { try? send(notice) }
        resume(id, .failure(error))
    }

    private func resume(_ id: Int64, _ outcome: Result<JSONValue, ToolError>) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(returning: outcome)
    }

    /// - Returns: false when the server is to be ended
    private func take(_ bytes: [UInt8]) -> Bool {
        do {
            for effect in try state.withLock({ try $0.dialogue.receive(bytes) }) {
                switch effect {
                case .send(let line): try send(line)
                case .toolsChanged: state.withLock { $0.toolsChanged = true }
                case .answered(let id, .result(let value)): resume(id, .success(value))
                case .answered(let id, .failure(let code, let message)):
                    resume(id, .failure(ToolError(.refused, "\(message) (\(code))")))
                }
            }
            return true
        } catch let error as ToolError {
            finish(error)
        } catch {
            finish(ToolError(.protocolBroken, "its output cannot be read"))
        }
        return false
    }

    private func childEnded(_ end: CommandResult.End?) {
        let how =
            switch end {
            case .exited(let code): "it ended with exit code \(code)"
            case .signalled(let number): "it was ended by signal \(number)"
            case nil: "it ended"
            }
        finish(ToolError(.died, how))
    }

    /// The first end counts.
    private func finish(_ error: ToolError) {
        let waiting = state.withLock { state in
            if state.end == nil { state.end = error }
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for waiter in waiting { waiter.resume(returning: .failure(error)) }
    }
}
