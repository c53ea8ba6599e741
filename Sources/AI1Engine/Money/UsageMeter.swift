internal import AI1Core
internal import Synchronization

/// What a request has used so far, told to the ledger as it grows: attempts that are over, and those under way.
final class UsageMeter: Sendable {
    private struct State {
        var hold: HoldID?
        var done: [AttemptCharge] = []
        /// By the number of the attempt, in the order in which they were sent.
        var underWay: [(number: Int, charge: AttemptCharge)] = []
    }

    private let ledger: (any CreditLedger)?
    private let state = Mutex(State())

    init(ledger: (any CreditLedger)?) { self.ledger = ledger }

    /// The hold that pays from now on.
    func pay(from hold: HoldID) { state.withLock { $0.hold = hold } }

    /// An attempt is about to be sent, or more of its answer has come.
    func grow(_ number: Int, _ charge: AttemptCharge) {
        tell { state in
            if let index = state.underWay.firstIndex(where: { $0.number == number }) {
                state.underWay[index].charge = charge
            } else {
                state.underWay.append((number, charge))
            }
            return true
        }
    }

    /// An attempt is over.
    /// - Parameter charge: what it came to; nil for nothing
    func end(_ number: Int, _ charge: AttemptCharge?) {
        tell { state in
            let sent = state.underWay.firstIndex { $0.number == number }
            if let sent { state.underWay.remove(at: sent) }
            if let charge { state.done.append(charge) }
            return sent != nil || charge != nil
        }
    }

    /// What the attempts that are over came to.
    var charges: [AttemptCharge] { state.withLock { $0.done } }

    /// - Parameter change: says whether there is anything to tell; what was never sent is not
    private func tell(_ change: (inout State) -> Bool) {
        // All in the lock, so that an older state never comes after a newer one.
        state.withLock { state in
            guard change(&state), let ledger, let hold = state.hold else { return }
            ledger.progress(hold, attempts: state.done + state.underWay.map(\.charge))
        }
    }
}
