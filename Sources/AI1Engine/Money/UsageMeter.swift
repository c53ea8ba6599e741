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
        }
    }

    /// An attempt is over.
    /// - Parameter charge: what it came to; nil for nothing
    func end(_ number: Int, _ charge: AttemptCharge?) {
        tell { state in
            state.underWay.removeAll { $0.number == number }
            if let charge { state.done.append(charge) }
        }
    }

    /// What the attempts that are over came to.
    var charges: [AttemptCharge] { state.withLock { $0.done } }

    private func tell(_ change: (inout State) -> Void) {
        guard let ledger else { return state.withLock { change(&$0) } }
        // In the lock, so that an older state never comes after a newer one.
        state.withLock { state in
            change(&state)
            if let hold = state.hold { ledger.progress(hold, attempts: state.done + state.underWay.map(\.charge)) }
        }
    }
}
