internal import AI1Core
internal import AI1Terminal

/// How an error is told: what and why, then what to do; the cause chain under `--verbose`.
enum ErrorReport {
    /// The lines for stderr, without control characters from anybody else.
    static func lines(_ error: any AI1Error, verbose: Bool) -> [String] {
        var lines = ["ai1: " + TerminalCleaner.cleanLine(error.message, limit: 400)]
        if verbose, let cause = error.underlying, !cause.isEmpty {
            lines.append("cause: " + TerminalCleaner.cleanLine(cause, limit: 2_000))
        }
        if let hint = error.hint { lines.append("hint: " + TerminalCleaner.cleanLine(hint, limit: 400)) }
        return lines
    }
}
