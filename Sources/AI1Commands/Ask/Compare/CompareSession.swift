internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings

/// `ai1 ask --compare A,B,C`: one request to several models at once.
struct CompareSession: Sendable {
    let session: AskSession
    let asked: AskedRequest
    let notices: NoticeWriter

    private var live: Composition { session.live }
    private var command: AskCommand { session.command }

    /// One model's part, planned before anything is sent.
    private struct Part: Sendable {
        var name: String
        var flow: RequestFlow
        /// The request as it may leave for this model.
        var routed: RoutedRequest
    }

    /// - Throws: what ends the program with a code other than 0: what kept the first of the models from answering whole
    func run() async throws {
        try refuseWhatCannotBe()
        var parts: [Part] = []
        for name in command.compare.models {
            let isTold = parts.contains { $0.routed.checks?.hasFindings ?? false }
            parts.append(try await part(name, tells: !isTold))
        }
        guard let first = parts.first else { return }
        let ledger = try first.flow.openLedger(for: parts.flatMap(\.routed.targets))
        let answers = await ask(parts, ledger)
        notices.settle()
        let report = CompareReport(answers: answers, job: command.money.job)
        if command.output.json {
            try session.context.output.line(report.json.text)
        } else {
            try report.show(on: session.context.output, live.outputFacts)
        }
        try CompareVote(live: live, answers: answers).ask()
        if let error = answers.lazy.compactMap(\.error).first { throw error }
    }

    /// What makes no sense for several answers is refused before anything is paid for.
    private func refuseWhatCannotBe() throws {
        let clash: [(Bool, String)] = [
            (command.routing.model != nil, "-m"), (command.output.file != nil, "-o"),
            (command.output.jsonl, "--jsonl"), (command.output.estimate, "--estimate"),
            (command.output.dryRun, "--dry-run"), (command.output.extract, "--extract"),
            (command.money.idempotencyKey != nil, "--idempotency-key"), (command.money.oncePer != nil, "--once-per"),
            (command.cassette.record != nil, "--record"), (command.cassette.replay != nil, "--replay"),
            (!command.tools.selected.isEmpty, "--tools"), (asked.resumed != nil, "--resume"),
            (asked.schema != nil, "--schema"),
        ]
        if let flag = clash.first(where: \.0)?.1 {
            throw CommandError(.usage, message: "--compare and \(flag) exclude each other", hint: "ai1 help ask")
        }
    }

    private func part(_ name: String, tells: Bool) async throws -> Part {
        var asked = asked
        asked.request.id = session.context.newRequestID()
        var wishes = try session.wishes(asked)
        wishes.model = name
        wishes.modelOrigin = nil
        wishes.fallback = []
        wishes.allowsFallback = false
        var terms = try session.terms(asked)
        terms.routing = wishes
        let flow = RequestFlow(live: live, notices: notices, terms: terms)
        var routed = try await flow.route(asked, checks: flow.checks())
        try routed.requireTarget(live.providers)
        try routed.admit(to: routed.targets.map(\.row), tells: tells)
        return Part(name: name, flow: flow, routed: routed)
    }

    /// Asks all of them at once; the answers come in the user's order.
    private func ask(_ parts: [Part], _ ledger: SQLiteLedger?) async -> [ComparedAnswer] {
        await withTaskGroup(of: (Int, ComparedAnswer).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask { (index, await answer(part, ledger)) }
            }
            var answers: [(Int, ComparedAnswer)] = []
            for await answer in group { answers.append(answer) }
            return answers.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func answer(_ part: Part, _ ledger: SQLiteLedger?) async -> ComparedAnswer {
        await ComparedAnswer.ask(part.name, part.flow, part.routed, ledger, CollectingSink(notices: notices))
    }
}
