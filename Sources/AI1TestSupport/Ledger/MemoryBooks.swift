internal import AI1Core
internal import AI1Ledger

/// The contents of a `MemoryLedger`. Amounts are nano-US-dollars.
struct MemoryBooks {
    struct KeyName: Hashable {
        var scope: String
        var key: String
    }

    struct Key {
        enum State { case underWay, answered([UInt8]), failed, unknown }

        var attempt: Int64
        var requestHash: [UInt8]?
        var state: State
        var expires: Int64
    }

    struct WindowName: Hashable {
        var budget: Int64
        var start: Int64
        var stop: Int64
    }

    struct Hold {
        enum State { case open, posted, released }

        var state = State.open
        var purse: Purse
        var amount: Int64
        var request: RequestID
        var target: TargetName
        var job: String?
        var key: KeyName?
        var legs: [AccountPath: Int64] = [:]
        var shares: [WindowName: Int64] = [:]
        var charge: Int64 = 0
        var reward: Int64 = 0
        var disputed: Int64 = 0
    }

    struct Spend {
        var day: Int64
        var target: TargetName
        var job: String?
        var charge: Int64
    }

    struct KnownBudget {
        var budget: Budget
        var isActive: Bool
    }

    /// The most that one order may name.
    static let largestAmount: Int64 = 100_000_000_000_000_000
    /// What play credits are filled up by at least.
    static let playFill: Int64 = 5_000_000_000

    let calendar: LocalCalendar
    /// The moment of the change under way, in microseconds since 1970; never before that of the last one.
    var time: Int64
    /// How many changes there were: an order that was carried out before is none.
    var changes = 0
    var balances: [AccountPath: Int64] = [
        .world: -105_000_000_000, .promo: 5_000_000_000, .rewardsPool: 100_000_000_000, .playWorld: -5_000_000_000,
        .play: 5_000_000_000,
    ]
    var holds: [LedgerID: Hold] = [:]
    var budgets: [KnownBudget] = []
    var spent: [WindowName: Int64] = [:]
    var spends: [Spend] = []
    var keys: [KeyName: Key] = [:]
    /// Pico-dollars that a provider is owed beyond whole nano-dollars.
    var carries: [String: Int64] = [:]
    var grants: [LedgerID: [AccountPath: Int64]] = [:]

    /// A new ledger with what every user is given.
    init(calendar: LocalCalendar, time: Int64) {
        self.calendar = calendar
        self.time = time
    }

    /// What open holds have set aside of an account.
    func held(_ account: AccountPath, without own: LedgerID? = nil) -> Int64 {
        holds.reduce(0) { sum, item in
            item.value.state == .open && item.key != own ? sum + (item.value.legs[account] ?? 0) : sum
        }
    }

    func free(_ account: AccountPath, without own: LedgerID? = nil) -> Int64 {
        max(0, balances[account, default: 0] - held(account, without: own))
    }

    mutating func move(_ amount: Int64, to account: AccountPath) { balances[account, default: 0] += amount }

    mutating func grant(_ id: LedgerID, _ account: AccountPath, _ amount: Int64) throws {
        guard amount > 0, amount <= Self.largestAmount else { throw failure(.invalid) }
        let grant = [account: amount]
        if let known = grants[id] {
            guard known == grant else { throw failure(.keyConflict) }
            return
        }
        changes += 1
        grants[id] = grant
        move(amount, to: account)
        move(-amount, to: account.text.hasPrefix("play:") ? .playWorld : .world)
    }

    func state(wall: Int64) -> LedgerState {
        var state = LedgerState()
        let seconds = max(time, wall) / 1_000_000
        for path in Set(balances.keys).union(Purse.allCases.flatMap(\.accounts)) {
            state.accounts[path] = LedgerState.Account(
                balance: NanoUSD(balances[path, default: 0]), held: NanoUSD(held(path)))
        }
        for (id, hold) in holds where hold.state == .open {
            state.holds[id] = LedgerState.OpenHold(
                amount: NanoUSD(hold.amount), purse: hold.purse, target: hold.target, request: hold.request)
        }
        state.budgets = budgets.filter(\.isActive).map { known in
            let window = window(of: known.budget, at: seconds)
            return LedgerState.BudgetState(
                budget: known.budget,
                window: BudgetWindow(
                    budget: known.budget.id, start: window.start, stop: window.stop,
                    spent: NanoUSD(spent[window, default: 0]), reserved: NanoUSD(reserved(window))))
        }
        return state
    }

    func failure(_ code: LedgerError.Code) -> LedgerError { LedgerError(code, message: "the model refuses it") }
}
