internal import AI1Core

/// One line of a chat's file.
enum ChatRecord: Sendable, Hashable {
    case header(id: RequestID, created: Timestamp, origin: Chat.Origin?, name: String?)
    case turn(ChatTurn)
    /// The turn of that number counts no longer.
    case undo(turn: Int, time: Timestamp)
    case summary(ChatSummary)
    case rename(to: String?, time: Timestamp)
    case settings(ChatSettings, time: Timestamp)
    /// What a list shows of the chat as it now is: always the last line, so that a list reads the ends of files only.
    case now(ChatCard)
}
