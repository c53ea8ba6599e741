internal import AI1Core
internal import AI1Settings

extension ChatStore {
    /// Adds a turn, under a lock, and waits until the disk has it. What others added meanwhile is taken into `chat`
    /// first, and stands before it.
    /// - Returns: the turn as it was kept: with its number, and without attachments that are too large to be kept
    /// - Throws: `ConversationError` of the codes `tooLarge`, `gone`, `locked`, `damaged`; `SettingsError`. The file is
    ///   then as it was
    @discardableResult
    package func append(_ turn: ChatTurn, to chat: inout Chat) throws -> ChatTurn {
        var kept = turn.keepingAttachments(upTo: limits.attachmentBytes)
        kept.parent = chat.lastTurn
        try change(&chat) { chat in
            kept.number = chat.lastNumber + 1
            return [.turn(kept)]
        }
        return kept
    }

    /// Takes the last turn back. It stays in the file, and counts no longer.
    /// - Returns: that turn; nil when there is none, or when somebody else was faster
    /// - Throws: as `append`
    @discardableResult
    package func undo(_ chat: inout Chat) throws -> ChatTurn? {
        guard let last = chat.turns.last else { return nil }
        var taken: ChatTurn?
        try change(&chat) { chat in
            guard chat.turns.contains(where: { $0.number == last.number }) else { return [] }
            taken = last
            return [.undo(turn: last.number, time: clock.now)]
        }
        return taken
    }

    /// Keeps a summary of the oldest turns, unless the last of them was taken back meanwhile. It counts until a turn
    /// that it covers is taken back, or a summary that covers more comes.
    /// - Throws: as `append`
    package func add(_ summary: ChatSummary, to chat: inout Chat) throws {
        try change(&chat) { chat in
            chat.turns.contains { $0.number == summary.upTo } ? [.summary(summary)] : []
        }
    }

    /// Sets what goes with the chat.
    /// - Throws: as `append`
    package func set(_ settings: ChatSettings, of chat: inout Chat) throws {
        guard settings != chat.settings else { return }
        guard chat.isSaved else {
            chat.settings = settings
            return
        }
        try change(&chat) { _ in [.settings(settings, time: clock.now)] }
    }

    /// Gives a chat another name, or none. A chat without a file gets one with its first name.
    /// - Throws: `ConversationError` of the codes `badName` and `nameTaken`, and as `append`
    package func rename(_ chat: inout Chat, to name: String?) throws {
        guard let name else {
            if chat.name != nil { try change(&chat) { _ in [.rename(to: nil, time: clock.now)] } }
            return
        }
        try ChatName.check(name)
        try holdingNames {
            try checkFree(name, for: chat.id)
            if chat.isSaved {
                try change(&chat) { _ in [.rename(to: name, time: clock.now)] }
            } else {
                var named = chat
                named.name = name
                try save(&named)
                chat = named
            }
        }
    }

    /// Makes a chat of its own of the first turns of another. What was taken back is not copied; the numbers start at
    /// one.
    /// - Parameter turn: the last turn to take, by the chat's numbers; nil for all
    /// - Throws: `ConversationError` of the codes `notFound`, `badName`, `nameTaken`, `tooLarge`; `SettingsError`
    package func fork(_ chat: Chat, at turn: Int? = nil, name: String? = nil) throws -> Chat {
        if let turn, turn != 0, !chat.turns.contains(where: { $0.number == turn }) {
            throw ConversationError(.notFound, "the chat \(chat.title) has no turn \(turn)")
        }
        let taken = chat.turns.filter { $0.number <= turn ?? .max }
        let now = clock.now
        var fork = Chat(
            id: RequestID(time: now, random: (random.next(), random.next())), created: now,
            origin: Chat.Origin(chat: chat.id, turn: taken.last?.number ?? 0), name: name, settings: chat.settings)
        var numbers: [Int: Int] = [0: 0]
        var records: [ChatRecord] = []
        for (index, turn) in taken.enumerated() {
            var copy = turn
            copy.number = index + 1
            // A parent that was taken back is gone: the nearest one before it stands for it.
            copy.parent = numbers[taken.last { $0.number <= turn.parent }?.number ?? 0] ?? 0
            // What it cost was paid in the other chat.
            copy.charge = nil
            numbers[turn.number] = copy.number
            records.append(.turn(copy))
        }
        if var summary = chat.summaries.last(where: { numbers[$0.upTo] != nil }), summary.upTo > 0 {
            summary.upTo = numbers[summary.upTo] ?? 0
            summary.charge = nil
            records.append(.summary(summary))
        }
        guard let name else {
            try save(&fork, records)
            return fork
        }
        try ChatName.check(name)
        try holdingNames {
            try checkFree(name, for: fork.id)
            try save(&fork, records)
        }
        return fork
    }

    private func checkFree(_ name: String, for id: RequestID) throws(ConversationError) {
        if let other = list().first(where: { $0.id != id && $0.name.map { ChatName.isSame($0, name) } == true }) {
            throw ConversationError(
                .nameTaken, "another chat is called \"\(other.title)\"", hint: "choose another name, or rename that one"
            )
        }
    }

    /// Two chats must not take one name at once.
    private func holdingNames(_ body: () throws -> Void) throws {
        try Directory.ensure(folder)
        guard let lock = try OpenFile(changing: folder + "/.names.lock", create: true) else { return }
        try lock.lock()
        try withExtendedLifetime(lock) { try body() }
    }
}
