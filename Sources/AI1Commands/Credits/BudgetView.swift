internal import AI1Core
internal import AI1Ledger
internal import AI1Terminal

/// Budgets as lines and as JSON.
enum BudgetView {
    static func table(_ budgets: [LedgerState.BudgetState], _ books: CreditsBooks) -> TextTable {
        var table = TextTable([
            .init("budget", canShrink: true), .init("spent", .right), .init("held", .right), .init("left", .right),
            .init("until", canShrink: true),
        ])
        for state in budgets {
            table.append([
                .init(state.budget.words), .init(state.window.spent.credits), .init(state.window.reserved.credits),
                .init(state.left.credits, state.left == .zero ? .red : .none),
                .init(state.budget.per == .total ? "" : books.ledger.calendar.dayText(state.window.stop), .dim),
            ])
        }
        return table
    }

    /// `left of 5.00 ¢ a day for job brief until 2026-11-23`
    static func left(_ state: LedgerState.BudgetState, _ books: CreditsBooks) -> String {
        let end = end(state, books)
        return "left of \(state.budget.words)" + (end.isEmpty ? "" : " \(end)")
    }

    /// When its window ends.
    static func end(_ state: LedgerState.BudgetState, _ books: CreditsBooks) -> String {
        state.budget.per == .total ? "" : "until \(books.ledger.calendar.dayText(state.window.stop))"
    }

    static func json(_ state: LedgerState.BudgetState) -> JSONValue {
        let budget = state.budget
        return [
            "scope": .string(budget.scope.kind),
            "name": budget.scope.value.isEmpty ? .null : .string(budget.scope.value),
            "per": .string(budget.per.rawValue), "cap": OutcomeJSON.cost(budget.cap),
            "spent": OutcomeJSON.cost(state.window.spent), "held": OutcomeJSON.cost(state.window.reserved),
            "left": OutcomeJSON.cost(state.left), "zone": .string(budget.zone),
            "from": .string(LocalCalendar.utcText(state.window.start)),
            "until": budget.per == .total ? .null : .string(LocalCalendar.utcText(state.window.stop)),
        ]
    }
}
