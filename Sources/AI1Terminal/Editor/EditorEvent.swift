/// What a person did at the prompt.
package enum EditorEvent: Sendable, Hashable {
    /// Enter: the line, pasted texts in full, without the marks of a quoted block.
    case line(String)
    /// Ctrl-C; for whoever receives the signal to post.
    case interrupt
    /// Ctrl-D on an empty line, or the terminal has gone.
    case endOfInput
    /// Ctrl-O: the line so far, for an editor; `TerminalSession.setText` brings it back.
    case editorRequested(String)
    /// The terminal has another size: rows for it are wanted.
    case resized(columns: Int, rows: Int)
}

/// What becomes of the rows of a line that was accepted.
package enum AcceptedLines: Sendable, Hashable {
    /// They stay, above what follows.
    case kept
    /// They go without a trace: while an answer streams, a line in its middle would tear it apart.
    case erased
}
