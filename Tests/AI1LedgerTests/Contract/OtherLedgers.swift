import AI1Core
import AI1Ledger
import AI1TestSupport

/// The ledger in a file as many short-lived processes use it: opened for each order.
struct ReopenedLedger: LedgerStore {
    let scratch: ScratchLedger
    let clock: any MachineClock
    let calendar: LocalCalendar

    private func open() throws -> SQLiteLedger { try scratch.open(clock: clock, calendar: calendar) }

    func hold(_ order: HoldOrder) throws -> HoldOutcome { try open().hold(order) }
    func raise(_ order: HoldOrder) throws -> NanoUSD { try open().raise(order) }
    func post(_ order: PostOrder) throws -> Settlement { try open().post(order) }
    func void(_ hold: LedgerID) throws { try open().void(hold) }
    func apply(_ change: LedgerChange) throws { try open().apply(change) }
    func state() throws -> LedgerState { try open().state() }
}

/// A ledger that charges a nano-dollar too much.
struct WrongLedger: LedgerStore {
    let right: MemoryLedger

    init(_ right: MemoryLedger) { self.right = right }

    func hold(_ order: HoldOrder) throws -> HoldOutcome { try right.hold(order) }
    func raise(_ order: HoldOrder) throws -> NanoUSD { try right.raise(order) }
    func void(_ hold: LedgerID) throws { try right.void(hold) }
    func apply(_ change: LedgerChange) throws { try right.apply(change) }
    func state() throws -> LedgerState { try right.state() }

    func post(_ order: PostOrder) throws -> Settlement {
        var order = order
        if let cost = order.attempts.first?.costPicoUSD { order.attempts[0].costPicoUSD = cost + 1_000 }
        return try right.post(order)
    }
}
