internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings

/// `ai1 ask --compare A,B,C`: one request to several models at once.
struct CompareSession: Sendable {
    let session: AskSession
    let asked: AskedRequest
    let notices: NoticeWriter

    private var live: Composition { session.live }
    private var command: AskCommand { session.command }

    /// One model's part, planned before anything is sent.
    private struct Part: Sendable {
        var name: String
        /// As it may leave for this model.
        var request: ChatRequest
        var route: RoutePlanner.Route
        var safety: SafetyGuard?
    }

    /// - Throws: what ends the program with a code other than 0: what kept the first of the models from answering whole
    func run() async throws {
        try refuseWhatCannotBe()
        var parts: [Part] = []
        for name in command.compare.models {
            let isTold = parts.contains { $0.safety?.hasFindings ?? false }
            parts.append(try await part(name, tells: !isTold))
        }
        live.prepareState()
        let targets = parts.flatMap { $0.route.targets + $0.route.cooling.map(\.target) }
        let money = AskMoney(live: live, job: command.money.job, claim: nil, sendsAgain: false)
        let ledger = try money.ledger(for: targets) { error in
            if command.output.verbose { notices.line("unmetered: \(error.message)") }
        }
        let answers = await ask(parts, money, ledger)
        notices.settle()
        let report = CompareReport(answers: answers, job: command.money.job)
        if command.output.json {
            try session.context.output.line(report.json.text)
        } else {
            try report.show(on: session.context.output, live.outputFacts)
        }
        try CompareVote(live: live, answers: answers).ask()
        if let error = answers.lazy.compactMap(\.error).first { throw error }
    }

    /// What makes no sense for several answers is refused before anything is paid for.
    private func refuseWhatCannotBe() throws {
        let clash: [(Bool, String)] = [
            (command.routing.model != nil, "-m"), (command.output.file != nil, "-o"),
            (command.output.jsonl, "--jsonl"), (command.output.estimate, "--estimate"),
            (command.output.dryRun, "--dry-run"), (command.output.extract, "--extract"),
            (command.money.idempotencyKey != nil, "--idempotency-key"), (command.money.oncePer != nil, "--once-per"),
            (command.cassette.record != nil, "--record"), (command.cassette.replay != nil, "--replay"),
            (asked.resumed != nil, "--resume"), (asked.schema != nil, "--schema"),
        ]
        if let flag = clash.first(where: \.0)?.1 {
            throw CommandError(.usage, message: "--compare and \(flag) exclude each other", hint: "ai1 help ask")
        }
    }

    private func part(_ name: String, tells: Bool) async throws -> Part {
        var asked = asked
        asked.request.id = session.context.newRequestID()
        var wishes = try session.wishes(asked)
        wishes.model = name
        wishes.modelOrigin = nil
        wishes.fallback = []
        wishes.allowsFallback = false
        let route = try await RoutePlanner(live: live, routing: wishes).route(asked.request)
        guard !route.targets.isEmpty || !route.cooling.isEmpty else {
            throw NoRoute.error(route, providers: live.providers)
        }
        let safety = SafetyGuard(
            SafetyPolicy(live.settings.safety, flag: command.safety.safety), live, job: command.money.job,
            notices: notices)
        if let safety {
            let rows = (route.targets + route.cooling.map(\.target)).map(\.row)
            asked = try safety.admitted(safety.examine(asked), asked, to: rows, tells: tells)
        }
        return Part(name: name, request: asked.request, route: route, safety: safety)
    }

    /// Asks all of them at once; the answers come in the user's order.
    private func ask(_ parts: [Part], _ money: AskMoney, _ ledger: SQLiteLedger?) async -> [ComparedAnswer] {
        await withTaskGroup(of: (Int, ComparedAnswer).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask { (index, await answer(part, money, ledger)) }
            }
            var answers: [(Int, ComparedAnswer)] = []
            for await answer in group { answers.append(answer) }
            return answers.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func answer(_ part: Part, _ money: AskMoney, _ ledger: SQLiteLedger?) async -> ComparedAnswer {
        let task = part.route.decision.features.task
        var plan = AskPlan(
            request: part.request, targets: part.route.targets, cooling: part.route.cooling, task: task)
        plan.policy = session.policy
        let sink = CollectingSink(notices: notices)
        let history = AskHistory(live: live, job: command.money.job, notices: notices)
        let ready = plan
        let remembering = history.remembering(sink)
        let outcome =
            if let safety = part.safety {
                await guarded(safety, part.request, remembering, ledger) { sink in
                    await money.ask(ready, ledger, sink, notices: notices)
                }
            } else {
                await money.ask(ready, ledger, remembering, notices: notices)
            }
        history.end(outcome)
        history.record(
            part.request, part.route.decision, asked: part.name, error: outcome.error, hasSchema: false,
            risk: part.safety?.risk)
        return ComparedAnswer(
            name: part.name, task: task, request: part.request, outcome: outcome, text: sink.text,
            decision: part.route.decision, safety: part.safety?.json, error: outcome.error)
    }

    /// Asks with the request judged before, and its answer checked after it.
    private func guarded(
        _ safety: SafetyGuard, _ request: ChatRequest, _ sink: any AnswerSink, _ ledger: SQLiteLedger?,
        _ produce: (any AnswerSink) async -> AskOutcome
    ) async -> AskOutcome {
        do {
            try await safety.judge(request, ledger)
        } catch {
            var outcome = AskOutcome(requestID: request.id)
            outcome.error = Replay.engineError(error)
            return outcome
        }
        return await safety.guarding(sink, ledger, produce)
    }
}
