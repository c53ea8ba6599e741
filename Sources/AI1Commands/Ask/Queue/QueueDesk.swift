internal import AI1Conversations
internal import AI1Core
internal import AI1Settings

/// The queue of this user.
struct QueueDesk: Sendable {
    /// Ids that a message names at most.
    private static let most = 5

    let store: QueueStore

    init(_ live: Composition) {
        store = QueueStore(folder: Paths.join(live.paths.data, "queue"), clock: live.context.clock)
    }

    /// The entry that an id means, which may be shortened to its end or its beginning.
    /// - Throws: `CommandError` of the codes `inputMissing` and `usage`
    func resolve(_ text: String) throws -> RequestID {
        let named = TerminalCleaner.cleanLine(text, limit: 60)
        let ids = matches(text)
        guard ids.count < 2 else {
            let list = ids.prefix(Self.most).map(\.description).joined(separator: ", ")
            throw CommandError(
                .usage,
                message: "\(ids.count) requests are called \(named): \(list)\(ids.count > Self.most ? ", …" : "")",
                hint: "give more of the id")
        }
        guard let id = ids.first else {
            throw CommandError(
                .inputMissing, message: "no request \(named) is in the queue", hint: "ai1 route log queue lists what is"
            )
        }
        return id
    }

    /// The entries that an id may mean.
    func matches(_ text: String) -> [RequestID] {
        let digits = text.lowercased().filter { $0 != "-" }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ hexValue($0) != nil }) else { return [] }
        return store.ids().filter { id in
            let whole = id.description.filter { $0 != "-" }
            return whole.hasSuffix(digits) || whole.hasPrefix(digits)
        }
    }

    /// The entry that an id means, when it keeps an answer; nil for any other.
    /// - Throws: `ConversationError`, `SettingsError`
    func answered(_ text: String) throws -> QueueEntry? {
        let ids = matches(text)
        guard ids.count == 1, let entry = try store.find(ids[0]), entry.outcome != nil else { return nil }
        return entry
    }
}
