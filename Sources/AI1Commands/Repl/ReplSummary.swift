internal import AI1Conversations
internal import AI1Core
internal import AI1Engine

/// `/summary`: the oldest turns in fewer words.
struct ReplSummary: Sendable {
    let desk: ReplDesk

    func make(_ state: inout ReplState) async throws {
        let turn = ReplTurn(desk: desk)
        let maker = ChatSummarizer(live: desk.live, notices: desk.notices, chats: desk.chats, ledger: desk.ledger)
        guard let made = try await maker.summarize(&state.chat, terms: turn.terms(state)) else {
            return desk.note("the chat is too short for a summary")
        }
        state.pay(made.outcome.settlement)
        desk.note("\(SlashCommands.count(made.turns, "turn")) in a summary now: \(made.words) words")
    }
}
