internal import Synchronization

/// What a client has learnt about its endpoints; for as long as the process lives.
final class RPCMemory: Sendable {
    /// What an endpoint's chain id turned out to be.
    enum ChainCheck: Sendable {
        case open
        case right
        case wrong(String)
    }

    private struct State {
        var nextID: Int64 = 1
        var preferred = 0
        var checks: [Int: ChainCheck] = [:]
        var withoutBatches: Set<Int> = []
    }

    private let state = Mutex(State())

    /// That many ids that no other request has; the first of them.
    func takeIDs(_ count: Int) -> Int64 {
        state.withLock { state in
            defer { state.nextID += Int64(count) }
            return state.nextID
        }
    }

    /// The endpoints' places, the one that answered last before the others.
    func order(of count: Int) -> [Int] {
        let first = state.withLock { $0.preferred }
        return (0..<count).map { ($0 + first) % count }
    }

    func prefer(_ place: Int) { state.withLock { $0.preferred = place } }

    func check(of place: Int) -> ChainCheck { state.withLock { $0.checks[place] ?? .open } }
    func record(_ check: ChainCheck, of place: Int) { state.withLock { $0.checks[place] = check } }

    func takesBatches(_ place: Int) -> Bool { state.withLock { !$0.withoutBatches.contains(place) } }
    func recordBatchRefusal(of place: Int) { state.withLock { _ = $0.withoutBatches.insert(place) } }
}
