package import AI1Core
package import AI1Ledger
internal import Synchronization

/// Credits in memory: the second store of the contract, written from its words alone and as plainly as it goes. What is
/// held and reserved is not kept but summed from the open holds each time.
package final class MemoryLedger: LedgerStore {
    private let books: Mutex<MemoryBooks>
    private let clock: any MachineClock

    package init(clock: any MachineClock, calendar: LocalCalendar) {
        self.clock = clock
        books = Mutex(MemoryBooks(calendar: calendar, time: clock.now.millisecondsSinceEpoch * 1_000))
    }

    package func hold(_ order: HoldOrder) throws -> HoldOutcome { try change { try $0.hold(order) } }

    package func raise(_ order: HoldOrder) throws -> NanoUSD { try change { try $0.raise(order) } }

    package func post(_ order: PostOrder) throws -> Settlement { try change { try $0.post(order) } }

    package func void(_ hold: LedgerID) throws { try change { try $0.void(hold) } }

    package func apply(_ change: LedgerChange) throws {
        try self.change { books in
            switch change {
            case .grant(let id, let path, let amount, _): try books.grant(id, path, amount.amount)
            case .setBudget(let scope, let per, let cap): try books.setBudget(scope, per, cap.amount)
            case .removeBudget(let scope, let per): try books.removeBudget(scope, per)
            case .forgetKey(let scope, let key): books.forget(scope, key)
            }
        }
    }

    package func state() throws -> LedgerState {
        let wall = clock.now.millisecondsSinceEpoch * 1_000
        return books.withLock { $0.state(wall: wall) }
    }

    /// The attempt that the next use of a key is.
    package func nextAttempt(_ claim: KeyClaim) -> Int64 {
        books.withLock { ($0.keys[MemoryBooks.KeyName(scope: claim.scope, key: claim.key)]?.attempt ?? 0) + 1 }
    }

    /// The job of a hold.
    func job(of id: LedgerID) -> String? { books.withLock { $0.holds[id]?.job } }

    /// All or nothing: a change that fails leaves the books as they were.
    private func change<Value: Sendable>(_ body: (inout MemoryBooks) throws -> Value) throws -> Value {
        let wall = clock.now.millisecondsSinceEpoch * 1_000
        return try books.withLock { books in
            var next = books
            next.time = max(next.time, wall)
            let value = try body(&next)
            if next.changes != books.changes { books = next }
            return value
        }
    }
}
