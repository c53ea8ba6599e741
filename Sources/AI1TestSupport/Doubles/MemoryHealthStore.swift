package import AI1Core
internal import Synchronization

/// Health that is remembered in memory, and a list of what was told to it. It cools a target down only when told how
/// long.
package final class MemoryHealthStore: HealthStore {
    /// One observation as it was told.
    package struct Entry: Sendable, Hashable {
        package let key: HealthKey
        package let observation: HealthObservation
        package let time: Timestamp
    }

    private struct State {
        var targets: [HealthKey: TargetHealth]
        var entries: [Entry] = []
    }

    private let state: Mutex<State>

    package init(_ targets: [HealthKey: TargetHealth] = [:]) { state = Mutex(State(targets: targets)) }

    /// What was told, in its order.
    package var entries: [Entry] { state.withLock { $0.entries } }

    package func snapshot() -> HealthSnapshot { HealthSnapshot(targets: state.withLock { $0.targets }) }

    package func record(_ observation: HealthObservation, for key: HealthKey, at time: Timestamp) {
        state.withLock { state in
            state.entries.append(Entry(key: key, observation: observation, time: time))
            var health = state.targets[key] ?? TargetHealth()
            switch observation {
            case .succeeded: health = TargetHealth()
            case .failed: health.failures.append(time)
            case .cooling(let until, let reason):
                health.coolUntil = until
                health.coolReason = reason
                health.trialSince = nil
            case .missing: health.missingSince = time
            case .released: health.trialSince = nil
            }
            state.targets[key] = health
        }
    }

    package func claimTrial(_ key: HealthKey, at time: Timestamp) -> Bool {
        state.withLock { state in
            guard var health = state.targets[key], health.state(at: time) == .halfOpen else { return true }
            guard health.trialSince == nil else { return false }
            health.trialSince = time
            state.targets[key] = health
            return true
        }
    }
}
