internal import AI1Catalog
internal import AI1Core
internal import AI1Engine
internal import AI1History
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// One `ai1 ask` from its flags to its exit.
struct AskSession {
    let command: AskCommand
    let live: Composition
    let context: CommandContext

    /// Nobody who gave no deadline is kept waiting for a target for longer than this.
    private static let unaskedWaitMilliseconds: Int64 = 10_000

    private var isQuiet: Bool { command.output.quiet || live.settings.quiet.value }

    /// - Throws: what ends the program with a code other than 0
    func run() async throws {
        let notices = NoticeWriter(
            errors: context.errors, style: Style(hasColor: live.errorFacts.hasColor), isQuiet: isQuiet,
            isVerbose: command.output.verbose,
            spinner: isQuiet
                ? nil
                : Spinner(stream: live.errorFacts, descriptor: context.errors.descriptor, clock: context.clock))
        var asked = try await RequestBuilder(command: command, live: live, context: context, notices: notices).request()
        if command.cassette.replay != nil { return try await replay(asked, notices) }
        if !command.compare.models.isEmpty {
            return try await CompareSession(session: self, asked: asked, notices: notices).run()
        }
        let wishes = try wishes(asked)
        let money = money(asked, wishes)
        let safety = SafetyGuard(
            SafetyPolicy(live.settings.safety, flag: command.safety.safety), live, job: command.money.job,
            notices: notices)
        if money.claim != nil, try await printStored(asked, money, safety, notices) { return }
        let examination = safety?.examine(asked)
        let route = try await RoutePlanner(live: live, routing: wishes).route(asked.request)
        if command.output.why {
            try DecisionReport.show(route.decision, on: context.errors, live.errorFacts)
        }
        let rows = rows(route)
        if let safety, !rows.isEmpty {
            defer { if command.output.why { notices.line(safety.line) } }
            asked = try safety.admitted(examination, asked, to: rows)
        }
        if command.output.dryRun, let row = rowToShow(route) {
            return try await DryRun.show(
                asked.request, row, live.providers, json: command.output.json, output: context.output)
        }
        guard !route.targets.isEmpty || !route.cooling.isEmpty else {
            throw NoRoute.error(route, providers: live.providers)
        }
        if command.output.estimate {
            return try Estimate.show(asked.request, route, json: command.output.json, output: context.output)
        }
        if route.isSandboxDefault, !isQuiet {
            notices.line("no provider is set up, so the sandbox answers; to add one: ai1 route add openai")
        }
        try await ask(asked, route, wishes.model, money, safety, notices)
    }

    /// Every model that may get the request, or whose request a dry run shows.
    private func rows(_ route: RoutePlanner.Route) -> [ModelRow] {
        let rows = route.targets.map(\.row) + route.cooling.map(\.target.row)
        return rows.isEmpty && command.output.dryRun ? rowToShow(route).map { [$0] } ?? [] : rows
    }

