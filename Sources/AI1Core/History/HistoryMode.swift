/// How much of a request is kept once it is over.
package enum HistoryMode: String, Sendable, Hashable, CaseIterable {
    /// Prompts and answers as well, for as long as the retention says.
    case full
    /// What it was and what it cost, and no word of it.
    case metadata
    /// No request at all.
    case off
}
