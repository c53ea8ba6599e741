package import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The chats of a user: one file each, `<id>.jsonl`, that only ever grows. Any number of processes may use them at
/// once.
///
/// Turns count in the order in which they reach the file. A turn whose parent is no longer the last one is kept all the
/// same, behind those that others added meanwhile: `Chat.unseen(by:)` says which ones its model has not seen.
package struct ChatStore: Sendable {
    let folder: String
    let limits: ChatLimits
    let clock: any WallClock
    let random: any RandomSource

    /// - Parameter folder: `chats` in the data folder; made with mode 0700 when the first chat is kept
    package init(
        folder: String, clock: any WallClock, random: any RandomSource, limits: ChatLimits = ChatLimits()
    ) {
        self.folder = folder
        self.limits = limits
        self.clock = clock
        self.random = random
    }

    /// Begins a chat without a name. Nothing is written before its first turn, so that none is left that nobody spoke
    /// in.
    package func draft(settings: ChatSettings = ChatSettings()) -> Chat {
        let now = clock.now
        let id = RequestID(time: now, random: (random.next(), random.next()))
        return Chat(id: id, created: now, origin: nil, name: nil, settings: settings)
    }

    /// Begins a chat with a name, which is its own from now on.
    /// - Throws: `ConversationError` of the codes `badName` and `nameTaken`; `SettingsError`
    package func create(name: String, settings: ChatSettings = ChatSettings()) throws -> Chat {
        var chat = draft(settings: settings)
        try rename(&chat, to: name)
        return chat
    }

    /// Opens a chat by its name, its id, the end of its id (four digits or more), or the one that was used last.
    /// - Parameter which: nil for the last used
    /// - Throws: `ConversationError` of the codes `notFound`, `ambiguous`, `damaged`, `newerFormat`, `tooLarge`;
    ///   `SettingsError`
    package func open(_ which: String? = nil) throws -> Chat {
        if let which, let id = RequestID(which.lowercased()), let chat = try load(id) { return chat }
        let cards = list()
        guard let which else {
            guard let last = cards.first else {
                throw ConversationError(.notFound, "there is no chat to go on with", hint: "ai1 starts one")
            }
            return try load(last)
        }
        return try load(try find(which, among: cards))
    }

    private func find(_ which: String, among cards: [ChatCard]) throws(ConversationError) -> ChatCard {
        if let named = cards.first(where: { $0.name.map { ChatName.isSame($0, which) } == true }) { return named }
        let digits = which.lowercased()
        let ending = digits.utf8.count >= 4 ? cards.filter { $0.id.description.hasSuffix(digits) } : []
        if ending.count == 1 { return ending[0] }
        let shown = TerminalCleaner.cleanLine(which, limit: 60)
        if ending.count > 1 {
            throw ConversationError(
                .ambiguous, "\(ending.count) chats have ids that end in \(shown)", hint: "give more of the id")
        }
        let near = Suggestions.near(which, among: cards.compactMap(\.name))
        throw ConversationError(
            .notFound, "no chat is called \"\(shown)\"",
            hint: near.isEmpty ? nil : "did you mean \(near.joined(separator: ", "))?")
    }

    private func load(_ card: ChatCard) throws -> Chat {
        guard let chat = try load(card.id) else { throw Self.gone(card.title) }
        return chat
    }

    private func load(_ id: RequestID) throws -> Chat? {
        guard let file = try OpenFile(reading: path(of: id)) else { return nil }
        return try ChatReader(limits: limits).read(file, id: id)
    }

    /// Takes in what others added since the chat was read.
    /// - Throws: as `open`; `ConversationError` of code `gone`
    package func refresh(_ chat: inout Chat) throws {
        guard chat.isSaved else { return }
        guard let file = try OpenFile(reading: path(of: chat.id)) else { throw Self.gone(chat.title) }
        try ChatReader(limits: limits).readOn(file, &chat)
    }

    /// Removes a chat for good.
    /// - Throws: `ConversationError` of the codes `gone` and `locked`; `SettingsError`
    package func delete(_ id: RequestID) throws {
        guard let file = try OpenFile(changing: path(of: id)) else { throw Self.gone(id.short) }
        // Not while somebody adds to it.
        try file.lock()
        guard file.isInPlace else { throw Self.gone(id.short) }
        try withExtendedLifetime(file) {
            guard unlink(path(of: id)) == 0 else { throw SystemFailure(number: errno).writing(path(of: id), "remove") }
        }
    }

    func path(of id: RequestID) -> String { "\(folder)/\(id).jsonl" }

    static func gone(_ title: String) -> ConversationError {
        ConversationError(
            .gone, "the chat \(TerminalCleaner.cleanLine(title, limit: 100)) was removed meanwhile",
            hint: "ai1 starts a new one")
    }
}
