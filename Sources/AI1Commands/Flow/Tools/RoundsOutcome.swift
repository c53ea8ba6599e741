internal import AI1Core
internal import AI1Engine

/// What became of all rounds together: the last answer, with the tokens, the money and the attempts of every one.
struct RoundsOutcome: Sendable {
    private(set) var whole: AskOutcome?

    mutating func add(_ outcome: AskOutcome) {
        guard let before = whole else {
            whole = outcome
            return
        }
        var sum = outcome
        sum.usage = before.usage
        sum.usage.add(outcome.usage)
        sum.cost = before.cost.flatMap { cost in outcome.cost.map { cost + $0 } }
        sum.attempts = before.attempts + outcome.attempts
        sum.firstTokenMilliseconds = before.firstTokenMilliseconds ?? outcome.firstTokenMilliseconds
        sum.textBytes = before.textBytes + outcome.textBytes
        sum.target = outcome.target ?? before.target
        sum.settlement = Self.sum(before.settlement, outcome.settlement)
        whole = sum
    }

    /// What has been paid, or would have been.
    var spent: NanoUSD { whole.flatMap { $0.settlement?.charge ?? $0.cost } ?? .zero }

    private static func sum(_ first: Settlement?, _ second: Settlement?) -> Settlement? {
        guard let first, let second else { return second ?? first }
        var sum = Settlement(
            charge: first.charge + second.charge, reward: first.reward + second.reward,
            disputed: first.disputed + second.disputed, balance: second.balance, isPlay: second.isPlay)
        sum.note = second.note ?? first.note
        return sum
    }
}
