package import AI1Core

/// What the router learns and explores, and the user's rules.
package struct RoutingSettings: Sendable, Hashable {
    package var learns: Sourced<Bool>
    /// The share from 0 to 1 of requests that may explore.
    package var explorationShare: Sourced<Double>
    package var explorationCostFactor: Sourced<Double>
    /// In the order of the file.
    package var rules: [RuleSettings]
}

/// One of the user's rules as it was written. Its condition is read by the router.
package struct RuleSettings: Sendable, Hashable {
    package var condition: Sourced<String>
    package var use: [String]
    package var avoid: [String]
    package var objective: Objective?
    package var maxCost: NanoUSD?
}
