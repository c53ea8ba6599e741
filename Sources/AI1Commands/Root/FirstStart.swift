internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
package import ArgumentParser

/// `ai1` alone. Without any set-up on a terminal: a short guided one. Otherwise: what can be done.
package struct FirstStartCommand: ContextCommand {
    package static let configuration = CommandConfiguration(commandName: "first-start", shouldDisplay: false)

    package init() {}

    package func run(_ context: CommandContext) async throws {
        guard context.isInteractive, context.output.isTerminal else {
            throw CommandError(
                .usage, message: "a command or a prompt is needed", hint: "ai1 --help, or: ai1 \"a question in words\"")
        }
        let live = try Composition(context)
        guard live.settings.files.allSatisfy({ $0.layer != .user }) else {
            return try context.output.line(AI1Command.helpMessage())
        }
        try await GuidedSetup(live: live, context: context).run()
    }
}
