internal import AI1Core
internal import AI1Engine
internal import AI1Process
internal import AI1Settings
internal import AI1Terminal

/// Commands for the shell: those of an answer, and those that are asked for. Shown, explained if wanted, and run only after a yes.
struct ReplShell: Sendable {
    let desk: ReplDesk

    private var context: CommandContext { desk.context }

    private var brief: ShellBrief {
        #if os(Linux)
            let system = "Linux"
        #else
            let system = "macOS"
        #endif
        return ShellBrief(system: system, shellPath: ShellRun.shell(of: context.environment))
    }

    /// Has a model propose a command, and offers it.
    /// - Throws: what keeps the request from being sent; `ShellError`
    func propose(_ request: String, _ state: inout ReplState) async throws {
        let answer = try await ask(request, system: brief.proposal(beside: nil), &state)
        try await offer(try ShellProposal(answer: Array(answer.utf8)), &state)
    }

    /// Offers the command of an answer.
    /// - Throws: `ShellError` when what is shown would not be what runs
    func offer(_ command: String, _ state: inout ReplState) async throws {
        try await offer(try ShellProposal(command: command), &state)
    }

    private func offer(_ proposal: ShellProposal, _ state: inout ReplState) async throws {
        let (desk, brief) = (desk, brief)
        let view = ShellView(style: desk.style, columns: desk.columns)
        let before = state
        let spent = SpentCounter()
        let dialogue = ShellDialogue(
            view: view,
            question: ShellQuestion(ask: { await desk.ask("\($0) ") }, tell: { desk.screen.put([$0]) }),
            explain: { proposal in
                var state = before
                let text = try await ask(proposal.command, system: brief.explanation(beside: nil), &state)
                spent.note(state)
                desk.screen.put(view.explanation(text))
            },
            modify: { proposal in
                await desk.screen.suspend()
                defer { desk.screen.resume() }
                return try await editor(suffix: ".sh").edit(proposal.command)
            })
        let chosen = try await dialogue.decide(proposal)
        if let last = spent.last { (state.free, state.spent) = (last.free, last.spent) }
        guard let chosen else { return desk.note("nothing was run") }
        await desk.screen.suspend()
        let status: Int32
        do {
            defer { desk.screen.resume() }
            status = try await ShellRun(shell: ShellRun.shell(of: context.environment)).run(chosen.command)
        }
        desk.note(status == 0 ? "done" : "ended with exit code \(status)")
    }

    func editor(suffix: String) -> UserEditor {
        UserEditor(
            environment: context.environment, folder: desk.live.paths.state, id: context.newRequestID(), suffix: suffix)
    }

    /// A request beside the chat: nothing of it is in there.
    private func ask(_ text: String, system: String, _ state: inout ReplState) async throws -> String {
        let turn = ReplTurn(desk: desk)
        var request = turn.request(.user(text), state)
        request.system = system
        let flow = RequestFlow(live: desk.live, notices: desk.notices, terms: turn.terms(state))
        var routed = try await flow.route(AskedRequest(request: request), checks: flow.checks())
        try routed.requireTarget(desk.live.providers)
        try routed.admit(to: routed.targets.map(\.row))
        let run = try flow.start(routed, ledger: desk.ledger)
        let sink = CollectingSink(notices: desk.notices)
        let outcome = await run.ask(sink)
        run.record(error: outcome.error)
        turn.report(outcome, run, &state)
        if let error = outcome.error { throw error }
        return String(decoding: sink.text, as: UTF8.self)
    }
}
