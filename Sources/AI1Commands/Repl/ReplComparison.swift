internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Terminal

/// `/compare`: one prompt to several models, each with the whole conversation, and the user's choice of what it goes on with.
struct ReplComparison: Sendable {
    private static let most = 6

    let desk: ReplDesk

    /// One model's part.
    private struct Part: Sendable {
        var name: String
        var flow: RequestFlow
        var chosen: ChatRouting.Routed
    }

    /// - Throws: what keeps any of the models from being asked
    func run(_ argument: String, _ state: inout ReplState) async throws {
        let list = argument.prefix { $0 != " " }
        let names = list.split(separator: ",").map(String.init)
        guard (2...Self.most).contains(names.count), Set(names).count == names.count else {
            throw SlashCommands.usage("compare", "2 to \(Self.most) different models, separated by commas")
        }
        let words = String(argument.dropFirst(list.count)).trimmingBlanks
        let turn = ReplTurn(desk: desk)
        var chat = state.chat
        let message: Message
        if words.isEmpty {
            guard let last = try desk.chats.undo(&state.chat) else {
                throw SlashCommands.usage("compare", "nothing has been asked yet: give a prompt after the models")
            }
            chat = state.chat
            message = last.user
        } else {
            message = try PromptAssembly(prompt: words, attachments: state.attachments).message()
        }
        var parts: [Part] = []
        for name in names { parts.append(try await part(name, turn, message, chat, state)) }
        desk.note("asking \(names.joined(separator: ", "))")
        let answers = await answers(of: parts)
        let output = try CapturedOutput()
        try CompareReport(answers: answers, job: nil).show(on: output.stream, desk.reportFacts)
        desk.screen.put(desk.fitted(try output.lines()))
        for answer in answers { state.pay(answer.outcome.settlement) }
        try await choose(answers, message, &state)
    }

    private func part(
        _ name: String, _ turn: ReplTurn, _ message: Message, _ chat: Chat, _ state: ReplState
    ) async throws -> Part {
        let request = turn.request(message, state)
        var terms = turn.terms(state)
        terms.routing.model = name
        terms.routing.modelOrigin = nil
        terms.routing.fallback = []
        terms.routing.allowsFallback = false
        let flow = RequestFlow(live: desk.live, notices: desk.notices, terms: terms)
        let content = WindowContent(
            system: request.system, summary: chat.summary, turns: chat.turns, message: message)
        var chosen = try await ChatRouting(flow: flow).route(
            AskedRequest(request: request), content, checks: flow.checks())
        try chosen.routed.requireTarget(desk.live.providers)
        try chosen.routed.admit(to: chosen.routed.targets.map(\.row))
        for note in chosen.window.notes { desk.note("\(name): \(note)") }
        return Part(name: name, flow: flow, chosen: chosen)
    }

    /// Asks all of them at once; the answers come in the user's order.
    private func answers(of parts: [Part]) async -> [ComparedAnswer] {
        await withTaskGroup(of: (Int, ComparedAnswer).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask {
                    let sink = CollectingSink(notices: desk.notices)
                    return (
                        index, await ComparedAnswer.ask(part.name, part.flow, part.chosen.routed, desk.ledger, sink)
                    )
                }
            }
            var answers: [(Int, ComparedAnswer)] = []
            for await answer in group { answers.append(answer) }
            return answers.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// The answer that the chat goes on with; none unless the user says so.
    private func choose(_ answers: [ComparedAnswer], _ message: Message, _ state: inout ReplState) async throws {
        let good = answers.indices.filter { answers[$0].outcome.error == nil && !answers[$0].text.isEmpty }
        guard !good.isEmpty else { return }
        let range = answers.count == 1 ? "1" : "1-\(answers.count)"
        let word = await desk.ask("Go on with which answer? [\(range), Enter for none] ")?.trimmingBlanks ?? ""
        guard let number = Int(word), good.contains(number - 1) else {
            return desk.note("none; the chat is as it was before")
        }
        let answer = answers[number - 1]
        let text = String(decoding: answer.text, as: UTF8.self)
        if let decision = answer.decision {
            state.last = ReplState.LastAnswer(
                prompt: message.text, text: text, outcome: answer.outcome, decision: decision)
        }
        let turn = ChatBook.turn(
            message, images: [], reply: [.assistant(text)], outcome: answer.outcome, time: desk.context.clock.now,
            trimmed: [])
        if let turn { try desk.chats.add(turn, to: &state.chat) }
        state.attachments = []
        desk.note("the chat goes on with \(answer.title)")
    }
}
