package import AI1Core

/// One rule of the user's: what holds for the requests that meet its condition.
package struct RoutingRule: Sendable, Hashable {
    package var condition: RuleCondition
    /// The models to ask, in this order; empty leaves the choice to the router.
    package var use: [String]
    /// Models and providers that may not be asked.
    package var avoid: [String]
    package var objective: Objective?
    package var maxCost: NanoUSD?
    /// Where it stands: `config.yaml:12`.
    package var place: String

    package init(
        condition: RuleCondition, use: [String] = [], avoid: [String] = [], objective: Objective? = nil,
        maxCost: NanoUSD? = nil, place: String
    ) {
        self.condition = condition
        self.use = use
        self.avoid = avoid
        self.objective = objective
        self.maxCost = maxCost
        self.place = place
    }

    /// The first rule that holds for a request; the others are then not asked.
    package static func first(of rules: [RoutingRule], for facts: RuleFacts) -> RoutingRule? {
        rules.first { $0.condition.holds(for: facts) }
    }
}
