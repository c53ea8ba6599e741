/// Whether a router is worth more than sending everything to the best fixed model, at no more than that model's cost.
package struct Verdict: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// Better, and the whole interval is.
        case beats
        /// Neither better nor worse beyond chance.
        case ties
        /// Worse; `isCertain` tells whether the whole interval is.
        case loses
    }

    package let outcome: Outcome
    package let isCertain: Bool
    package let sentence: String

    /// Nil for what is no router.
    package init?(row: EvaluationReport.Row, best: String) {
        guard row.name.isRouter, let difference = row.difference else { return nil }
        let interval = row.differenceInterval
        let shown = "\(Decimals.signed(difference)) at no more than its cost"
        let range = interval.map { ", 95 % \(Decimals.signed($0.low)) to \(Decimals.signed($0.high))" } ?? ""
        if difference < 0 {
            outcome = .loses
            isCertain = interval.map { $0.high < 0 } ?? false
            sentence =
                "\(row.name.text) loses to the best fixed model, \(best): \(shown)\(range)"
                + (isCertain ? "." : "; it may be chance.")
        } else if let interval, interval.low > 0 {
            outcome = .beats
            isCertain = true
            sentence = "\(row.name.text) beats the best fixed model, \(best): \(shown)\(range)."
        } else {
            outcome = .ties
            isCertain = false
            sentence =
                "\(row.name.text) is no better than the best fixed model, \(best)"
                + (difference > 0 ? ", beyond chance: \(shown)\(range)." : ".")
        }
    }
}
