package import AI1Core

/// What a request's credits are booked under.
package struct RequestTags: Sendable, Hashable {
    /// The name that `--job` gave.
    package var job: String?
    /// The use of an idempotency key; nil for a request without one.
    package var key: KeyClaim?
    /// Whether only books are kept (`credits.mode: track`).
    package var isTracked: Bool

    package init(job: String? = nil, key: KeyClaim? = nil, isTracked: Bool = false) {
        self.job = job
        self.key = key
        self.isTracked = isTracked
    }

    /// Who pays for a target: the sandbox costs play credits.
    package func purse(for target: TargetName) -> Purse {
        if target.provider == "sandbox" { return .play }
        return isTracked ? .tracked : .credits
    }
}
