/// Durations as a person reads them.
package enum DurationText {
    /// `380 ms`, `2.1 s`, `1 m 05 s`, `2 h 03 m`; half is rounded up, negative durations count as none.
    package static func render(milliseconds: Int64) -> String {
        let milliseconds = min(max(0, milliseconds), .max - 30_000)
        if milliseconds < 1_000 { return "\(milliseconds) ms" }
        let tenths = (milliseconds + 50) / 100
        if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
        let seconds = (milliseconds + 500) / 1_000
        if seconds < 3_600 { return "\(seconds / 60) m \(twoDigits(seconds % 60)) s" }
        let minutes = (milliseconds + 30_000) / 60_000
        return "\(minutes / 60) h \(twoDigits(minutes % 60)) m"
    }

    private static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
