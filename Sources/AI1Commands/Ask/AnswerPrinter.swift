internal import AI1Core
internal import AI1Engine
internal import AI1Settings
internal import AI1Terminal

/// Runs the engine with the sink that the output flags ask for, and prints what they ask for.
struct AnswerPrinter {
    let session: AskSession
    let asked: AskedRequest
    let notices: NoticeWriter
    /// The name that a stream of events begins with.
    let requestID: RequestID
    /// Shown with the answer when `--why` and `--json` are both given.
    var decision: Decision?
    /// What JSON tells of the checks; nil when nothing is checked.
    var checks: SafetyGuard?
    /// The rounds of a request with tools; nil without.
    var rounds: ToolFlow?
    /// Feeds an answer to a sink, through the checks: a new one, or a stored one.
    let produce: @Sendable (any AnswerSink) async -> AskOutcome

    private var output: OutputOptions { session.command.output }

    /// What became of the model's calls.
    private var calls: JSONValue? {
        rounds.map { .array($0.records.map { .object(ToolCallJSON.members($0)) }) }
    }

    /// Asks and prints. The file of `-o` is made first, so that nothing is paid for an answer that has no place.
    /// - Throws: what ends the program with a code other than 0
    func print() async throws -> AskOutcome {
        guard let path = output.file else { return try await print(to: session.context.output) }
        let file = try AnswerFile(path)
        do {
            let outcome = try await print(to: file.stream)
            try file.keep()
            if session.context.errors.isTerminal { notices.line("saved to \(path)") }
            return outcome
        } catch {
            if let part = file.leavePart() { notices.line("the part that came is in \(part)") }
            throw error
        }
    }

    private func print(to stream: OutputStream) async throws -> AskOutcome {
        if output.jsonl { return try await printEvents(to: stream) }
        if output.json || output.extract || asked.schema != nil { return try await printWhole(to: stream) }
        if showsMarkdown(on: stream) { return try await paint(on: stream) }
        let sink = TextSink(output: stream, notices: notices)
        let outcome = await produce(sink)
        if outcome.error?.kind != .brokenPipe { try sink.finish() }
        if let error = outcome.error { throw error }
        return outcome
    }

    private func showsMarkdown(on stream: OutputStream) -> Bool {
        stream.isTerminal && session.live.outputFacts.canRedraw && session.live.settings.markdown.value && !output.plain
    }

    private func paint(on stream: OutputStream) async throws -> AskOutcome {
        let facts = session.live.outputFacts
        let size = TerminalFacts.size(of: stream.descriptor) ?? (facts.columns ?? 80, 24)
        let screen = PaintedScreen(output: stream, size: size)
        notices.route?.set(screen)
        defer { notices.route?.set(nil) }
        let sink = MarkdownSink(
            columns: size.columns, style: Style(hasColor: facts.hasColor), clock: session.context.clock,
            notices: notices, showsWaiting: false
        ) { try screen.show($0) }
        let outcome = await produce(sink)
        if outcome.error?.kind != .brokenPipe { try sink.finish() }
        if let error = outcome.error { throw error }
        return outcome
    }

    private func printEvents(to stream: OutputStream) async throws -> AskOutcome {
        let sink = EventSink(output: stream, notices: notices, requestID: requestID)
        let outcome = await produce(sink)
        notices.settle()
        if outcome.error?.kind != .brokenPipe {
            try sink.event(
                "end",
                OutcomeJSON.members(
                    outcome, job: session.command.money.job, safety: checks?.json, error: outcome.error, calls: calls))
        }
        if let error = outcome.error { throw error }
        return outcome
    }

    private func printWhole(to stream: OutputStream) async throws -> AskOutcome {
        let sink = CollectingSink(notices: notices)
        let outcome = await produce(sink)
        notices.settle()
        let form = AnswerForm(asked: asked, extracts: output.extract)
        var problem: (any AI1Error)? = outcome.error
        var checked = AnswerForm.Checked(text: sink.text, data: nil)
        if problem == nil {
            do { checked = try form.check(rounds?.lastText ?? sink.text) } catch let error as CommandError {
                problem = error
            }
        }
        if output.json {
            let object = OutcomeJSON.object(
                outcome, job: session.command.money.job, safety: checks?.json, text: sink.text,
                reasoning: sink.reasoning, data: checked.data, error: problem,
                decision: output.why ? decision.map(DecisionReport.json) : nil, calls: calls)
            try stream.write(object.encoded() + [0x0A])
        } else if problem == nil {
            var newlines = NewlineKeeper()
            try stream.write(newlines.pass(Self.shown(checked.text, on: stream)))
            try stream.write(newlines.finish())
        } else if !sink.text.isEmpty, outcome.error == nil || outcome.textBytes > 0 {
            // It was paid for: what cannot go where it was asked for is shown where it does no harm.
            try session.context.errors.line(TerminalCleaner.clean(String(decoding: sink.text, as: UTF8.self)))
        }
        if let problem { throw problem }
        return outcome
    }

    /// The octets as they may stand on a stream: without control characters on a terminal.
    private static func shown(_ text: [UInt8], on stream: OutputStream) -> [UInt8] {
        guard stream.isTerminal else { return text }
        return Array(TerminalCleaner.clean(String(decoding: text, as: UTF8.self)).utf8)
    }
}
