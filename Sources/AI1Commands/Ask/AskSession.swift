internal import AI1Catalog
internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal
internal import AI1Tools

/// One `ai1 ask` from its flags to its exit.
struct AskSession {
    let command: AskCommand
    let live: Composition
    let context: CommandContext

    private var isQuiet: Bool { command.output.quiet || live.settings.quiet.value }

    /// - Throws: what ends the program with a code other than 0
    func run() async throws {
        let lines = NoticeRoute(errors: context.errors)
        let notices = NoticeWriter(
            errors: context.errors, style: Style(hasColor: live.errorFacts.hasColor), isQuiet: isQuiet,
            isVerbose: command.output.verbose,
            spinner: isQuiet
                ? nil
                : Spinner(stream: live.errorFacts, descriptor: context.errors.descriptor, clock: context.clock),
            screen: { lines.line($0) }, route: lines)
        var asked = try await RequestBuilder(command: command, live: live, context: context, notices: notices).request()
        if command.queue.keeps {
            return try await QueueKeeping(session: self, asked: asked, notices: notices).run()
        }
        let shell = try command.shell.shell ? ShellSession(session: self, asked: &asked, notices: notices) : nil
        if command.cassette.replay != nil { return try await replay(asked, notices) }
        if !command.compare.models.isEmpty {
            return try await CompareSession(session: self, asked: asked, notices: notices).run()
        }
        let desk = try toolDesk(asked)
        do {
            try await serve(asked, shell, desk, notices)
        } catch {
            await desk?.stop()
            throw error
        }
        await desk?.stop()
    }

    /// The request from its chat to its answer.
    private func serve(
        _ built: AskedRequest, _ shell: ShellSession?, _ desk: ToolDesk?, _ notices: NoticeWriter
    ) async throws {
        var asked = built
        if let desk { asked.request.tools = try await desk.offer().tools.map(\.offer) }
        var keeper = try ChatTurnKeeper.open(command.chat, live)
        keeper?.begin(&asked.request, system: command.input.system)
        let flow = RequestFlow(live: live, notices: notices, terms: try terms(asked, keeper?.chat))
        let checks = flow.checks()
        if flow.terms.claim != nil, try await printStored(asked, flow, checks) { return }
        var routed = try await route(asked, flow, checks, &keeper)
        let route = routed.route
        if command.output.why {
            try DecisionReport.show(route.decision, on: context.errors, live.errorFacts)
        }
        let whole = routed.asked
        try admit(&routed, notices)
        asked = routed.asked
        try asked.checkInput(limit: command.bounds.maxInput ?? live.settings.limits.maxInput?.value)
        if command.output.dryRun, let row = rowToShow(route) {
            return try await DryRun.show(
                asked.request, row, live.providers, json: command.output.json, output: context.output)
        }
        try routed.requireTarget(live.providers)
        if command.output.estimate {
            return try Estimate.show(asked, route, json: command.output.json, output: context.output)
        }
        if route.isSandboxDefault, !isQuiet {
            notices.line("no provider is set up, so the sandbox answers; to add one: ai1 route add openai")
        }
        for note in keeper?.trimmed ?? [] where !isQuiet { notices.line(note) }
        let run = try flow.start(routed)
        if let shell { return try await shell.run(run) }
        let rounds = desk.map { desk in
            let approver = TerminalApprover(live: live, notices: notices)
            return ToolFlow(first: run, asked: whole, desk: desk) { try approver.answer($0) }
        }
        try await ask(run, rounds, notices, keeper)
    }

    /// The request on its way, with as much of its chat as the model takes.
    private func route(
        _ asked: AskedRequest, _ flow: RequestFlow, _ checks: SafetyGuard?, _ keeper: inout ChatTurnKeeper?
    ) async throws -> RoutedRequest {
        guard let content = keeper?.content(asked.request) else { return try await flow.route(asked, checks: checks) }
        let chosen = try await ChatRouting(flow: flow).route(asked, content, checks: checks)
        keeper?.trimmed = chosen.window.notes
        return chosen.routed
    }

    private func admit(_ routed: inout RoutedRequest, _ notices: NoticeWriter) throws {
        let rows = rows(routed.route)
        defer { if command.output.why, !rows.isEmpty, let checks = routed.checks { notices.line(checks.line) } }
        try routed.admit(to: rows)
    }

    /// Every model that may get the request, or whose request a dry run shows.
    private func rows(_ route: RoutePlanner.Route) -> [ModelRow] {
        let rows = route.targets.map(\.row) + route.cooling.map(\.target.row)
        return rows.isEmpty && command.output.dryRun ? rowToShow(route).map { [$0] } ?? [] : rows
    }

