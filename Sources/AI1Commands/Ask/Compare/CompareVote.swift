internal import AI1Core
internal import AI1Engine
internal import AI1Settings
internal import AI1Terminal

/// Asks a person which of the compared answers is the best, and tells the router.
struct CompareVote {
    let live: Composition
    let answers: [ComparedAnswer]

    /// Nobody is asked without a terminal, or when fewer than two models answered.
    /// - Throws: `TerminalError`; `CommandError` when the vote cannot be kept
    func ask() throws {
        let context = live.context
        guard context.isInteractive, context.output.isTerminal, !live.settings.quiet.value,
            live.settings.routing.learns.value, answers.filter({ $0.outcome.target != nil }).count > 1
        else { return }
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        let prompt = LinePrompt(facts: facts, input: context.input, output: context.errors.descriptor)
        for _ in 0..<LinePrompt.maximumTries {
            let answer = try prompt.ask("best answer (1–\(answers.count), Enter for none):", hint: nil)
            guard let answer, !answer.isEmpty else { return }
            guard let number = Int(answer), answers.indices.contains(number - 1),
                answers[number - 1].outcome.target != nil
            else { continue }
            return try live.learn(Self.signals(answers, best: number - 1, at: context.clock.now))
        }
    }

    /// What a vote says: as much as a rating for the best one, and as much against the others together.
    static func signals(_ answers: [ComparedAnswer], best: Int, at time: Timestamp) -> [(RequestID, QualitySignal)] {
        let others = answers.filter { $0.outcome.target != nil }.count - 1
        return answers.enumerated().compactMap { index, answer in
            guard let target = answer.outcome.target, others > 0 else { return nil }
            let signal = QualitySignal(
                target: target, task: answer.task, time: time, source: .vote, reward: index == best ? 1 : 0,
                weight: index == best ? 1 : 1 / Double(others))
            return (answer.request.id, signal)
        }
    }
}
