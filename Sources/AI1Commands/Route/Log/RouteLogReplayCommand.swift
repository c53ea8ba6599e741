internal import AI1Core
internal import AI1History
internal import AI1Terminal
package import ArgumentParser

/// `ai1 route log replay`: an answer of the past as it came.
package struct RouteLogReplayCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Print a kept answer again, as it came.",
        discussion: """
            Nothing is sent and nothing is charged.

            Examples:
              ai1 route log replay
              ai1 route log replay 4f1c22aa --speed 4
              ai1 route log replay 4f1c22aa --speed 0 > answer.md
            """)

    @Argument(help: "The request's id; without one the newest.")
    package var id: String?

    @Option(help: ArgumentHelp("How fast: 1 as it was, 2 twice as fast, 0 at once.", valueName: "factor"))
    package var speed: SpeedArgument?

    package init() {}

    package func run(_ context: CommandContext) async throws {
        let books = try LogBooks(context)
        let entry = try books.history.show(books.resolve(id))
        guard let content = entry.content, let answer = content.answer else {
            throw HistoryError(
                .noText, message: "the answer to \(entry.row.id.short) is not kept",
                hint: "history.mode and history.retention say what is kept for how long")
        }
        let notices = NoticeWriter(
            errors: context.errors, style: .plain, isQuiet: true, isVerbose: false, spinner: nil)
        let sink = TextSink(output: context.output, notices: notices)
        try await PacedAnswer(answer: answer, timing: content.timing, speed: speed?.factor ?? 1)
            .play(context.clock) { try sink.write($0) }
        try sink.finish()
    }
}
