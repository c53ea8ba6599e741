internal import AI1Core
internal import AI1Storage

/// A budget that covers a request, with its window of now.
struct CoveringBudget {
    let budget: Budget
    var window: BudgetWindow

    var left: Int64 { max(0, budget.cap.amount - window.spent.amount - window.reserved.amount) }
    /// What would be left if no request were under way.
    var leftWithoutHolds: Int64 { max(0, budget.cap.amount - window.spent.amount) }

    func share(_ amount: Int64) -> WindowShare {
        WindowShare(budget: budget.id, start: window.start, stop: window.stop, amount: amount)
    }
}

extension EventAppender {
    /// The last second that a window can have: the end of the year 9999.
    static let endOfTime: Int64 = 253_402_300_800

    /// The budgets that a request falls under.
    func budgets(target: TargetName, job: String?, calendar: LocalCalendar) throws -> [CoveringBudget] {
        try activeBudgets().filter { $0.scope.covers(target: target, job: job) }.map {
            CoveringBudget(budget: $0, window: try window(of: $0, at: nowSeconds, calendar: calendar))
        }
    }

    /// All budgets in the order in which they were set.
    func activeBudgets() throws -> [Budget] { try connection.activeBudgets() }

    /// The window that a moment belongs to.
    func window(of budget: Budget, at seconds: Int64, calendar: LocalCalendar) throws -> BudgetWindow {
        try connection.window(of: budget, at: seconds, calendar: calendar)
    }
}

extension Connection {
    /// All budgets in the order in which they were set.
    func activeBudgets() throws -> [Budget] {
        let rows = try statement("SELECT id, scope, value, per, cap, zone FROM budget WHERE removed = 0 ORDER BY id")
        var budgets: [Budget] = []
        while try rows.step() {
            guard let scope = Budget.Scope(kind: rows.text(1), value: rows.text(2)),
                let per = Budget.Period(rawValue: rows.text(3))
            else { continue }
            budgets.append(
                Budget(id: rows.integer(0), scope: scope, per: per, cap: NanoUSD(rows.integer(4)), zone: rows.text(5)))
        }
        return budgets
    }

    /// The window that a moment belongs to: one that exists, or the next one of the user's calendar. A window that exists
    /// keeps its bounds when the zone changes; the one after it begins where it ends.
    func window(of budget: Budget, at seconds: Int64, calendar: LocalCalendar) throws -> BudgetWindow {
        let row = try statement(
            """
            SELECT start, stop, spent, reserved FROM budget_window WHERE budget = ? AND start <= ?
            ORDER BY start DESC LIMIT 1
            """)
        row.bind(1, budget.id)
        row.bind(2, seconds)
        defer { row.reset() }
        var earliest = Int64.min
        if try row.step() {
            if row.integer(1) > seconds {
                return BudgetWindow(
                    budget: budget.id, start: row.integer(0), stop: row.integer(1), spent: NanoUSD(row.integer(2)),
                    reserved: NanoUSD(row.integer(3)))
            }
            earliest = row.integer(1)
        }
        // A process of another zone goes on with the days that the budget has: two zones must not open two windows a day.
        let isForeign = calendar.zone != budget.zone && earliest != .min
        let calendar = isForeign ? LocalCalendar(midnightAt: earliest, zone: budget.zone) : calendar
        let span =
            switch budget.per {
            case .day: calendar.span(.day, at: seconds)
            case .month: calendar.span(.month, at: seconds)
            case .total: LocalCalendar.Span(start: 0, stop: EventAppender.endOfTime)
            }
        return BudgetWindow(budget: budget.id, start: max(span.start, earliest), stop: span.stop)
    }
}
