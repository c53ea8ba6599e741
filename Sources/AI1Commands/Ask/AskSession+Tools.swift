internal import AI1Tools

extension AskSession {
    /// The tools that the flags ask for; nil for none.
    /// - Throws: `ToolError`; `CommandError` for flags that exclude each other
    func toolDesk(_ asked: AskedRequest) throws -> ToolDesk? {
        let options = command.tools
        guard !options.selected.isEmpty else { return nil }
        let clash: [(Bool, String)] = [
            (asked.resumed != nil, "--resume"), (command.shell.shell, "--shell"),
            (command.cassette.record != nil, "--record"),
            (command.money.idempotencyKey != nil, "--idempotency-key"), (command.money.oncePer != nil, "--once-per"),
        ]
        if let flag = clash.first(where: \.0)?.1 {
            throw CommandError(
                .usage, message: "--tools and \(flag) exclude each other",
                hint: "a request with tools is several requests: it cannot be kept and repeated as one")
        }
        return try live.toolDesk(options.selected, consent: options.consent, rounds: options.rounds)
    }
}
