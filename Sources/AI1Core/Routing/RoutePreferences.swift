/// What the user allows and wants.
package struct RoutePreferences: Sendable, Hashable {
    package var objective: Objective
    /// Only these providers; empty for all.
    package var providers: Set<String>
    package var excluded: Set<TargetName>
    /// The most that the request may cost at worst.
    package var maxCost: NanoUSD?
    package var maxLatencyMilliseconds: Double?
    package var weights: Weights

    /// How much each property counts for the objective `balanced`. They need not add up to one.
    package struct Weights: Sendable, Hashable {
        package var quality = 0.5
        package var cost = 0.3
        package var speed = 0.2

        package init() {}
    }

    package init(
        objective: Objective = .balanced, providers: Set<String> = [], excluded: Set<TargetName> = [],
        maxCost: NanoUSD? = nil, maxLatencyMilliseconds: Double? = nil, weights: Weights = Weights()
    ) {
        self.objective = objective
        self.providers = providers
        self.excluded = excluded
        self.maxCost = maxCost
        self.maxLatencyMilliseconds = maxLatencyMilliseconds
        self.weights = weights
    }
}
