package import AI1Core

/// A chat in a list.
package struct ChatCard: Sendable, Hashable {
    /// The most octets that are kept of the first prompt.
    static let firstBytes = 160

    package let id: RequestID
    package var name: String?
    /// Turns that count.
    package var turns: Int
    package var lastUsed: Timestamp
    /// Who answered last.
    package var target: TargetName?
    /// The beginning of the first prompt, on one line, cleaned.
    package var first: String
    package var charge: NanoUSD
    /// Why the file cannot be read, when it cannot.
    package var damage: String?

    package init(
        id: RequestID, name: String? = nil, turns: Int = 0, lastUsed: Timestamp, target: TargetName? = nil,
        first: String = "", charge: NanoUSD = .zero, damage: String? = nil
    ) {
        self.id = id
        self.name = name
        self.turns = turns
        self.lastUsed = lastUsed
        self.target = target
        self.first = first
        self.charge = charge
        self.damage = damage
    }

    /// What a person calls it.
    package var title: String { name ?? id.short }
}

extension Chat {
    /// The chat as a list shows it.
    package var card: ChatCard {
        // Cut before cleaning: a prompt may have megabytes.
        let beginning = String(decoding: (turns.first?.user.text ?? "").utf8.prefix(4_096), as: UTF8.self)
        var first = TerminalCleaner.cleanLine(beginning, limit: 80)
        while first.utf8.count > ChatCard.firstBytes { first.removeLast() }
        return ChatCard(
            id: id, name: name, turns: turns.count, lastUsed: lastUsed,
            target: turns.last { $0.target != nil }?.target, first: first, charge: charged)
    }
}
