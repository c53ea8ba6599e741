internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Terminal

/// The lines that a person reads after an answer.
struct AnswerReport {
    let outcome: AskOutcome
    let ledger: SQLiteLedger?
    /// Whether the line tells what is left; not where it stands beside it anyway.
    var showsBalance = true

    /// What it took, what is disputed, and whether credits run low; empty when nobody answered.
    var lines: [String] {
        guard let target = outcome.target else { return [] }
        let settlement = outcome.settlement
        var lines = [
            CostLine.render(
                model: target.model, usage: outcome.usage, unit: outcome.unit,
                cost: outcome.cost.map { settlement?.charge ?? $0 },
                milliseconds: Int64(outcome.totalMilliseconds.rounded()),
                balance: showsBalance ? settlement?.balance : nil,
                isPlay: settlement?.isPlay ?? false)
        ]
        if let disputed = settlement?.disputed, disputed > .zero {
            lines.append("\(target.provider) claims \(disputed.credits) more: disputed, and not paid")
        }
        if let settlement, !settlement.isPlay, settlement.balance != nil, let low = try? ledger?.lowBalance() {
            lines.append("only \(low.free.credits) left of the last \(low.lastGrant.credits): ai1 credits add 500")
        }
        return lines
    }

    /// What was expected of the target beside what it did; nil when it was not predicted.
    func comparison(with decision: Decision) -> String? {
        guard let target = outcome.target,
            let predicted = decision.ranked.first(where: { $0.row.name == target })?.prediction
        else { return nil }
        return "predicted \(predicted.cost.map(\.credits) ?? "unknown") in "
            + "\(DurationLabel.text(milliseconds: predicted.totalMilliseconds)), was "
            + "\(outcome.cost.map(\.credits) ?? "unknown") in "
            + DurationLabel.text(milliseconds: outcome.totalMilliseconds)
    }
}
