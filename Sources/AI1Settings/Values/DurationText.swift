internal import AI1Core

/// Lengths of time as people write them: `30s`, `500ms`, `2m`, `1.5h`.
package enum DurationText {
    /// The longest that is accepted: thirty days.
    package static let maximumMilliseconds: Int64 = 30 * 86_400_000

    /// Reads a length of time in milliseconds; nil when it is none, not positive, finer than a millisecond or too long.
    package static func milliseconds(parsing text: String) -> Int64? {
        let units: [(suffix: String, factor: Int64)] = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)]
        for unit in units where text.hasSuffix(unit.suffix) {
            let number = text.dropLast(unit.suffix.count)
            guard let first = number.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else {
                return nil
            }
            // Thousandths of the unit, so that 1.5s is exact.
            guard let thousandths = DecimalText.scaled(String(number), by: 3) else { return nil }
            let (product, overflow) = thousandths.multipliedReportingOverflow(by: unit.factor)
            guard !overflow, product % 1_000 == 0, product > 0 else { return nil }
            let milliseconds = product / 1_000
            return milliseconds <= maximumMilliseconds ? milliseconds : nil
        }
        return nil
    }

    /// The shortest text that `milliseconds(parsing:)` reads back as the same length.
    package static func text(milliseconds: Int64) -> String {
        if milliseconds % 3_600_000 == 0 { return "\(milliseconds / 3_600_000)h" }
        if milliseconds % 60_000 == 0 { return "\(milliseconds / 60_000)m" }
        if milliseconds % 1_000 == 0 { return "\(milliseconds / 1_000)s" }
        return "\(milliseconds)ms"
    }
}
