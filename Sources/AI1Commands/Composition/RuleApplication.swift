internal import AI1Catalog
internal import AI1Core
internal import AI1Router
internal import AI1Settings

/// What the user wants of one request's route, once the flags, the settings and the rule that holds are put together. A flag
/// wins over a rule, a rule over the settings.
struct RuleApplication {
    let planner: RoutePlanner

    /// The wishes as the router and the planner take them.
    struct Wishes {
        var preferences: RoutePreferences
        /// The models to choose among, by the names that the user gave them; empty for all.
        var names: [String]
        /// Where the names stand; nil when they were typed.
        var origin: Origin?
        var rule: RoutingRule?

        /// The rows of the named models, each once.
        /// - Throws: `CommandError` for a name that means nothing
        func models(_ planner: RoutePlanner) throws -> [ModelRow] {
            var seen: Set<TargetName> = []
            return try names.flatMap { try planner.rows(named: $0, origin: origin) }
                .filter { seen.insert($0.name).inserted }
        }
    }

    private var routing: RoutePlanner.RouteWishes { planner.routing }

    /// - Throws: `CommandError` for a rule or a name that cannot be read
    func wishes(for features: RequestFeatures) throws -> Wishes {
        let book = try RuleBook(planner.live.settings.routing)
        let rule = RoutingRule.first(of: book.rules, for: RuleFacts(features: features, job: routing.job))
        var preferences = routing.preferences
        preferences.excluded.formUnion(try targets(of: routing.excluded, origin: nil))
        if let rule {
            for target in try targets(of: rule.avoid, origin: rule.place) { preferences.avoided[target] = rule.place }
            if !routing.namesObjective, let objective = rule.objective { preferences.objective = objective }
            if let limit = rule.maxCost { preferences.maxCost = preferences.maxCost.map { min($0, limit) } ?? limit }
        }
        preferences.exploration = exploration
        // A model that was typed, or a provider, is the user's word against a rule; one of the settings is not.
        let isTyped = routing.model != nil && routing.modelOrigin == nil
        if let rule, !rule.use.isEmpty, !isTyped, preferences.providers.isEmpty {
            return Wishes(
                preferences: preferences, names: rule.use, origin: origin(of: rule), rule: rule)
        }
        return Wishes(
            preferences: preferences, names: routing.model.map { [$0] } ?? [], origin: routing.modelOrigin, rule: rule)
    }

    /// The targets that names of models and providers stand for.
    private func targets(of names: [String], origin place: String?) throws -> Set<TargetName> {
        var targets: Set<TargetName> = []
        for name in names {
            if planner.live.catalog.provider(name) != nil {
                targets.formUnion(planner.live.catalog.rows(ofProvider: name).map(\.name))
                continue
            }
            do {
                targets.formUnion(try planner.rows(named: name).map(\.name))
            } catch let error as CommandError {
                guard let place else { throw error }
                throw CommandError(.configuration, message: "\(place): avoid: \(error.message)", hint: error.hint)
            }
        }
        return targets
    }

    private func origin(of rule: RoutingRule) -> Origin? {
        planner.live.settings.routing.rules.first { $0.condition.origin.description == rule.place }?.condition.origin
    }

    /// Without a terminal nothing is explored, unless the settings say so or a seed was given.
    private var exploration: RoutePreferences.Exploration {
        let settings = planner.live.settings.routing
        var exploration = RoutePreferences.Exploration()
        exploration.costFactor = settings.explorationCostFactor.value
        exploration.seed = routing.routeSeed ?? planner.live.context.random.next()
        let isAsked = settings.explorationShare.origin != .builtIn || routing.routeSeed != nil
        let isPerson = planner.live.context.output.isTerminal && planner.live.context.errors.isTerminal
        if routing.explores, settings.learns.value, isAsked || isPerson {
            exploration.share = settings.explorationShare.value
        }
        return exploration
    }
}
