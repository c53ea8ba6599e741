internal import AI1Core
internal import AI1Settings

/// Where the lines that were typed are remembered.
enum ReplHistory {
    /// The file; nil where nothing is to be remembered, or nothing can be.
    static func file(_ live: Composition) -> String? {
        guard live.settings.history.mode.value == .full, (try? Directory.ensure(live.paths.state)) != nil else {
            return nil
        }
        return Paths.join(live.paths.state, "repl_history")
    }
}
