package import ArgumentParser

/// `ai1`: the root of all commands.
package struct AI1Command: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "ai1",
        abstract: "One door to every AI model, for people at a terminal, scripts, pipes and cron jobs.",
        discussion: """
            ai1 "a question in words" is the same as ai1 ask "a question in words".

            Examples:
              ai1 ask "what does umask 077 do?"
              git diff --staged | ai1 ask "write a commit message"
              ai1 ask -m claude -a photo.jpg "what is this?"
              ai1 route explain "prove that sqrt 2 is irrational"
            """,
        version: Version.line,
        subcommands: [AskCommand.self, RouteCommand.self, CreditsCommand.self, WalletCommand.self, DevCommand.self])

    package init() {}
}
