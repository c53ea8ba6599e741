/// The same without waiting, for those who write at a pace that is bounded otherwise: what is shown so many times a second, and
/// single rows.
extension TerminalSession {
    /// Shows rows above the prompt.
    package func put(_ update: RowUpdate) { queue.post(.show(update)) }

    /// Adds rows above the prompt and above the live rows, which stay.
    package func put(_ rows: [String]) { queue.post(.print(rows)) }

    /// Sends the terminal a sequence that moves nothing on the screen.
    package func send(_ sequence: String) { queue.post(.send(sequence)) }
}