    private func ask(
        _ run: FlowRun, _ rounds: ToolFlow?, _ notices: NoticeWriter, _ keeper: ChatTurnKeeper?
    ) async throws {
        // The program ends with the answer: the kernel closes what is open sooner than we could.
        if let ledger = run.ledger { _ = Unmanaged.passRetained(ledger) }
        let asked = run.routed.asked
        defer {
            keeper?.keep(
                rounds?.finished ?? run.history.finished, calls: rounds?.turns ?? [], at: context.clock.now, notices)
        }
        func record(_ error: (any AI1Error)?) {
            let hasSchema = asked.schema != nil
            if let rounds {
                rounds.record(error: error, hasSchema: hasSchema)
            } else {
                run.record(error: error, hasSchema: hasSchema)
            }
        }
        do {
            let outcome = try await print(run, rounds, notices)
            report(outcome, run, notices)
            try tape(asked.request, run.history)
            record(nil)
        } catch let error as any AI1Error {
            record(error)
            throw error
        }
    }

    /// Asks, and prints in the form that is for what was asked.
    private func print(_ run: FlowRun, _ rounds: ToolFlow?, _ notices: NoticeWriter) async throws -> AskOutcome {
        let asked = run.routed.asked
        if asked.request.output.isMedia {
            return try await MediaPrinter(
                session: self, asked: asked, notices: notices, checks: run.routed.checks
            ) { sink in
                await run.ask(sink)
            }.print()
        }
        return try await AnswerPrinter(
            session: self, asked: asked, notices: notices, requestID: asked.request.id,
            decision: run.routed.route.decision, checks: run.routed.checks, rounds: rounds
        ) { sink in
            guard let rounds else { return await run.ask(sink) }
            return await rounds.ask(sink) { record in
                try? (sink as? EventSink)?.event("tool_call", ToolCallJSON.members(record))
            }
        }.print()
    }

    /// Answers from a cassette: nothing is sent, charged or recorded.
    private func replay(_ asked: AskedRequest, _ notices: NoticeWriter) async throws {
        guard let file = command.cassette.replay else { return }
        let player = CassettePlayer(cassette: Cassette(path: file), asked: command.routing.model)
        let entry = try player.entry(for: asked.request)
        let speed = command.cassette.replaySpeed?.factor ?? 0
        let printer = AnswerPrinter(session: self, asked: asked, notices: notices, requestID: asked.request.id) {
            sink in
            await player.play(entry, asked.request, speed: speed, clock: context.clock, sink)
        }
        _ = try await printer.print()
    }

    /// Adds an answer to the cassette that was asked for.
    private func tape(_ request: ChatRequest, _ history: RequestHistory) throws {
        guard let file = command.cassette.record, let finished = history.finished else { return }
        try CassettePlayer(cassette: Cassette(path: file), asked: command.routing.model)
            .record(request, finished.outcome, finished.answer)
    }

    /// Prints the stored answer of the request's key.
    /// - Returns: false when there is none, and the request is to be sent
    private func printStored(
        _ asked: AskedRequest, _ flow: RequestFlow, _ checks: SafetyGuard?
    ) async throws -> Bool {
        let notices = flow.notices
        guard let ledger = try flow.money.ledger(for: [], onSkip: { _ in }) else { return false }
        let wait = policy.deadlineMilliseconds
        guard let kept = try await flow.money.storedAnswer(ledger, waitMilliseconds: wait, notices: notices) else {
            return false
        }
        guard kept.media.isEmpty != asked.request.output.isMedia else {
            throw CommandError(
                .badInput, message: "what is stored under this key is something else than what is asked for",
                hint: "give it a key or a job of its own")
        }
        // It was kept as it came, so that it is checked by what holds today.
        let produce: @Sendable (any AnswerSink) async -> AskOutcome = { sink in
            guard let checks else { return Replay.outcome(kept, sink) }
            return await checks.guarding(sink, ledger) { Replay.outcome(kept, $0) }
        }
        if asked.request.output.isMedia {
            _ = try await MediaPrinter(
                session: self, asked: asked, notices: notices, checks: checks, produce: produce
            ).print()
        } else {
            _ = try await AnswerPrinter(
                session: self, asked: asked, notices: notices, requestID: kept.request, checks: checks,
                produce: produce
            ).print()
        }
        if context.errors.isTerminal, !isQuiet { notices.line("the stored answer of \(kept.target), at no charge") }
        return true
    }

    /// The model whose request `--dry-run` shows: the one that would be asked, or that would be if it had a key.
    private func rowToShow(_ route: RoutePlanner.Route) -> ModelRow? {
        if let row = route.targets.first?.row ?? route.cooling.first?.target.row { return row }
        if route.isPinned, route.decision.rejected.contains(where: { NoRoute.isTelling($0.reason) }) { return nil }
        guard
            let name = route.decision.rejected.first(where: { if case .noKey = $0.reason { true } else { false } })?
                .name
        else { return nil }
        return live.catalog.models.first { $0.name == name }
    }

    /// The lines after an answer: cost, and predicted against actual.
    func report(_ outcome: AskOutcome, _ run: FlowRun, _ notices: NoticeWriter) {
        guard outcome.target != nil else { return }
        let report = AnswerReport(outcome: outcome, ledger: run.ledger)
        if command.output.why, let line = report.comparison(with: run.routed.route.decision) { notices.line(line) }
        if let note = outcome.settlement?.note { notices.line("ai1: \(note)") }
        guard context.errors.isTerminal, !isQuiet else { return }
        for line in report.lines { notices.line(line) }
    }
}
