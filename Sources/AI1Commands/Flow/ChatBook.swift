internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Settings

/// The user's chats, kept or not as the history's mode says: where no word is to be kept, a chat lives as long as its session.
struct ChatBook: Sendable {
    let store: ChatStore
    let isKept: Bool

    init(_ live: Composition) {
        store = ChatStore(
            folder: Paths.join(live.paths.data, "chats"), clock: live.context.clock, random: live.context.random)
        isKept = live.settings.history.mode.value == .full
    }

    /// Adds what was asked and what came of it.
    /// - Throws: `ConversationError`, `SettingsError`; the chat has the turn all the same, for this session
    func add(_ turn: ChatTurn, to chat: inout Chat) throws {
        guard isKept else { return chat.addUnsaved(turn) }
        do {
            try store.append(turn, to: &chat)
        } catch {
            chat.addUnsaved(turn)
            throw error
        }
    }

    /// Takes the last turn back.
    /// - Returns: nil when there is none
    /// - Throws: `ConversationError`, `SettingsError`
    func undo(_ chat: inout Chat) throws -> ChatTurn? {
        guard isKept, chat.isSaved else { return chat.undoUnsaved() }
        return try store.undo(&chat)
    }

    /// Sets what goes with the chat.
    /// - Throws: `ConversationError`, `SettingsError`
    func set(_ settings: ChatSettings, of chat: inout Chat) throws {
        guard settings != chat.settings else { return }
        try store.set(settings, of: &chat)
    }

    /// Keeps a summary of the oldest turns.
    /// - Throws: `ConversationError`, `SettingsError`
    func add(_ summary: ChatSummary, to chat: inout Chat) throws {
        if isKept, chat.isSaved { try store.add(summary, to: &chat) } else { chat.addUnsaved(summary) }
    }

    /// What became of a request, as a turn; nil when nothing came that is worth keeping.
    static func turn(
        _ message: Message, images: [String], reply: [Message], outcome: AskOutcome, time: Timestamp, trimmed: [String]
    ) -> ChatTurn? {
        let hasText = reply.contains { !$0.text.isEmpty }
        guard outcome.error == nil || hasText else { return nil }
        let state: AnswerRecord.State =
            switch outcome.error?.code {
            case nil: .complete
            case .incomplete: .incomplete
            default: .cut
            }
        return ChatTurn(
            user: message, imageNames: images, reply: reply, target: outcome.target, requestID: outcome.requestID,
            time: time, usage: outcome.usage, charge: outcome.settlement?.charge ?? outcome.cost, state: state,
            trimmed: trimmed)
    }
}
