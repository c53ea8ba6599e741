/// What is known about one of the three standard streams.
package struct StreamFacts: Sendable, Hashable {
    package let isTerminal: Bool
    /// Columns of the terminal; nil when the stream is none, so that nothing is cut or wrapped in a pipe.
    package let columns: Int?
    /// Whether escape codes for colour may be written.
    package let hasColor: Bool
    /// Whether text may be erased and written again: a terminal that is not dumb.
    package let canRedraw: Bool

    package init(isTerminal: Bool, columns: Int? = nil, hasColor: Bool = false, canRedraw: Bool = false) {
        self.isTerminal = isTerminal
        self.columns = columns
        self.hasColor = hasColor
        self.canRedraw = canRedraw
    }

    /// Works the facts out; a pure function.
    /// - Parameters:
    ///   - isTerminal: what isatty(3) says
    ///   - columns: what the terminal itself says, when it says anything
    ///   - environment: NO_COLOR, CLICOLOR_FORCE, TERM and COLUMNS are read
    ///   - color: the user's `--color`
    package init(isTerminal: Bool, columns: Int?, environment: [String: String], color: ColorChoice) {
        let term = environment["TERM"] ?? ""
        let capable = isTerminal && !term.isEmpty && term != "dumb"
        self.isTerminal = isTerminal
        canRedraw = capable
        self.columns = isTerminal ? Self.columns(columns, environment) : nil
        hasColor = Self.color(capable: capable, environment: environment, choice: color)
    }

    /// The user's flag first, then NO_COLOR (set and not empty), then CLICOLOR_FORCE (set, neither empty nor 0).
    private static func color(capable: Bool, environment: [String: String], choice: ColorChoice) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if environment["NO_COLOR"]?.isEmpty == false { return false }
            if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
            return capable
        }
    }

    /// The terminal's own word first, then COLUMNS, then 80.
    private static func columns(_ reported: Int?, _ environment: [String: String]) -> Int {
        if let reported, reported > 0 { return reported }
        if let named = environment["COLUMNS"].flatMap({ Int($0) }), (1...10_000).contains(named) { return named }
        return 80
    }
}
