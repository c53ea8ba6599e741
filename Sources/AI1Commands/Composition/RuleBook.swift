internal import AI1Core
internal import AI1Router
internal import AI1Settings

/// The user's rules for the route, read from the settings.
struct RuleBook: Sendable {
    let rules: [RoutingRule]

    /// - Throws: `CommandError` of code `configuration` for a condition that cannot be read, or a rule that says nothing
    init(_ settings: RoutingSettings) throws {
        rules = try settings.rules.map(Self.rule)
    }

    private static func rule(_ settings: RuleSettings) throws -> RoutingRule {
        let place = settings.condition.origin.description
        let isEmpty =
            settings.use.isEmpty && settings.avoid.isEmpty && settings.objective == nil && settings.maxCost == nil
        guard !isEmpty else {
            throw CommandError(
                .configuration, message: "\(place): this rule says nothing",
                hint: "give it use, avoid, objective or max_cost")
        }
        return RoutingRule(
            condition: try condition(settings, place), use: settings.use, avoid: settings.avoid,
            objective: settings.objective, maxCost: settings.maxCost, place: place)
    }

    private static func condition(_ settings: RuleSettings, _ place: String) throws -> RuleCondition {
        do {
            return try RuleCondition(settings.condition.value)
        } catch {
            throw CommandError(
                .configuration, message: "\(place): when: column \(error.column): \(error.message)", hint: error.hint)
        }
    }
}
