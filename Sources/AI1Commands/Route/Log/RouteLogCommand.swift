package import ArgumentParser

/// `ai1 route log`: the requests of the past.
package struct RouteLogCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List, search, show, replay and delete the requests of the past, and conversations.",
        discussion: """
            Prompts and answers are kept for 30 days on this machine and nowhere else; history.mode and history.retention \
            change that.

            Examples:
              ai1 route log
              ai1 route log --search 'tail recursion' --since 7d
              ai1 route log show 4f1c22aa
              ai1 route log replay 4f1c22aa
              ai1 route log delete --before 7d --yes
            """,
        subcommands: [
            RouteLogListCommand.self, RouteLogShowCommand.self, RouteLogReplayCommand.self,
            RouteLogDeleteCommand.self, RouteLogChatsCommand.self, RouteLogExportCommand.self,
            RouteLogQueueCommand.self,
        ],
        defaultSubcommand: RouteLogListCommand.self)

    package init() {}
}
