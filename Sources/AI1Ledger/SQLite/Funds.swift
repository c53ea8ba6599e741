internal import AI1Core
internal import AI1Storage

/// What a hold can draw on: its purse's accounts and the budgets that cover it.
struct Funds {
    private struct Account {
        let number: Int64
        /// What nobody has set aside.
        let free: Int64
        /// What other holds have set aside.
        var held: Int64
        /// What the hold has already; a raise keeps it where it is.
        var own: Int64 = 0
        /// Nothing is refused.
        let isBottomless: Bool
    }

    private let purse: Purse
    private var accounts: [Account]
    private(set) var budgets: [CoveringBudget]
    private let openHolds: Int64
    private let calendar: LocalCalendar

    init(_ order: HoldOrder, _ appender: EventAppender, _ calendar: LocalCalendar) throws {
        purse = order.purse
        self.calendar = calendar
        accounts = try order.purse.accounts.map { path in
            let number = try appender.account(path)
            let row = try appender.free(number)
            return Account(number: number, free: row.free, held: row.held, isBottomless: order.purse == .tracked)
        }
        budgets =
            order.purse == .play
            ? [] : try appender.budgets(target: order.target, job: order.job, calendar: calendar)
        openHolds = try appender.connection.integer("SELECT count(*) FROM hold WHERE state = 0") ?? 0
    }

    /// Adds what an open hold has already, which a raise keeps. Its windows stay the ones it was made in.
    mutating func include(_ row: HoldRow, _ appender: EventAppender, _ calendar: LocalCalendar) throws {
        let legs = try appender.connection.statement("SELECT account, amount FROM hold_leg WHERE hold = ?")
        legs.bind(1, row.sequence)
        while try legs.step() {
            if let index = accounts.firstIndex(where: { $0.number == legs.integer(0) }) {
                accounts[index].own = legs.integer(1)
                accounts[index].held -= legs.integer(1)
            }
        }
        let shares = try appender.connection.statement(
            """
            SELECT hold_budget.budget, hold_budget.start, stop, amount, spent, reserved
            FROM hold_budget JOIN budget_window USING(budget, start) WHERE hold = ?
            """)
        shares.bind(1, row.sequence)
        while try shares.step() {
            guard let index = budgets.firstIndex(where: { $0.budget.id == shares.integer(0) }) else { continue }
            budgets[index].window = BudgetWindow(
                budget: shares.integer(0), start: shares.integer(1), stop: shares.integer(2),
                spent: NanoUSD(shares.integer(4)), reserved: NanoUSD(shares.integer(5) - shares.integer(3)))
        }
    }

    /// How much can be set aside, between the least and what is wanted.
    func grant(wanted: Int64, least: Int64) -> Result<Int64, LedgerError> {
        guard wanted >= 0, least >= 0, wanted <= SQLiteLedger.largestAmount else {
            return .failure(
                LedgerError(
                    .invalid, message: "the request could cost \(NanoUSD(wanted).credits), more than a hold may be",
                    hint: "a smaller --max-tokens"))
        }
        let least = min(least, wanted)
        let free =
            accounts.contains(where: \.isBottomless) ? Int64.max : accounts.reduce(0) { $0 + $1.own + max(0, $1.free) }
        guard free >= least else {
            let held = accounts.reduce(0) { $0 + $1.held }
            return .failure(
                Shortage.credits(
                    needs: least, free: free, held: held, openHolds: openHolds, isPlay: purse == .play))
        }
        // Of several budgets the one with the least left says why.
        if let tightest = budgets.min(by: { $0.left < $1.left }), tightest.left < least {
            let final = budgets.filter { $0.leftWithoutHolds < least }.min { $0.leftWithoutHolds < $1.leftWithoutHolds }
            let told = final ?? tightest
            return .failure(Shortage.budget(told.budget, needs: least, window: told.window, calendar: calendar))
        }
        return .success(min(wanted, free, budgets.map(\.left).min() ?? .max))
    }

    /// The amount as parts of the accounts: what the hold has already, and more in the order in which they are spent.
    func legs(for amount: Int64) -> [Leg] {
        var rest = amount - accounts.reduce(0) { $0 + $1.own }
        var legs: [Leg] = []
        for account in accounts {
            let part = account.isBottomless ? rest : min(rest, max(0, account.free))
            if account.own + part > 0 { legs.append(Leg(account: account.number, amount: account.own + part)) }
            rest -= part
        }
        return legs
    }
}
