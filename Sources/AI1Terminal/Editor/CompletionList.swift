internal import AI1Core

/// Candidates in columns, as `ls` sets names.
enum CompletionList {
    /// More rows than that are not shown.
    static let maximumRows = 10

    /// - Parameters:
    ///   - candidates: names or paths, in their order; of a path only the last part is shown
    ///   - columns: of the terminal; rows are at most one less
    static func rows(_ candidates: [String], columns: Int) -> [String] {
        let names = candidates.map { TerminalCleaner.cleanLine(lastPart($0)) }
        let room = max(1, columns - 1)
        let cell = min(room, (names.map { DisplayWidth.columns($0) }.max() ?? 0) + 2)
        let across = max(1, (room + 2) / cell)
        let down = (names.count + across - 1) / across
        var rows: [String] = []
        for row in 0..<min(down, maximumRows) {
            let line = stride(from: row, to: names.count, by: down).map { index in
                let name = DisplayWidth.truncate(names[index], to: room)
                return index + down < names.count ? name + blanks(cell - DisplayWidth.columns(name)) : name
            }
            rows.append(DisplayWidth.truncate(line.joined(), to: room))
        }
        if down > maximumRows {
            let shown = (0..<maximumRows).reduce(0) { $0 + (names.count - $1 + down - 1) / down }
            rows.append("… \(names.count - shown) more")
        }
        return rows
    }

    /// `src/main.c` is shown as `main.c`, `src/lib/` as `lib/`; a command such as `/help` as it is.
    private static func lastPart(_ candidate: String) -> String {
        let inner = candidate.hasSuffix("/") ? candidate.dropLast() : Substring(candidate)
        guard let slash = inner.lastIndex(of: "/"), slash != inner.startIndex else { return candidate }
        return String(candidate[inner.index(after: slash)...])
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
