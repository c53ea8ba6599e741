internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Settings

/// The chat of one `ai1 ask`: opened before the request, given its turn after it.
struct ChatTurnKeeper: Sendable {
    let book: ChatBook
    let chat: Chat
    /// What the user says now, as it is kept.
    var message: Message?
    /// What the model is not shown of the chat, in words.
    var trimmed: [String] = []

    /// - Throws: `ConversationError` when there is no such chat; `CommandError` where none is kept
    static func open(_ options: ConversationOptions, _ live: Composition) throws -> ChatTurnKeeper? {
        guard options.isAsked else { return nil }
        let book = ChatBook(live)
        guard book.isKept else {
            throw CommandError(
                .configuration,
                message: "chats are not kept: history.mode is \(live.settings.history.mode.value.rawValue)",
                hint: "set history.mode to full, or leave out --chat and --continue")
        }
        guard let name = options.chat else { return ChatTurnKeeper(book: book, chat: try book.store.open()) }
        do {
            return ChatTurnKeeper(book: book, chat: try book.store.open(name))
        } catch let error as ConversationError where error.code == .notFound {
            return ChatTurnKeeper(book: book, chat: try book.store.create(name: name))
        }
    }

    /// The conversation that goes on with a message.
    func content(_ request: ChatRequest, images: [String] = []) -> WindowContent {
        WindowContent(
            system: request.system, summary: chat.summary, turns: chat.turns,
            message: request.messages.last ?? .user(""), imageNames: images, tools: request.tools,
            schema: request.schema)
    }

    /// Takes the new message, and gives the request what goes with the chat.
    /// - Parameter system: the user's own word for this request
    mutating func begin(_ request: inout ChatRequest, system: String?) {
        message = request.messages.last
        if system == nil, let own = chat.settings.system { request.system = own }
    }

    /// Adds what was asked and what came of it. What keeps it from being kept is told: the answer is there all the same.
    /// - Parameter calls: the turns of tool calls and their results before the answer
    func keep(
        _ finished: (outcome: AskOutcome, answer: RecordingSink.Answer)?, calls: [Message] = [], at time: Timestamp,
        _ notices: NoticeWriter
    ) {
        guard let message, let (outcome, answer) = finished else { return }
        let text = String(decoding: answer.text ?? [], as: UTF8.self)
        let turn = ChatBook.turn(
            message, images: [], reply: calls + (text.isEmpty ? [] : [.assistant(text)]), outcome: outcome, time: time,
            trimmed: trimmed)
        guard let turn else { return }
        var chat = chat
        do {
            try book.add(turn, to: &chat)
        } catch {
            let reason = (error as? any AI1Error)?.message ?? "\(error)"
            notices.line("ai1: the chat was not kept: \(reason)")
        }
    }
}
