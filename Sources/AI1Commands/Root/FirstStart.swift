internal import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1` alone on a terminal: a place to stay in, after a short guided set-up where there is none yet.
package struct FirstStartCommand: ContextCommand {
    package static let configuration = CommandConfiguration(commandName: "first-start", shouldDisplay: false)

    package init() {}

    package func run(_ context: CommandContext) async throws {
        guard context.isInteractive, context.output.isTerminal else {
            throw CommandError(
                .usage, message: "a command or a prompt is needed", hint: "ai1 --help, or: ai1 \"a question in words\"")
        }
        let live = try Composition(context)
        if live.settings.files.allSatisfy({ $0.layer != .user }) {
            try await GuidedSetup(live: live, context: context).run()
        }
        // Read again: the set-up has changed the settings.
        var repl = try Repl(try Composition(context))
        let code = await repl.run()
        guard code == 0 else {
            throw CommandError(code == ExitStatus(.interrupted).code ? .interrupted : .terminated, message: "left")
        }
    }
}
