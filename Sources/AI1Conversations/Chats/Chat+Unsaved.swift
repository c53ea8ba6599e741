internal import AI1Core

/// A chat that lives in memory alone, where no word may be kept or nothing can be written.
extension Chat {
    /// Adds a turn that no file will have.
    package mutating func addUnsaved(_ turn: ChatTurn) {
        var turn = turn
        turn.number = lastNumber + 1
        turn.parent = lastTurn
        apply(.turn(turn))
    }

    /// Adds a summary that no file will have.
    package mutating func addUnsaved(_ summary: ChatSummary) { apply(.summary(summary)) }

    /// Takes the last turn back.
    /// - Returns: nil when there is none
    package mutating func undoUnsaved() -> ChatTurn? {
        guard let last = turns.last else { return nil }
        apply(.undo(turn: last.number, time: lastUsed))
        return last
    }
}
