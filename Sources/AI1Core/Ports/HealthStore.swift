/// What is remembered about targets from one call to the next, shared by all processes of a user.
package protocol HealthStore: Sendable {
    /// Everything remembered now.
    func snapshot() -> HealthSnapshot
    /// Remembers what happened. A store that cannot write stays silent: health is advice, not truth.
    func record(_ observation: HealthObservation, for key: HealthKey, at time: Timestamp)
    /// Asks for the one trial call that a target gets after its cool-down.
    /// - Returns: whether the caller may make it
    func claimTrial(_ key: HealthKey, at time: Timestamp) -> Bool
}

/// What one call says about its target's health.
package enum HealthObservation: Sendable, Hashable {
    case succeeded
    /// A failure that counts towards a cool-down.
    case failed(FaultKind)
    /// Out of service until a moment, and why.
    case cooling(until: Timestamp, reason: String)
    /// The provider does not have the model.
    case missing
    /// The call said nothing about the target's health; a trial that it was may go to another.
    case released
}
