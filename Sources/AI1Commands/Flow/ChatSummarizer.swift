internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Ledger

/// Has the oldest part of a chat put in fewer words by a model: a request like every other, routed, paid and recorded.
struct ChatSummarizer: Sendable {
    let live: Composition
    let notices: NoticeWriter
    let chats: ChatBook
    let ledger: SQLiteLedger?

    /// A summary that was made.
    struct Made: Sendable {
        var turns: Int
        var words: Int
        var outcome: AskOutcome
    }

    /// - Parameter terms: of the chat; its model writes the summary
    /// - Returns: nil when too little was said for one
    /// - Throws: what keeps the summary from being made; the chat is then as it was
    func summarize(_ chat: inout Chat, terms: FlowTerms) async throws -> Made? {
        let flow = RequestFlow(live: live, notices: notices, terms: terms)
        let content = WindowContent(
            system: chat.settings.system, summary: chat.summary, turns: chat.turns, message: .user("…"))
        let target = try await writer(flow)
        guard let plan = SummaryPlan.make(for: content, target: target, writer: target) else { return nil }
        let checks = flow.checks()
        var routed = try await flow.route(
            AskedRequest(request: plan.request(id: live.context.newRequestID())), checks: checks)
        try routed.requireTarget(live.providers)
        try routed.admit(to: routed.targets.map(\.row), tells: false)
        let run = try flow.start(routed, ledger: ledger)
        let sink = CollectingSink(notices: notices)
        let outcome = await run.ask(sink)
        run.record(error: outcome.error)
        if let error = outcome.error { throw error }
        let text = String(decoding: sink.text, as: UTF8.self).trimmingBlanks
        guard !text.isEmpty else {
            throw CommandError(.mismatch, message: "the model wrote no summary", hint: "try again")
        }
        try chats.add(
            ChatSummary(
                text: text, upTo: plan.upTo, time: live.context.clock.now, target: outcome.target,
                requestID: outcome.requestID, charge: outcome.settlement?.charge), to: &chat)
        return Made(turns: plan.turns, words: text.split { $0.isWhitespace }.count, outcome: outcome)
    }

    /// The model that would answer the chat, whose window the rest is to fit.
    private func writer(_ flow: RequestFlow) async throws -> WindowTarget {
        let probe = ChatRequest(id: live.context.newRequestID(), messages: [.user("summarise")])
        let routed = try await flow.route(AskedRequest(request: probe), checks: nil)
        try routed.requireTarget(live.providers)
        guard let row = routed.targets.first?.row else {
            throw CommandError(.unavailable, message: "no model can write the summary", hint: "ai1 route providers")
        }
        return WindowTarget(row)
    }
}
