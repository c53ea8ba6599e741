/// What credits are for.
package enum CreditsMode: String, Sendable, Hashable, CaseIterable {
    /// Nothing is asked that credits do not cover.
    case enforce
    /// Only the books are kept.
    case track
}
