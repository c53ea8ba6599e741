internal import AI1Core
internal import AI1Engine
internal import AI1Process
internal import AI1Settings
internal import AI1Terminal

/// One `ai1 ask --shell`: a command is proposed, shown, and run after a yes.
struct ShellSession: Sendable {
    let session: AskSession
    let notices: NoticeWriter
    /// The user's own system prompt.
    private let words: String?

    private var live: Composition { session.live }
    private var context: CommandContext { session.context }
    private var output: OutputOptions { session.command.output }

    /// Makes a request one for a command.
    /// - Throws: `CommandError` for flags that make no sense with it
    init(session: AskSession, asked: inout AskedRequest, notices: NoticeWriter) throws {
        self.session = session
        self.notices = notices
        words = asked.request.system
        try Self.refuseWhatCannotBe(session.command)
        asked.request.system = Self.brief(session.context).proposal(beside: words)
    }

    /// Whether a command may be run: somebody is there, and sees what is run and what it prints.
    private var canRun: Bool { context.isInteractive && context.output.isTerminal && !output.json }

    private static func brief(_ context: CommandContext) -> ShellBrief {
        #if os(Linux)
            let system = "Linux"
        #else
            let system = "macOS"
        #endif
        return ShellBrief(system: system, shellPath: ShellRun.shell(of: context.environment))
    }

    /// What makes no sense with a command is refused before anything is paid for.
    private static func refuseWhatCannotBe(_ command: AskCommand) throws {
        let clash: [(Bool, String)] = [
            (command.answer.schema != nil, "--schema"), (!command.compare.models.isEmpty, "--compare"),
            (command.output.file != nil, "-o"), (command.output.jsonl, "--jsonl"), (command.output.extract, "-x"),
            (command.input.resume != nil, "--resume"), (command.money.idempotencyKey != nil, "--idempotency-key"),
            (command.money.oncePer != nil, "--once-per"), (command.cassette.record != nil, "--record"),
            (command.cassette.replay != nil, "--replay"),
        ]
        if let flag = clash.first(where: \.0)?.1 {
            throw CommandError(.usage, message: "--shell and \(flag) exclude each other", hint: "ai1 help ask")
        }
    }

    /// Asks, and does with the command what may be done with it.
    /// - Throws: what ends the program with a code other than 0; `ProgramEnd` with that of the command
    func run(_ run: FlowRun) async throws {
        let sink = CollectingSink(notices: notices)
        let outcome = await run.ask(sink)
        notices.settle()
        let proposal: ShellProposal
        do {
            if let error = outcome.error { throw error }
            proposal = try ShellProposal(answer: sink.text)
        } catch let error as any AI1Error {
            run.record(error: error)
            try showRefused(error, outcome, sink.text, run)
            throw error
        }
        run.record(error: nil)
        guard canRun else { return try show(proposal, outcome, sink.text, run) }
        session.report(outcome, run, notices)
        guard let chosen = try await dialogue(run, outcome.target).decide(proposal) else {
            throw CommandError(.declined, message: "nothing was run")
        }
        let status = try await ShellRun(shell: ShellRun.shell(of: context.environment)).run(chosen.command)
        if status != 0 { throw ProgramEnd(code: status) }
    }

    /// Prints a command where it cannot be run.
    private func show(_ proposal: ShellProposal, _ outcome: AskOutcome, _ text: [UInt8], _ run: FlowRun) throws {
        if output.json {
            return try context.output.line(json(outcome, text, proposal, error: nil, run).text)
        }
        try context.output.line(proposal.command)
        if !notices.isQuiet {
            for warning in proposal.warnings { notices.line("warning: \(warning.message)") }
        }
        session.report(outcome, run, notices)
        if context.errors.isTerminal, !notices.isQuiet {
            notices.line("not run: that takes a terminal on standard input, output and error")
        }
    }

    /// Shows an answer without a command that could be shown as it is: it was paid for.
    private func showRefused(
        _ error: any AI1Error, _ outcome: AskOutcome, _ text: [UInt8], _ run: FlowRun
    ) throws {
        if output.json { return try context.output.line(json(outcome, text, nil, error: error, run).text) }
        guard !text.isEmpty, error is ShellError else { return }
        let revealed = HiddenCharacter.revealed(in: String(decoding: text, as: UTF8.self))
        try context.errors.line(TerminalCleaner.clean(revealed))
    }

    private func json(
        _ outcome: AskOutcome, _ text: [UInt8], _ proposal: ShellProposal?, error: (any AI1Error)?, _ run: FlowRun
    ) -> JSONValue {
        let whole = OutcomeJSON.object(
            outcome, job: session.command.money.job, safety: run.routed.checks?.json, text: text, reasoning: [],
            data: nil, error: error,
            decision: output.why ? DecisionReport.json(run.routed.route.decision) : nil)
        var object: JSONObject = ["v": 1]
        object["command"] = proposal.map { .string($0.command) } ?? .null
        object["warnings"] = .array(
            (proposal?.warnings ?? []).map {
                ["kind": .string($0.kind.rawValue), "message": .string($0.message)]
            })
        for member in whole.object?.members.dropFirst() ?? [] { object.append(member.name, member.value) }
        return .object(object)
    }

    /// The dialogue on this terminal.
    private func dialogue(_ run: FlowRun, _ target: TargetName?) -> ShellDialogue {
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        let prompt = LinePrompt(facts: facts, input: context.input, output: context.errors.descriptor)
        let errors = context.errors
        let view = ShellView(style: Style(hasColor: live.errorFacts.hasColor), columns: live.errorFacts.columns)
        let question = ShellQuestion(
            ask: { text in
                prompt.discardTypeAhead()
                return try prompt.ask(text, hint: nil)
            }, tell: { try? errors.line($0) })
        let editor = UserEditor(
            environment: context.environment, folder: live.paths.state, id: run.plan.request.id, suffix: ".sh")
        return ShellDialogue(
            view: view, question: question,
            explain: { proposal in
                try await explain(proposal, run, target) { text in
                    for line in view.explanation(text) { question.tell(line) }
                }
            },
            modify: { try await editor.edit($0.command) })
    }

    /// Has the model that proposed a command say what it does: a request of its own, paid and recorded like any other.
    private func explain(
        _ proposal: ShellProposal, _ first: FlowRun, _ target: TargetName?, tell: (String) -> Void
    ) async throws {
        var options = first.plan.request.options
        options.stop = []
        let request = ChatRequest(
            id: context.newRequestID(), system: Self.brief(context).explanation(beside: words),
            messages: [.user(proposal.command)], options: options, stream: first.plan.request.stream)
        var terms = first.flow.terms
        if let target {
            terms.routing.model = target.description
            terms.routing.modelOrigin = nil
            terms.routing.fallback = []
            terms.routing.allowsFallback = false
        }
        let flow = RequestFlow(live: live, notices: notices, terms: terms)
        var routed = try await flow.route(AskedRequest(request: request), checks: flow.checks())
        try routed.requireTarget(live.providers)
        try routed.admit(to: routed.targets.map(\.row))
        let run = try flow.start(routed, ledger: first.ledger)
        let sink = CollectingSink(notices: notices)
        let outcome = await run.ask(sink)
        notices.settle()
        run.record(error: outcome.error)
        if !sink.text.isEmpty { tell(String(decoding: sink.text, as: UTF8.self)) }
        session.report(outcome, run, notices)
        if let error = outcome.error { throw error }
    }
}
