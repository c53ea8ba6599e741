/// What the user allows and wants.
package struct RoutePreferences: Sendable, Hashable {
    package var objective: Objective
    /// Only these providers; empty for all.
    package var providers: Set<String>
    package var excluded: Set<TargetName>
    /// Targets that a rule of the user's keeps out, and where the rule stands.
    package var avoided: [TargetName: String] = [:]
    /// Only servers on this machine.
    package var isLocalOnly = false
    /// The most that the request may cost at worst.
    package var maxCost: NanoUSD?
    package var maxLatencyMilliseconds: Double?
    package var weights: Weights
    package var exploration = Exploration()

    /// How much each property counts for the objective `balanced`. They need not add up to one.
    package struct Weights: Sendable, Hashable {
        package var quality = 0.5
        package var cost = 0.3
        package var speed = 0.2

        package init() {}
    }

    /// How far the router may go to learn. Nothing is explored unless it is asked for.
    package struct Exploration: Sendable, Hashable {
        /// The chance from 0 to 1 that a request may go to another candidate than the best.
        package var share = 0.0
        /// How many times the best one's expected cost another may cost.
        package var costFactor = 2.0
        /// Decides this request's chance and drawing.
        package var seed: UInt64 = 0

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
