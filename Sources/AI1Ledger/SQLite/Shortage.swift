internal import AI1Core

/// What a request would need and cannot have, in words.
enum Shortage {
    /// Too few credits are free.
    static func credits(needs: Int64, free: Int64, held: Int64, openHolds: Int64, isPlay: Bool) -> LedgerError {
        let kind = isPlay ? "play credits" : "credits"
        let others =
            held > 0
            ? ", \(NanoUSD(held).credits) held by \(openHolds) \(openHolds == 1 ? "request" : "requests") under way"
            : ""
        let suggestion = suggested(needs - free)
        return LedgerError(
            .notEnough(isHeld: free + held >= needs),
            message:
                "not enough \(kind): needs up to \(NanoUSD(needs).credits), \(NanoUSD(free).credits) free\(others)",
            hint: free + held >= needs
                ? "wait longer with --deadline, or a smaller --max-tokens"
                : "ai1 credits add \(suggestion)        (or a smaller --max-tokens)")
    }

    /// A budget has too little left.
    static func budget(
        _ budget: Budget, needs: Int64, window: BudgetWindow, calendar: LocalCalendar
    ) -> LedgerError {
        let left = max(0, budget.cap.amount - window.spent.amount - window.reserved.amount)
        let held = window.reserved.amount > 0 ? ", \(window.reserved.credits) held by requests under way" : ""
        let isHeld = budget.cap.amount - window.spent.amount >= needs
        let next =
            budget.per == .total || budget.cap.amount < needs || isHeld
            ? "" : "it starts anew on \(calendar.dayText(window.stop)); "
        return LedgerError(
            .overBudget(isHeld: isHeld),
            message: "the budget of \(budget.words) does not allow it: needs up to \(NanoUSD(needs).credits), "
                + "\(NanoUSD(left).credits) left\(held)",
            hint: (isHeld ? "wait longer with --deadline, or " : next)
                + "a smaller --max-tokens, or: ai1 credits budget set AMOUNT\(budget.flags)")
    }

    /// A round number of credits that covers a shortage.
    private static func suggested(_ shortage: Int64) -> Int64 {
        let credits = max(0, shortage) / NanoUSD.perCredit + 1
        return credits <= 500 ? 500 : (credits + 499) / 500 * 500
    }
}

extension Budget {
    /// The budget as a person says it: `5.00 ¢ a day for job brief`.
    package var words: String {
        let window =
            switch per {
            case .day: "a day"
            case .month: "a month"
            case .total: "in total"
            }
        let subject =
            switch scope {
            case .account: ""
            case .job(let name): " for job \(name)"
            case .model(let name): " for model \(name)"
            }
        return "\(cap.credits) \(window)\(subject)"
    }

    /// The flags that name it on a command line.
    package var flags: String {
        let subject =
            switch scope {
            case .account: ""
            case .job(let name): " --job \(name)"
            case .model(let name): " --model \(name)"
            }
        return " --per \(per.rawValue)\(subject)"
    }
}

extension LocalCalendar {
    /// A day as `2026-11-22`.
    package func dayText(_ seconds: Int64) -> String {
        let day = day(seconds)
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day / 10_000)-\(two(day / 100 % 100))-\(two(day % 100))"
    }
}
