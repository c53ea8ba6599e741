package import ArgumentParser

/// `ai1 route`: where requests go.
package struct RouteCommand: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "route",
        abstract: "See and decide where requests go.",
        discussion: """
            Examples:
              ai1 route explain "prove that sqrt 2 is irrational"
              ai1 route models --can vision --max-price 1
              ai1 route add anthropic
              ai1 route sync
            """,
        subcommands: [
            RouteExplainCommand.self, RouteModelsCommand.self, RouteProvidersCommand.self, RouteAddCommand.self,
            RouteRemoveCommand.self, RouteUseCommand.self, RouteTrustCommand.self, RouteLogCommand.self,
            RouteStatsCommand.self, RouteRateCommand.self, RouteLearnCommand.self, RouteEvalCommand.self,
            RouteTrainCommand.self,
            RouteSyncCommand.self,
        ])

    package init() {}
}
