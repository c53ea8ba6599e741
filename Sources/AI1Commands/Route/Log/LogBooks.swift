internal import AI1Core
internal import AI1History
internal import AI1Ledger
internal import AI1Settings
internal import AI1Terminal

/// The open history of a command, and what its reports are shown with.
struct LogBooks {
    let live: Composition
    let history: HistoryFile

    /// - Throws: `HistoryError`, `SettingsError`
    init(_ context: CommandContext) throws {
        live = try Composition(context)
        history = try live.openHistory()
    }

    var now: Timestamp { live.context.clock.now }

    /// Bars as the terminal can show them.
    var bars: BarText { BarText(environment: live.context.environment) }

    var nowSeconds: Int64 { now.millisecondsSinceEpoch / 1_000 }

    /// The request that an id means; nil for none given.
    func resolve(_ id: String?) throws -> RequestID? { try id.map { try history.resolve($0) } }

    /// The first moment of a day that the user named.
    func start(of day: DayArgument) -> Timestamp {
        Timestamp(millisecondsSinceEpoch: day.seconds(live.calendar, nowSeconds: nowSeconds) * 1_000)
    }

    /// The time of today, or a day and the time of it, such as `11-24 19:02`; with the year when it is another.
    func when(_ time: Timestamp) -> String {
        live.calendar.whenText(time, now: now)
    }

    /// The moment in full.
    func moment(_ time: Timestamp) -> String {
        let seconds = time.millisecondsSinceEpoch / 1_000
        return "\(live.calendar.dayText(seconds)) \(live.calendar.timeText(seconds, hasSeconds: true))"
    }

    /// Asks whether something may be deleted.
    /// - Throws: `CommandError` of code `declined`; `TerminalError` where nobody can be asked
    func confirm(_ question: String) throws {
        let facts = TerminalFacts(
            standardInput: StreamFacts(isTerminal: live.context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
        let prompt = LinePrompt(facts: facts, input: live.context.input, output: live.context.errors.descriptor)
        guard try prompt.confirm(question, standard: false, hint: "add --yes") == true else {
            throw CommandError(.declined, message: "nothing was deleted")
        }
    }
}
