internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Ledger
internal import AI1Settings

/// `ai1 ask --queue`: keeps a request; with `--wait` it is sent at once if that can be done, and its answer printed.
struct QueueKeeping {
    let session: AskSession
    let asked: AskedRequest
    let notices: NoticeWriter

    private var live: Composition { session.live }
    private var command: AskCommand { session.command }

    /// - Throws: what ends the program with a code other than 0
    func run() async throws {
        let terms = try session.terms(asked)
        try checkNames(terms.routing)
        let (notBefore, expires) = try times()
        let deadline = command.bounds.deadline?.milliseconds ?? live.settings.limits.deadlineMilliseconds?.value
        let store = QueueDesk(live).store
        let entry = try store.add(
            asked.request, wishes: QueueTerms.wishes(terms, live.settings.safety, deadline: deadline),
            notBefore: notBefore, expires: expires)
        guard command.queue.waits else { return try show(entry) }
        if notices.isVerbose || notices.errors.isTerminal && !notices.isQuiet { notices.line("kept as \(entry.id)") }
        try await send(entry, store)
    }

    /// A name that nothing has is told now, and not at night to nobody.
    private func checkNames(_ routing: RoutePlanner.RouteWishes) throws {
        let planner = RoutePlanner(live: live, routing: routing)
        if let model = routing.model { _ = try planner.rows(named: model, origin: routing.modelOrigin) }
        for name in routing.fallback { _ = try planner.rows(named: name, origin: routing.fallbackOrigin) }
    }

    private func times() throws -> (notBefore: Timestamp?, expires: Timestamp?) {
        let now = live.context.clock.now
        let notBefore = command.queue.notBefore?.time(live.calendar, now: now)
        let expires = command.queue.expires?.time(live.calendar, now: now)
        if let expires, expires <= max(now, notBefore ?? now) {
            throw CommandError(
                .usage, message: expires <= now ? "--expires is over already" : "--expires is not after --not-before",
                hint: "give a later time, or leave --expires out")
        }
        return (notBefore, expires)
    }

    private func show(_ entry: QueueEntry) throws {
        guard command.output.json else { return try session.context.output.line(entry.id.description) }
        try session.context.output.line(
            JSONValue.object([
                "v": 1, "id": .string(entry.id.description), "state": .string(entry.state.rawValue),
                "job": entry.wishes.job.map { .string($0) } ?? .null,
                "not_before": entry.notBefore.map { .string($0.utcText) } ?? .null,
                "expires": entry.expires.map { .string($0.utcText) } ?? .null,
            ]).text)
    }

    private func send(_ entry: QueueEntry, _ store: QueueStore) async throws {
        let ledger: SQLiteLedger
        do {
            ledger = try QueueSender.openLedger(live)
        } catch let error as any AI1Error {
            throw stays(entry, error)
        }
        guard let claim = try store.claim(entry.id) else { return try await printOthers(entry, store) }
        var sender = QueueSender(
            live: live, store: store, notices: notices, ledger: ledger, policy: session.policy)
        sender.isShown = true
        let result = await sender.send(claim) { try await print($0) }
        switch result.fate {
        case .done:
            if let outcome = result.outcome, let run = result.run { session.report(outcome, run, notices) }
        case .failed(let error): throw error
        case .unknown(let error): throw lost(entry, error)
        case .again(let error, _), .later(let error): throw result.next == nil ? error : stays(entry, error)
        case .back(let error): throw stays(entry, error, kind: error.kind)
        }
    }

    private func print(_ ready: QueueSender.Ready) async throws {
        let printer = AnswerPrinter(
            session: session, asked: ready.asked, notices: notices, requestID: ready.asked.request.id,
            decision: ready.decision, checks: ready.checks, produce: ready.ask)
        _ = try await printer.print()
    }

    /// A flush has taken it just now: its answer is waited for.
    private func printOthers(_ entry: QueueEntry, _ store: QueueStore) async throws {
        var answer: (target: TargetName, text: [UInt8])?
        do {
            let found = try await store.wait(for: entry.id, timeoutMilliseconds: session.policy.deadlineMilliseconds)
            guard found.state == .done, let outcome = found.outcome else {
                throw CommandError(
                    .unavailable, message: "the request failed: \(found.lastError ?? found.state.rawValue)",
                    hint: "ai1 route log queue")
            }
            answer = (outcome.target, Array(outcome.answer.utf8))
        } catch let error as ConversationError where error.code == .notFound {
            // It has been answered, and its answer is in the history.
            let row = try live.openHistory().show(entry.id)
            if let target = row.row.target, let text = row.content?.answer { answer = (target, text) }
        }
        guard let answer else {
            throw CommandError(.unavailable, message: "the request is gone", hint: "ai1 route log")
        }
        let kept = KeptAnswer(
            request: entry.id, target: answer.target, servedModel: nil, finish: .stop, text: answer.text,
            usage: TokenUsage(source: .unknown))
        try await print(
            QueueSender.Ready(asked: asked, checks: nil) { Replay.outcome(kept, $0) })
        try? store.remove(entry.id)
    }

    /// The error of a request that was sent and not answered. Trying later is no remedy for it.
    private func lost(_ entry: QueueEntry, _ error: any AI1Error) -> CommandError {
        let isBrokenOff = [.interrupted, .terminated].contains(error.kind)
        return CommandError(
            .answer(isBrokenOff ? error.kind : .protocolFailure),
            message: "it was sent, and nobody knows what came of it: \(error.message)",
            hint: "to send it again, and perhaps pay again: ai1 ask --flush --resend \(entry.id.short)",
            underlying: error.underlying)
    }

    /// The error of a request that was not answered and waits.
    private func stays(_ entry: QueueEntry, _ error: any AI1Error, kind: ErrorKind = .tryLater) -> CommandError {
        CommandError(
            .answer(kind), message: error.message,
            hint: "it stays in the queue as \(entry.id.short); it is sent by: ai1 ask --flush",
            underlying: error.underlying)
    }
}
