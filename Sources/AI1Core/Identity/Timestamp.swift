/// A wall-clock moment: milliseconds since 1970-01-01T00:00:00Z without leap seconds (POSIX time).
package struct Timestamp: Sendable, Hashable, Comparable {
    package let millisecondsSinceEpoch: Int64

    package init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }

    /// The moment that many milliseconds later; stops at the ends of Int64 instead of overflowing.
    package func advanced(byMilliseconds amount: Int64) -> Timestamp {
        let (sum, overflow) = millisecondsSinceEpoch.addingReportingOverflow(amount)
        return Timestamp(millisecondsSinceEpoch: overflow ? (amount > 0 ? .max : .min) : sum)
    }

    /// Milliseconds from `earlier` to this moment; negative when the clock went back.
    package func milliseconds(since earlier: Timestamp) -> Int64 {
        millisecondsSinceEpoch.subtractingReportingOverflow(earlier.millisecondsSinceEpoch).partialValue
    }
}
