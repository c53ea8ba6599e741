package import AI1Core

extension TargetHealth {
    /// Failures within this time count together.
    package static let windowMilliseconds: Int64 = 60_000
    /// So many failures within the window cool a target.
    package static let failuresToCool = 3
    /// A trial call that has not reported after this time is taken for dead.
    package static let trialMilliseconds: Int64 = 60_000
    private static let failureCoolMilliseconds: Int64 = 30_000

    /// The health after an observation: pure, so that it can be tested without a file.
    package func after(_ observation: HealthObservation, at now: Timestamp) -> TargetHealth {
        var next = self
        switch observation {
        case .succeeded:
            next = TargetHealth()
        case .failed(let kind):
            let recent = failures.filter { (0...Self.windowMilliseconds).contains(now.milliseconds(since: $0)) } + [now]
            next.failures = Array(recent.suffix(Self.failuresToCool))
            // A failed trial cools at once: the target has not recovered.
            if recent.count >= Self.failuresToCool || trialSince != nil {
                next.coolUntil = now.advanced(byMilliseconds: Self.failureCoolMilliseconds)
                next.coolReason = kind.words
                next.trialSince = nil
            }
        case .cooling(let until, let reason):
            next.coolUntil = max(until, coolUntil ?? until)
            next.coolReason = reason
            next.trialSince = nil
        case .missing:
            next.missingSince = now
        case .released:
            next.trialSince = nil
        }
        return next
    }

    /// The health after a process claimed the trial call; nil when another has it.
    package func claimingTrial(at now: Timestamp) -> TargetHealth? {
        guard case .halfOpen = state(at: now) else { return self }
        if let trialSince, (0..<Self.trialMilliseconds).contains(now.milliseconds(since: trialSince)) { return nil }
        var next = self
        next.trialSince = now
        return next
    }

    /// Whether nothing is worth remembering.
    package var isBlank: Bool { self == TargetHealth() }
}
