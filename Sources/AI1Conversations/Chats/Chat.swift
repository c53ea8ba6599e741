package import AI1Core

/// A conversation as its file says it, at the time it was read.
package struct Chat: Sendable {
    /// Where a chat was forked off.
    package struct Origin: Sendable, Hashable {
        package let chat: RequestID
        /// The last turn that it has in common with that chat, by that chat's numbers; 0 for none.
        package let turn: Int

        package init(chat: RequestID, turn: Int) {
            self.chat = chat
            self.turn = turn
        }
    }

    package let id: RequestID
    package let created: Timestamp
    package let origin: Origin?
    package internal(set) var name: String?
    package internal(set) var settings: ChatSettings
    /// The turns that count, oldest first: those taken back are not among them.
    package internal(set) var turns: [ChatTurn] = []
    /// The number of the newest turn in the file, also when it was taken back.
    package internal(set) var lastNumber = 0
    /// When something was last added.
    package internal(set) var lastUsed: Timestamp
    /// Whether there is a file yet; one is made with the first turn, or with a name.
    package internal(set) var isSaved = false

    /// Oldest first; each covers more than the one before.
    var summaries: [ChatSummary] = []
    /// What all turns and summaries cost, those taken back as well.
    var charged = NanoUSD.zero
    /// Octets and lines of the file that are in here.
    var readBytes = 0
    var readLines = 0
    /// Whether the last line that was read lacks its line feed.
    var lacksEnd = false

    init(id: RequestID, created: Timestamp, origin: Origin?, name: String?, settings: ChatSettings) {
        self.id = id
        self.created = created
        self.origin = origin
        self.name = name
        self.settings = settings
        lastUsed = created
    }

    /// The summary of the oldest turns that counts: the one that reaches furthest.
    package var summary: ChatSummary? { summaries.last }

    /// What the whole chat cost so far, summaries and turns that were taken back included.
    package var totalCharge: NanoUSD { charged }

    /// The number of the last turn that counts; 0 for none.
    package var lastTurn: Int { turns.last?.number ?? 0 }

    /// What a person calls it: its name, else the last eight digits of its id.
    package var title: String { name ?? id.short }

    /// The turns that were added by others while this one was being answered, and which its model has not seen.
    package func unseen(by turn: ChatTurn) -> [Int] {
        turns.map(\.number).filter { $0 > turn.parent && $0 < turn.number }
    }
}

extension Chat {
    /// Takes in the next line of the file.
    mutating func apply(_ record: ChatRecord) {
        switch record {
        case .header, .now: return
        case .turn(let turn):
            turns.append(turn)
            lastNumber = max(lastNumber, turn.number)
            lastUsed = max(lastUsed, turn.time)
            charged = charged + (turn.charge ?? .zero)
        case .undo(let number, let time):
            turns.removeAll { $0.number == number }
            // A summary that speaks of it counts no longer.
            summaries.removeAll { $0.upTo >= number }
            lastUsed = max(lastUsed, time)
        case .summary(let summary):
            charged = charged + (summary.charge ?? .zero)
            lastUsed = max(lastUsed, summary.time)
            if summary.upTo > summaries.last?.upTo ?? 0 { summaries.append(summary) }
        case .rename(let name, let time):
            self.name = name
            lastUsed = max(lastUsed, time)
        case .settings(let settings, let time):
            self.settings = settings
            lastUsed = max(lastUsed, time)
        }
    }
}
