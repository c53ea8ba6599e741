internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal
internal import AI1Tools

/// One prompt of a REPL, from the words to the turn in the chat.
struct ReplTurn: Sendable {
    let desk: ReplDesk
    /// Another model for this turn alone.
    var model: String?

    private var live: Composition { desk.live }

    /// - Throws: what keeps the prompt from being sent; what happens after that is told and kept
    func ask(_ prompt: String, _ state: inout ReplState) async throws {
        let assembly = PromptAssembly(prompt: prompt, input: nil, attachments: state.attachments)
        let assembled = try assembly.assembled()
        let images = state.attachments.filter { attachment in
            if case .image = ContentSniffer.sniff(attachment.bytes) { true } else { false }
        }.map(\.name)
        try await ask(assembled, images, prompt, &state)
        state.attachments = []
    }

    /// Asks what was asked before once more.
    /// - Throws: as the other
    func ask(again turn: ChatTurn, _ state: inout ReplState) async throws {
        let again = PromptAssembly.Assembled(message: turn.user, segments: [], parts: [])
        try await ask(again, turn.imageNames, turn.user.text, &state)
    }

    private func ask(
        _ assembled: PromptAssembly.Assembled, _ images: [String], _ prompt: String, _ state: inout ReplState
    ) async throws {
        let message = assembled.message
        let flow = RequestFlow(live: live, notices: desk.notices, terms: terms(state))
        var asked = AskedRequest(request: request(message, state), segments: assembled.segments)
        asked.input = InputEstimate(asked.request, assembled.parts)
        asked.request.tools = try await desk.tools.current?.offer().tools.map(\.offer) ?? []
        let content = WindowContent(
            system: asked.request.system, summary: state.chat.summary, turns: state.chat.turns, message: message,
            imageNames: images, tools: asked.request.tools)
        var chosen = try await ChatRouting(flow: flow).route(asked, content, checks: flow.checks())
        try chosen.routed.asked.checkInput(limit: live.settings.limits.maxInput?.value)
        show(chosen, &state)
        let whole = chosen.routed.asked
        try chosen.routed.admit(to: chosen.routed.targets.map(\.row))
        try chosen.routed.requireTarget(live.providers)
        let run = try flow.start(chosen.routed, ledger: desk.ledger)
        let started = desk.context.clock.now
        let rounds = desk.tools.current.map { tools in
            ToolFlow(first: run, asked: whole, desk: tools, approver: ReplTools.approver(desk))
        }
        let (outcome, text) = await answer(run, rounds)
        state.last = ReplState.LastAnswer(
            prompt: prompt, text: text, outcome: outcome, decision: chosen.routed.route.decision)
        report(outcome, run, &state)
        let reply = (rounds?.turns ?? []) + (text.isEmpty ? [] : [Message.assistant(text)])
        guard
            let turn = ChatBook.turn(
                message, images: images, reply: reply, outcome: outcome, time: started, trimmed: chosen.window.notes)
        else { return }
        try desk.chats.add(turn, to: &state.chat)
    }

    /// Runs the request with its answer on the screen.
    private func answer(_ run: FlowRun, _ rounds: ToolFlow?) async -> (AskOutcome, String) {
        let screen = desk.screen
        let sink = MarkdownSink(
            columns: desk.columns, style: desk.style, clock: desk.context.clock, notices: desk.notices,
            showsWaiting: true
        ) { screen.put($0) }
        desk.answer.set(sink)
        defer { desk.answer.set(nil) }
        let outcome: AskOutcome
        if let rounds {
            outcome = await rounds.ask(sink)
            rounds.record(error: outcome.error)
        } else {
            outcome = await run.ask(sink)
            run.record(error: outcome.error)
        }
        try? sink.finish()
        let bytes = rounds?.lastText ?? run.history.finished?.answer.text ?? []
        return (outcome, String(decoding: bytes, as: UTF8.self))
    }

    /// What is decided, when that is wanted, and what the model is not shown, when that has changed.
    private func show(_ chosen: ChatRouting.Routed, _ state: inout ReplState) {
        if state.showsDecisions { desk.show(chosen.routed.route.decision) }
        if chosen.routed.route.isSandboxDefault, state.chat.turns.isEmpty {
            desk.note("no provider is set up, so the sandbox answers; to add one: ai1 route add openai")
        }
        if chosen.window.notes != state.trimmed { for note in chosen.window.notes { desk.note(note) } }
        state.trimmed = chosen.window.notes
    }

    func report(_ outcome: AskOutcome, _ run: FlowRun, _ state: inout ReplState) {
        let report = AnswerReport(outcome: outcome, ledger: run.ledger, showsBalance: false)
        if state.showsDecisions, let line = report.comparison(with: run.routed.route.decision) { desk.note(line) }
        if let note = outcome.settlement?.note { desk.note("ai1: \(note)") }
        if !live.settings.quiet.value { for line in report.lines { desk.note(line) } }
        state.pay(outcome.settlement)
        guard let error = outcome.error else { return }
        if error.code == .cancelled {
            desk.note(outcome.textBytes > 0 ? "stopped; the part that came is kept" : "stopped before anything came")
        } else {
            desk.tell(error)
        }
    }

    /// The request of a message alone.
    func request(_ message: Message, _ state: ReplState) -> ChatRequest {
        ChatRequest(
            id: desk.context.newRequestID(), system: system(state), messages: [message], options: options(state))
    }

    /// What the chat's requests go by.
    func terms(_ state: ReplState) -> FlowTerms {
        let settings = live.settings
        let own = state.chat.settings
        var wishes = RoutePlanner.RouteWishes()
        wishes.model = model ?? own.model ?? settings.model?.value
        wishes.modelOrigin = model ?? own.model == nil ? settings.model?.origin : nil
        wishes.preferences = RoutePreferences(
            objective: own.objective ?? settings.objective.value, maxCost: settings.limits.maxCost?.value,
            weights: settings.weights.values)
        wishes.fallback = settings.fallback.value
        wishes.fallbackOrigin = settings.fallback.origin
        wishes.namesObjective = own.objective != nil
        wishes.explains = state.showsDecisions
        wishes.allowsSandbox = true
        var policy = AskPolicy()
        policy.deadlineMilliseconds = settings.limits.deadlineMilliseconds?.value ?? policy.deadlineMilliseconds
        policy.connectTimeoutMilliseconds = settings.limits.connectTimeoutMilliseconds.value
        policy.stallTimeoutMilliseconds = settings.limits.stallTimeoutMilliseconds.value
        policy.hedges = settings.hedge.value
        return FlowTerms(routing: wishes, policy: policy, chat: state.chat.id.description)
    }

    private func system(_ state: ReplState) -> String? { state.chat.settings.system ?? live.settings.system?.value }

    private func options(_ state: ReplState) -> ChatOptions {
        let settings = live.settings
        return ChatOptions(
            temperature: settings.temperature?.value, maxOutputTokens: settings.limits.maxTokens?.value,
            reasoning: settings.reasoning?.value,
            objective: state.chat.settings.objective ?? settings.objective.value)
    }
}
