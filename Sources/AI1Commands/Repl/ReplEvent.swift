/// What a REPL waits for.
enum ReplEvent: Sendable {
    case line(String)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
    /// The key that opens the line in an editor.
    case editorRequested(String)
    case resized(columns: Int)
    /// Ctrl-C.
    case interrupt
    /// What a line started is done.
    case done(ReplState)
}
