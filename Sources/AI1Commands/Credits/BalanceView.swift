internal import AI1Core
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// The balance and what belongs to it, as lines and as JSON.
struct BalanceView {
    let report: BalanceReport
    let books: CreditsBooks

    private var isTracking: Bool { books.live.settings.credits.mode.value == .track }

    /// One line each: what, how much, and what is to be known about it.
    var table: TextTable {
        var table = TextTable([.init(""), .init("", .right), .init("", canShrink: true)])
        if isTracking {
            table.append(["spent", .init(report.tracked.credits), .init("in all; only the books are kept", .dim)])
        } else {
            table.append(["balance", .init(report.balance.credits), .init(classes, .dim)])
        }
        if report.heldRequests > 0 {
            let requests = report.heldRequests == 1 ? "1 request" : "\(grouped(Int64(report.heldRequests))) requests"
            table.append(["held", .init(report.held.credits), .init("\(requests) under way", .dim)])
        }
        table.append(["today", .init(report.today.charge.credits), .init(detail(.day, bars))])
        table.append(["month", .init(report.month.charge.credits), .init(detail(.month, ""))])
        for state in report.state.budgets where !isShownAbove(state.budget) {
            table.append(["budget", .init(state.left.credits, mark(state)), .init(BudgetView.left(state, books))])
        }
        if report.today.reward != .zero {
            table.append(["rewards", .init(report.today.reward.credits), .init("earned today", .dim)])
        }
        let spent = report.playToday == .zero ? "" : ", \(report.playToday.credits) spent today"
        table.append(["play", .init(report.play.credits, .dim), .init("for the sandbox" + spent, .dim)])
        return table
    }

    private var classes: String { "(promo \(number(report.promo)), own \(number(report.own)))" }

    /// The amount without its unit.
    private func number(_ amount: NanoUSD) -> String { String(amount.credits.dropLast(2)) }

    /// The last two weeks, on a terminal.
    private var bars: String {
        guard books.live.outputFacts.isTerminal else { return "" }
        return books.bars.line(report.days.map(\.charge.amount))
    }

    /// The budgets of the account itself stand beside what was spent.
    private func isShownAbove(_ budget: Budget) -> Bool { budget.scope == .account && budget.per != .total }

    private func detail(_ per: Budget.Period, _ bars: String) -> String {
        let state = report.state.budgets.first { $0.budget.scope == .account && $0.budget.per == per }
        let budget = state.map {
            "of \($0.budget.cap.credits), \($0.left.credits) left \(BudgetView.end($0, books))"
        }
        return [bars, budget ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func mark(_ state: LedgerState.BudgetState) -> Style.Mark { state.left == .zero ? .red : .none }

    /// Version 1.
    var json: JSONValue {
        [
            "v": 1, "mode": .string(books.live.settings.credits.mode.value.rawValue),
            "balance": OutcomeJSON.cost(report.balance), "promo": OutcomeJSON.cost(report.promo),
            "own": OutcomeJSON.cost(report.own),
            "free": OutcomeJSON.cost(report.state.free(.credits)), "held": OutcomeJSON.cost(report.held),
            "held_requests": .integer(report.heldRequests), "tracked": OutcomeJSON.cost(report.tracked),
            "today": day(report.today), "month": day(report.month), "days": .array(report.days.map(day)),
            "budgets": .array(report.state.budgets.map { BudgetView.json($0) }),
            "play": ["balance": OutcomeJSON.cost(report.play), "today": OutcomeJSON.cost(report.playToday)],
        ]
    }

    private func day(_ day: BalanceReport.Day) -> JSONValue {
        [
            "date": .string(CreditsBooks.dateText(day.day)), "requests": .integer(day.requests),
            "charge": OutcomeJSON.cost(day.charge), "reward": OutcomeJSON.cost(day.reward),
        ]
    }
}
