package import AI1Core

/// Everything that is kept of one request.
package struct HistoryEntry: Sendable, Hashable {
    package let row: HistoryRow
    package let difficulty: Double?
    package let objective: String?
    package let servedModel: String?
    package let finish: String?
    package let error: String?
    package let usage: TokenUsage
    package let risk: Double?
    package let textBytes: Int
    package let attempts: [RequestRecord.Attempt]
    package let signals: [QualitySignal]
    /// The router's decision as JSON; nil when none was kept.
    package let decision: JSONValue?
    package let content: RequestRecord.Content?
    /// Octets of the whole prompt, of which `content` has the beginning.
    package let promptBytes: Int?
}
