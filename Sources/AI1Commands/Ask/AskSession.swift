internal import AI1Catalog
internal import AI1Core
internal import AI1Engine
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
        let asked = try await RequestBuilder(command: command, live: live, context: context, notices: notices).request()
        let route = try await RoutePlanner(live: live, routing: try wishes(asked)).route(asked.request)
        if command.output.why {
            try DecisionReport.show(route.decision, on: context.errors, live.errorFacts)
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
        live.prepareState()
        var plan = AskPlan(request: asked.request, targets: route.targets, cooling: route.cooling)
        plan.policy = policy
        let outcome = try await AnswerPrinter(session: self, asked: asked, notices: notices).print(plan)
        report(outcome, route, notices)
    }

    /// What the user wants of the route.
    private func wishes(_ asked: AskedRequest) throws -> RoutePlanner.RouteWishes {
        var wishes = try command.routing.wishes(live.settings)
        if let resumed = asked.resumed {
            wishes.model = resumed.target.description
            wishes.allowsFallback = false
        }
        wishes.allowsSandbox = context.output.isTerminal && context.errors.isTerminal || live.settings.sandbox.value
        return wishes
    }

    private var policy: AskPolicy {
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
    private func report(_ outcome: AskOutcome, _ route: RoutePlanner.Route, _ notices: NoticeWriter) {
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
        guard context.errors.isTerminal, !isQuiet else { return }
        notices.line(
            CostLine.render(
                model: target.model, usage: outcome.usage, cost: outcome.cost,
                milliseconds: Int64(outcome.totalMilliseconds.rounded())))
    }
}
