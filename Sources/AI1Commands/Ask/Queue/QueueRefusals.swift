internal import AI1Core

/// Flags that make no sense for a request that is kept, or while kept requests are sent.
enum QueueRefusals {
    /// - Throws: `CommandError` of code `usage`
    static func check(_ command: AskCommand) throws {
        if command.queue.keeps { try refuse(keeping(command), beside: "--queue") }
        if command.queue.keeps, !command.queue.waits { try refuse(printing(command), beside: "--queue without --wait") }
        guard command.queue.flushes else { return }
        try refuse(keeping(command) + printing(command) + asking(command), beside: "--flush")
        guard !command.money.resend || !command.input.prompt.isEmpty else {
            throw CommandError(
                .usage, message: "--flush --resend needs the ids of the requests that are sent again",
                hint: "ai1 route log queue shows them")
        }
    }

    private static func refuse(_ clashes: [(Bool, String)], beside flag: String) throws {
        guard let clash = clashes.first(where: \.0)?.1 else { return }
        throw CommandError(.usage, message: "\(flag) and \(clash) exclude each other", hint: "ai1 help ask")
    }

    /// What needs an answer at once, sends twice, or has a place of its own for the answer.
    private static func keeping(_ command: AskCommand) -> [(Bool, String)] {
        [
            (command.chat.continues, "-c"), (command.chat.chat != nil, "--chat"),
            (!command.compare.models.isEmpty, "--compare"), (command.shell.shell, "--shell"),
            (!command.tools.names.isEmpty, "--tools"),
            (command.media.kind != .text, MediaOptions.flag(command.media.kind)),
            (command.input.resume != nil, "--resume"), (command.cassette.record != nil, "--record"),
            (command.cassette.replay != nil, "--replay"), (command.output.estimate, "--estimate"),
            (command.output.dryRun, "--dry-run"), (command.output.why, "--why"),
            (command.money.idempotencyKey != nil, "--idempotency-key"), (command.money.oncePer != nil, "--once-per"),
            (command.routing.hedge, "--hedge"), (command.queue.keeps && command.money.resend, "--resend"),
        ]
    }

    /// What shapes an answer that is not printed now.
    private static func printing(_ command: AskCommand) -> [(Bool, String)] {
        [
            (command.output.file != nil, "-o"), (command.output.jsonl, "--jsonl"), (command.output.extract, "-x"),
        ]
    }

    /// What belongs to a request: those that are flushed have brought theirs.
    private static func asking(_ command: AskCommand) -> [(Bool, String)] {
        let (routing, answer) = (command.routing, command.answer)
        return [
            (!command.input.attachments.isEmpty, "-a"), (command.input.system != nil, "-s"),
            (routing.model != nil, "-m"),
            (!routing.provider.isEmpty, "--provider"),
            (routing.objective != nil, "--\(routing.objective?.rawValue ?? "")"),
            (routing.maxCost != nil, "--max-cost"), (!routing.not.isEmpty, "--not"),
            (routing.maxLatency != nil, "--max-latency"), (routing.local, "--local"),
            (routing.fallback != nil, "--fallback"), (routing.noFallback, "--no-fallback"),
            (routing.noExplore, "--no-explore"), (routing.routeSeed != nil, "--route-seed"),
            (command.role.role != nil, "--role"), (!command.role.parameters.isEmpty, "-p"),
            (answer.schema != nil, "--schema"), (answer.temperature != nil, "-t"),
            (answer.maxTokens != nil, "--max-tokens"),
            (answer.reasoning != nil, "--reasoning"), (answer.seed != nil, "--seed"), (!answer.stop.isEmpty, "--stop"),
            (answer.noStream, "--no-stream"), (command.money.job != nil, "--job"),
            (command.safety.safety != nil, "--safety"), (command.bounds.maxInput != nil, "--max-input"),
        ]
    }
}
