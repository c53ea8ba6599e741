internal import AI1Core

/// Amounts and deadlines of allowances in words.
enum AllowanceWords {
    /// The last second of the year 9999: later moments have no date here.
    private static let lastSecond: UInt64 = 253_402_300_799

    /// An amount in its units, or in the smallest ones when they are not known.
    static func exact(_ amount: UInt256, of unit: AssetUnit?) -> String {
        unit?.text(amount) ?? "\(UnitAmount.grouped(amount)) smallest unit\(amount == .one ? "" : "s")"
    }

    /// The same, but an amount without limit is called so.
    static func amount(_ amount: UInt256, of unit: AssetUnit?) -> String {
        guard amount.isUnlimitedAllowance else { return exact(amount, of: unit) }
        return "an unlimited amount" + (unit.map { " of \($0.symbol)" } ?? "")
    }

    /// The moment of a number of seconds since 1970, in UTC; nil after the year 9999.
    static func date(_ seconds: UInt256) -> String? {
        guard let seconds = seconds.uint64, seconds <= lastSecond else { return nil }
        return Timestamp(millisecondsSinceEpoch: Int64(seconds) * 1_000).utcText
    }
}
