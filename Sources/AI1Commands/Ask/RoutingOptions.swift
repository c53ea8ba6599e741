package import AI1Core
internal import AI1Settings
package import ArgumentParser

/// Who should answer.
package struct RoutingOptions: ParsableArguments {
    @Option(
        name: .shortAndLong, help: "The model: an id, an alias (gpt, claude, gemini, llama) or provider/model.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var model: String?

    @Option(
        help: "Only this provider. May be repeated.",
        completion: .shellCommand("ai1 route providers --names 2>/dev/null"))
    package var provider: [String] = []

    @Flag(exclusivity: .exclusive, help: "What counts most.")
    package var objective: Objective?

    @Option(
        name: .customLong("max-cost"),
        help: ArgumentHelp(
            "Refuse what may cost more: 5 is credits, $0.05 US dollars.", valueName: "amount"),
        transform: AmountArgument.init(_:))
    package var maxCost: AmountArgument?

    @Option(
        name: .customLong("not"), help: "Do not ask this model or provider. May be repeated.",
        completion: .shellCommand("ai1 route models --names 2>/dev/null"))
    package var not: [String] = []

    @Option(
        name: .customLong("max-latency"),
        help: ArgumentHelp("Refuse what is expected to take longer in all.", valueName: "time"),
        transform: DurationArgument.init(_:))
    package var maxLatency: DurationArgument?

    @Flag(help: "Only servers on this machine.")
    package var local = false

    @Option(help: "Models that may take over, in this order, separated by commas.")
    package var fallback: String?

    @Flag(name: .customLong("no-fallback"), help: "Let no other model or provider take over.")
    package var noFallback = false

    @Flag(help: "Start a second candidate when the first is slow.")
    package var hedge = false

    @Flag(name: .customLong("no-explore"), help: "Ask the best model, not now and then another to learn about it.")
    package var noExplore = false

    @Option(
        name: .customLong("route-seed"),
        help: ArgumentHelp("Decides whether and what is explored: the same number, the same choice.", valueName: "n"))
    package var routeSeed: UInt64?

    package init() {}

    /// What the user wants of the route: flags before settings.
    func wishes(_ settings: Settings) throws -> RoutePlanner.RouteWishes {
        var wishes = RoutePlanner.RouteWishes()
        // A provider that is named is the user's word against the model of the settings.
        wishes.model = model ?? (provider.isEmpty ? settings.model?.value : nil)
        wishes.modelOrigin = model == nil ? settings.model?.origin : nil
        wishes.preferences = RoutePreferences(
            objective: objective ?? settings.objective.value, providers: Set(provider),
            maxCost: maxCost?.amount ?? settings.limits.maxCost?.value,
            maxLatencyMilliseconds: maxLatency.map { Double($0.milliseconds) }, weights: settings.weights.values)
        wishes.preferences.isLocalOnly = local
        wishes.excluded = not
        wishes.routeSeed = routeSeed
        wishes.explores = !noExplore
        let named = fallback.map { list in
            list.split(separator: ",").map { $0.split(separator: " ").joined() }.filter { !$0.isEmpty }
        }
        wishes.fallback = named ?? settings.fallback.value
        wishes.fallbackOrigin = named == nil ? settings.fallback.origin : nil
        wishes.allowsFallback = !noFallback
        wishes.namesObjective = objective != nil
        return wishes
    }
}

extension Objective: EnumerableFlag {
    package static func help(for value: Objective) -> ArgumentHelp? {
        switch value {
        case .cheapest: "Prefer the lowest cost."
        case .fastest: "Prefer the shortest time."
        case .best: "Prefer the highest quality."
        case .balanced: "Weigh quality, cost and speed (default)."
        }
    }
}
