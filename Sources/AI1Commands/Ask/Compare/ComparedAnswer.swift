internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Terminal

/// What one of the compared models answered.
struct ComparedAnswer: Sendable {
    /// The model as the user named it.
    var name: String
    var task: TaskKind
    var request: ChatRequest
    var outcome: AskOutcome
    var text: [UInt8]
    var decision: Decision?
    /// What the checks found, for JSON.
    var safety: JSONValue?
    /// What kept the model from answering, or from answering whole.
    var error: (any AI1Error)?

    /// Who answered, else the name that the user gave.
    var title: String { outcome.target?.description ?? name }

    /// Cost, time and tokens in one line; what went wrong instead.
    var facts: String {
        guard outcome.target != nil else { return error?.message ?? "no answer" }
        let cost = outcome.cost.map { outcome.settlement?.charge ?? $0 }
        let guess = outcome.usage.source == .estimated ? "~" : ""
        let facts = [
            cost.map { guess + $0.credits } ?? "price unknown",
            DurationLabel.text(milliseconds: outcome.totalMilliseconds),
            "\(guess)\(grouped(outcome.usage.output)) tok",
        ]
        return facts.joined(separator: " · ")
    }

    /// The answer as it may stand on a terminal.
    var cleanText: String {
        let text = TerminalCleaner.clean(String(decoding: text, as: UTF8.self))
        return error.map { text + (text.isEmpty ? "" : "\n\n") + "(\($0.message))" } ?? text
    }

    /// Asks one of the models.
    static func ask(
        _ name: String, _ flow: RequestFlow, _ routed: RoutedRequest, _ ledger: SQLiteLedger?, _ sink: CollectingSink
    ) async -> ComparedAnswer {
        let outcome: AskOutcome
        do {
            let run = try flow.start(routed, ledger: ledger)
            outcome = await run.ask(sink)
            run.record(error: outcome.error)
        } catch {
            var failed = AskOutcome(requestID: routed.asked.request.id)
            failed.error = Replay.engineError(error)
            outcome = failed
        }
        let decision = routed.route.decision
        return ComparedAnswer(
            name: name, task: decision.features.task, request: routed.asked.request, outcome: outcome, text: sink.text,
            decision: decision, safety: routed.checks?.json, error: outcome.error)
    }
}
