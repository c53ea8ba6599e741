internal import AI1Core
internal import AI1Terminal

/// Shows what is about to be signed, and lets pass only who agrees.
struct SigningConsent: Sendable {
    let desk: WalletDesk
    let options: ConsentOptions

    /// - Throws: `CommandError` of code `declined`; `TerminalError` where nobody can be asked and `--yes` is missing
    func demand(_ told: SigningSummary) throws {
        // What was agreed to beforehand is not asked; warnings are never silent.
        guard !options.yes else {
            for warning in told.warnings { desk.warn(warning) }
            return
        }
        guard desk.context.isInteractive else {
            throw CommandError(
                .usage, message: "nobody can be asked whether to \(told.deed.rawValue) this",
                hint: "add --yes, or --dry-run to see what it is")
        }
        let view = SigningView(style: desk.errorStyle, columns: desk.errorFacts.columns)
        for line in view.lines(told) { try desk.context.errors.line(line) }
        let prompt = desk.prompt
        prompt.discardTypeAhead()
        let answer = try prompt.ask(told.question, hint: "add --yes")
        guard answer?.lowercased() == told.word else {
            throw CommandError(.declined, message: "nothing was signed")
        }
    }

    /// Prints what would be signed, as text or JSON, for `--dry-run`.
    /// - Throws: what writing throws
    func show(_ told: SigningSummary) throws {
        if options.json {
            var object: JSONObject = ["v": 1, "dry_run": true]
            for member in told.members.members { object.append(member.name, member.value) }
            return try desk.context.output.line(JSONValue.object(object).text)
        }
        let view = SigningView(style: Style(hasColor: desk.outputFacts.hasColor), columns: desk.outputFacts.columns)
        for line in view.lines(told) { try desk.context.output.line(line) }
        try desk.context.errors.line("nothing was signed: --dry-run")
    }
}
