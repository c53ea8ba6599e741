internal import AI1Core

/// Reads a provider's token counts. One count that cannot be true (negative, huge, no number) spoils the whole report.
struct TokenCounts {
    /// More tokens than any one call can have: a larger count is not believed.
    static let largest: Int64 = 1_000_000_000
    /// Counts up to here can be added without overflow: a larger one is no count at all.
    private static let largestSummand = Int64.max >> 5

    private(set) var areBelievable = true
    /// Whether every count is a number from zero up, however large.
    private var areNumbers = true

    /// The count, rounded up when fractional; nil when absent or null. What is no count reads as zero and spoils the report.
    mutating func read(_ value: JSONValue?) -> Int64? {
        guard let value, !value.isNull else { return nil }
        guard let number = value.number, let count = DecimalText.scaled(number.text, by: 0, rounding: .up), count >= 0,
            count <= Self.largestSummand, !(count == 0 && number.text.hasPrefix("-") && number.int64 != 0)
        else {
            areBelievable = false
            areNumbers = false
            return 0
        }
        if count > Self.largest { areBelievable = false }
        return count
    }

    /// What remains of `whole` without `parts`; spoils the report when they are more than the whole.
    mutating func rest(of whole: Int64, without parts: Int64...) -> Int64 {
        let rest = whole - parts.reduce(0, +)
        if rest < 0 { areBelievable = false }
        return max(rest, 0)
    }

    /// What the report comes to. Read all counts first: an argument that still reads is not taken into account.
    /// - Parameters:
    ///   - usage: nil when a count that must be there is absent
    ///   - report: the provider's own words
    func report(_ usage: TokenUsage?, of report: @autoclosure () -> JSONValue) -> UsageReport {
        if areBelievable { return usage.map(UsageReport.believed) ?? .none }
        return .unbelieved(UnbelievedUsage(text: report().text, usage: areNumbers ? usage : nil))
    }
}

/// What a provider said about the tokens of a call.
enum UsageReport: Sendable, Hashable {
    case none
    case believed(TokenUsage)
    case unbelieved(UnbelievedUsage)

    /// The usage when it can be true.
    var usage: TokenUsage? { if case .believed(let usage) = self { usage } else { nil } }

    /// Puts it in the place of an earlier report, if anything was said.
    func replace(in batch: inout AnswerBatch) {
        switch self {
        case .none: return
        case .believed(let usage):
            batch.usage = usage
            batch.unbelievedUsage = nil
        case .unbelieved(let report):
            batch.usage = nil
            batch.unbelievedUsage = report
        }
    }
}
