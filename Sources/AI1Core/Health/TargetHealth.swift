/// What health is remembered under.
package struct HealthKey: Sendable, Hashable, Comparable {
    package let provider: String
    package let model: String
    package let baseURL: String
    package let keyFingerprint: String

    package init(provider: String, model: String, baseURL: String, keyFingerprint: String) {
        self.provider = provider
        self.model = model
        self.baseURL = baseURL
        self.keyFingerprint = keyFingerprint
    }

    package static func < (left: HealthKey, right: HealthKey) -> Bool {
        (left.provider, left.model, left.baseURL, left.keyFingerprint)
            < (right.provider, right.model, right.baseURL, right.keyFingerprint)
    }
}

/// What is remembered about one target.
package struct TargetHealth: Sendable, Hashable {
    /// Moments of recent failures, oldest first.
    package var failures: [Timestamp] = []
    package var coolUntil: Timestamp?
    package var coolReason: String?
    /// When a process claimed the trial call after a cool-down.
    package var trialSince: Timestamp?
    /// When the provider said that it does not have the model.
    package var missingSince: Timestamp?

    package init() {}

    /// How a target stands at a moment.
    package enum State: Sendable, Hashable {
        case healthy
        case cooling(untilMilliseconds: Int64, reason: String)
        /// Its cool-down is over; one trial call decides.
        case halfOpen
        case missing
    }

    /// A missing model is believed for an hour.
    package static let missingMilliseconds: Int64 = 3_600_000

    /// The longest that a provider's Retry-After is believed: a day.
    package static let longestCoolMilliseconds: Int64 = 86_400_000

    /// How the target stands at `now`.
    package func state(at now: Timestamp) -> State {
        if let missingSince, (0..<Self.missingMilliseconds).contains(now.milliseconds(since: missingSince)) {
            return .missing
        }
        guard let coolUntil else { return .healthy }
        // A moment further ahead than any cool-down is a clock that was wrong, or a file that was tampered with.
        if now < coolUntil, coolUntil.milliseconds(since: now) <= Self.longestCoolMilliseconds {
            return .cooling(untilMilliseconds: coolUntil.milliseconds(since: now), reason: coolReason ?? "failures")
        }
        return .halfOpen
    }
}

/// Everything remembered at one moment.
package struct HealthSnapshot: Sendable, Hashable {
    package var targets: [HealthKey: TargetHealth]

    package init(targets: [HealthKey: TargetHealth] = [:]) { self.targets = targets }

    /// How a target stands at `now`; healthy when nothing is remembered.
    package func state(of key: HealthKey, at now: Timestamp) -> TargetHealth.State {
        targets[key]?.state(at: now) ?? .healthy
    }
}
