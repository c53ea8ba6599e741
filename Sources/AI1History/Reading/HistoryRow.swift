package import AI1Core

/// A request of the history at a glance.
package struct HistoryRow: Sendable, Hashable {
    package let id: RequestID
    package let time: Timestamp
    package let job: String?
    /// The id of the conversation that it belongs to.
    package let chat: String?
    /// Its word in the history; tasks of a newer program are kept as they are.
    package let task: String
    package let asked: String?
    package let target: TargetName?
    package let state: RequestState
    package let exit: Int32
    package let inputTokens: Int64
    package let outputTokens: Int64
    package let cost: NanoUSD?
    package let charge: NanoUSD?
    package let firstTokenMilliseconds: Double?
    package let totalMilliseconds: Double
    package let isExplored: Bool
    /// From 0 to 1, when the user rated the answer.
    package let rating: Double?
    /// The beginning of the prompt; nil when it is not kept.
    package let opening: String?
}