    private func ask(
        _ asked: AskedRequest, _ route: RoutePlanner.Route, _ model: String?, _ money: AskMoney,
        _ safety: SafetyGuard?,
        _ notices: NoticeWriter
    ) async throws {
        live.prepareState()
        let history = AskHistory(live: live, job: command.money.job, notices: notices)
        let ledger = try money.ledger(for: route.targets + route.cooling.map(\.target)) { error in
            if command.output.verbose { notices.line("unmetered: \(error.message)") }
        }
        // The program ends with the answer: the kernel closes what is open sooner than we could.
        if let ledger { _ = Unmanaged.passRetained(ledger) }
        if ledger != nil { tellGrant(notices) }
        try await safety?.judge(asked.request, ledger)
        var plan = AskPlan(
            request: asked.request, targets: route.targets, cooling: route.cooling,
            task: route.decision.features.task, keepsAnswer: money.claim != nil)
        plan.policy = policy
        let ready = plan
        let checks = AnswerPrinter.Checks(safety: safety, ledger: ledger)
        let printer = AnswerPrinter(
            session: self, asked: asked, notices: notices, requestID: plan.request.id, decision: route.decision,
            checks: checks, history: history
        ) { sink in
            await money.ask(ready, ledger, sink, notices: notices)
        }
        do {
            let outcome = try await printer.print()
            report(outcome, route, ledger, notices)
            try tape(asked.request, history)
            history.record(
                asked.request, route.decision, asked: model, error: nil, hasSchema: asked.schema != nil,
                risk: safety?.risk)
        } catch let error as any AI1Error {
            history.record(
                asked.request, route.decision, asked: model, error: error, hasSchema: asked.schema != nil,
                risk: safety?.risk)
            throw error
        }
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
    private func tape(_ request: ChatRequest, _ history: AskHistory) throws {
        guard let file = command.cassette.record, let finished = history.finished else { return }
        try CassettePlayer(cassette: Cassette(path: file), asked: command.routing.model)
            .record(request, finished.outcome, finished.answer)
    }

    /// Prints the stored answer of the request's key.
    /// - Returns: false when there is none, and the request is to be sent
    private func printStored(
        _ asked: AskedRequest, _ money: AskMoney, _ safety: SafetyGuard?, _ notices: NoticeWriter
    ) async throws -> Bool {
        guard let ledger = try money.ledger(for: [], onSkip: { _ in }) else { return false }
        let wait = policy.deadlineMilliseconds
        guard let kept = try await money.storedAnswer(ledger, waitMilliseconds: wait, notices: notices) else {
            return false
        }
        // It was kept as it came, so that it is checked by what holds today.
        let checks = AnswerPrinter.Checks(safety: safety, ledger: ledger)
        let printer = AnswerPrinter(
            session: self, asked: asked, notices: notices, requestID: kept.request, checks: checks
        ) { sink in
            Replay.outcome(kept, sink)
        }
        _ = try await printer.print()
        if context.errors.isTerminal, !isQuiet { notices.line("the stored answer of \(kept.target), at no charge") }
        return true
    }

    private func money(_ asked: AskedRequest, _ wishes: RoutePlanner.RouteWishes) -> AskMoney {
        let options = command.money
        let onlyShows = command.output.dryRun || command.output.estimate
        let claims = KeyClaims(options: options, calendar: live.calendar, now: context.clock.now)
        return AskMoney(
            live: live, job: options.job, claim: onlyShows ? nil : claims.claim(asked.request, wishes),
            sendsAgain: options.resend)
    }

    /// The credits of the first start are told once, to a person.
    private func tellGrant(_ notices: NoticeWriter) {
        guard context.errors.isTerminal, !isQuiet, live.takeGrantNews() else { return }
        notices.line("500 promo credits to start with; ai1 credits shows them")
    }

    /// What the user wants of the route.
    func wishes(_ asked: AskedRequest) throws -> RoutePlanner.RouteWishes {
        var wishes = try command.routing.wishes(live.settings)
        wishes.job = command.money.job ?? ""
        wishes.explains = command.output.why
        if let resumed = asked.resumed {
            wishes.model = resumed.target.description
            wishes.allowsFallback = false
        }
        wishes.allowsSandbox = context.output.isTerminal && context.errors.isTerminal || live.settings.sandbox.value
        return wishes
    }

    var policy: AskPolicy {
        var policy = AskPolicy()
        let limits = live.settings.limits
        if let deadline = command.bounds.deadline?.milliseconds ?? limits.deadlineMilliseconds?.value {
            policy.deadlineMilliseconds = deadline
        } else {
            policy.longestWaitMilliseconds = Self.unaskedWaitMilliseconds
        }
        policy.connectTimeoutMilliseconds = limits.connectTimeoutMilliseconds.value
        policy.stallTimeoutMilliseconds = limits.stallTimeoutMilliseconds.value
        policy.hedges = command.routing.hedge || live.settings.hedge.value
        return policy
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
    private func report(
        _ outcome: AskOutcome, _ route: RoutePlanner.Route, _ ledger: SQLiteLedger?, _ notices: NoticeWriter
    ) {
        guard let target = outcome.target else { return }
        if command.output.why,
            let predicted = route.decision.ranked.first(where: { $0.row.name == target })?.prediction
        {
            notices.line(
                "predicted \(predicted.cost.map(\.credits) ?? "unknown") in "
                    + "\(DurationLabel.text(milliseconds: predicted.totalMilliseconds)), was "
                    + "\(outcome.cost.map(\.credits) ?? "unknown") in "
                    + DurationLabel.text(milliseconds: outcome.totalMilliseconds))
        }
        if let note = outcome.settlement?.note { notices.line("ai1: \(note)") }
        guard context.errors.isTerminal, !isQuiet else { return }
        let settlement = outcome.settlement
        notices.line(
            CostLine.render(
                model: target.model, usage: outcome.usage, cost: outcome.cost.map { settlement?.charge ?? $0 },
                milliseconds: Int64(outcome.totalMilliseconds.rounded()), balance: settlement?.balance,
                isPlay: settlement?.isPlay ?? false))
        if let disputed = settlement?.disputed, disputed > .zero {
            notices.line("\(target.provider) claims \(disputed.credits) more: disputed, and not paid")
        }
        guard let settlement, !settlement.isPlay, settlement.balance != nil, let low = try? ledger?.lowBalance() else {
            return
        }
        notices.line("only \(low.free.credits) left of the last \(low.lastGrant.credits): ai1 credits add 500")
    }
}
