internal import AI1Core
internal import AI1Ledger

extension MemoryBooks {
    /// The first second after the year 9999.
    private static let endOfTime: Int64 = 253_402_300_800

    /// The budgets that a request falls under.
    func covering(_ purse: Purse, _ target: TargetName, _ job: String?) -> [Budget] {
        guard purse != .play else { return [] }
        return budgets.filter(\.isActive).map(\.budget).filter { $0.scope.covers(target: target, job: job) }
    }

    func window(of budget: Budget, at seconds: Int64) -> WindowName {
        let span: LocalCalendar.Span
        switch budget.per {
        case .day: span = calendar.span(.day, at: seconds)
        case .month: span = calendar.span(.month, at: seconds)
        case .total: return WindowName(budget: budget.id, start: 0, stop: Self.endOfTime)
        }
        return WindowName(budget: budget.id, start: span.start, stop: span.stop)
    }

    /// What open holds have reserved of a window.
    func reserved(_ window: WindowName, without own: LedgerID? = nil) -> Int64 {
        holds.reduce(0) { sum, item in
            item.value.state == .open && item.key != own ? sum + (item.value.shares[window] ?? 0) : sum
        }
    }

    mutating func setBudget(_ scope: Budget.Scope, _ per: Budget.Period, _ cap: Int64) throws {
        guard cap >= 0, cap <= Self.largestAmount else { throw failure(.invalid) }
        changes += 1
        if let index = budgets.firstIndex(where: { $0.budget.scope == scope && $0.budget.per == per }) {
            // It goes on where it was: a budget that is removed and set again has forgotten nothing.
            let wasRemoved = !budgets[index].isActive
            budgets[index].isActive = true
            budgets[index].budget.cap = NanoUSD(cap)
            if wasRemoved {
                let window = window(of: budgets[index].budget, at: time / 1_000_000)
                spent[window] = max(spent[window, default: 0], charged(in: window, scope, per))
            }
            return
        }
        let budget = Budget(
            id: Int64(budgets.count + 1), scope: scope, per: per, cap: NanoUSD(cap), zone: calendar.zone)
        budgets.append(KnownBudget(budget: budget, isActive: true))
        let window = window(of: budget, at: time / 1_000_000)
        spent[window] = charged(in: window, scope, per)
    }

    /// What was charged on the days of a window.
    private func charged(in window: WindowName, _ scope: Budget.Scope, _ per: Budget.Period) -> Int64 {
        let days = (calendar.day(window.start), calendar.day(window.stop - 1))
        return spends.reduce(0) { sum, spend in
            let isInside = per == .total || (days.0...days.1).contains(spend.day)
            return isInside && scope.covers(target: spend.target, job: spend.job) ? sum + spend.charge : sum
        }
    }

    mutating func removeBudget(_ scope: Budget.Scope, _ per: Budget.Period) throws {
        guard
            let index = budgets.firstIndex(where: { $0.isActive && $0.budget.scope == scope && $0.budget.per == per })
        else { throw failure(.notFound) }
        changes += 1
        budgets[index].isActive = false
    }
}
