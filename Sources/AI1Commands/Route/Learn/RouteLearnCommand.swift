internal import AI1Core
package import ArgumentParser

/// `ai1 route learn`: whether and what the router learns.
package struct RouteLearnCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Turn learning on or off, carry it to another machine, or forget it.",
        discussion: """
            The router learns from your ratings, from votes after --compare, and from answers that were cut, refused, did not fit \
            their schema, or were asked for again within a minute. What is measured of speed and failures counts in any case.

            Examples:
              ai1 route learn off
              ai1 route learn export > learned.json
              ai1 route learn reset openai/gpt-5-mini
            """,
        subcommands: [
            RouteLearnOnCommand.self, RouteLearnOffCommand.self, RouteLearnExportCommand.self,
            RouteLearnImportCommand.self, RouteLearnResetCommand.self,
        ])

    package init() {}
}
