import AI1Core
import AI1Ledger
import AI1TestSupport

/// The table of figures.
enum Report {
    private static let begin = "<!-- figures: written by make torture -->"
    private static let end = "<!-- end of figures -->"

    static func line(_ figure: Driver.Figure) -> String {
        let reached = figure.isReached.map { $0 ? "yes" : "**no**" } ?? "not done here"
        return "| \(figure.what) | \(figure.toReach) | \(figure.measured) | \(reached) |"
    }

    /// Puts the table between the marks of a document.
    static func write(_ figures: [Driver.Figure], seconds: Int64, to path: String) throws {
        let text = Disk.text(path)
        guard let first = text.firstRange(of: begin), let last = text.firstRange(of: end) else {
            throw UsageError(message: "\(path) has no marks for the figures")
        }
        let kernel = Disk.text("/proc/sys/kernel/osrelease").prefix { $0 != "\n" }
        let table =
            """

            Run of \(today()) on Linux \(kernel), \(processors()) processors, \(seconds) seconds.

            | what | to reach | measured | reached |
            |---|---|---|---|
            \(figures.map(line).joined(separator: "\n"))

            """
        Disk.put(Array((text[..<first.upperBound] + table + text[last.lowerBound...]).utf8), at: path)
    }

    private static func today() -> String {
        let day = TortureLedger.calendar.day(TortureClock().now.millisecondsSinceEpoch / 1_000)
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day / 10_000)-\(two(day / 100 % 100))-\(two(day % 100))"
    }

    private static func processors() -> Int {
        Disk.text("/proc/cpuinfo").split(separator: "\n").filter { $0.hasPrefix("processor") }.count
    }
}
