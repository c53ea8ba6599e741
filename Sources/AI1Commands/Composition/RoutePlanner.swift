internal import AI1Catalog
internal import AI1Core
internal import AI1Engine
internal import AI1Router
internal import AI1Settings

/// Decides who may serve a request: resolves names, asks the router, and puts the engine's targets in order.
struct RoutePlanner: Sendable {
    /// So many candidates may serve a request that names none, and so many of them at one provider.
    private static let candidateLimit = 5
    private static let candidatesPerProvider = 2

    let live: Composition
    let routing: RoutePlanner.RouteWishes

    /// What the user asked for about the route.
    struct RouteWishes: Sendable {
        var model: String?
        /// The settings that name the model or the fallback; nil when a flag does.
        var modelOrigin: Origin?
        var fallbackOrigin: Origin?
        var preferences = RoutePreferences()
        var fallback: [String] = []
        var allowsFallback = true
        /// Models and providers that are not asked.
        var excluded: [String] = []
        /// The job that the request belongs to, for the user's rules.
        var job = ""
        /// Decides what is explored; nil for chance.
        var routeSeed: UInt64?
        var explores = true
        /// Whether the predictions are shown.
        var explains = false
        /// Whether the user said with this request what counts most.
        var namesObjective = false
        /// Whether the sandbox may answer without being named.
        var allowsSandbox = false
    }

    /// The route of a request.
    struct Route: Sendable {
        var decision: Decision
        var targets: [PlannedTarget]
        var cooling: [(target: PlannedTarget, milliseconds: Int64)]
        /// Whether the user named the model.
        var isPinned: Bool
        /// Whether the sandbox answers only because there is nothing else.
        var isSandboxDefault: Bool
    }

    /// - Throws: `CommandError` for an unknown model or provider; `SettingsError`
    func route(_ request: ChatRequest) async throws -> Route {
        for provider in routing.preferences.providers { try check(provider: provider) }
        var features = RequestClassifier.features(of: request, outputLimit: request.options.maxOutputTokens)
        features.inputBoundTokens = RequestBound.inputTokens(of: request)
        let wishes = try RuleApplication(planner: self).wishes(for: features)
        let named = try wishes.models(self)
        let preferences = wishes.preferences
        var isSandboxDefault = false
        var models = named
        if named.isEmpty {
            let isSandbox = try routing.allowsSandbox && !live.providers.hasRealProvider()
            isSandboxDefault = isSandbox && !preferences.providers.contains("sandbox")
            let wantsSandbox = isSandbox || preferences.providers.contains("sandbox")
            // What makes something else is not even a candidate.
            let kind = OutputKinds(request.output.kind)
            models = live.catalog.models.filter {
                $0.capabilities.outputs.contains(kind) && (wantsSandbox || $0.name.provider != "sandbox")
            }
        }
        let builder = CandidateBuilder(
            providers: live.providers, health: live.health.snapshot(), now: live.context.clock.now,
            knowledge: needsKnowledge(named)
                ? live.knowledge(features.task, Self.said(request)) : RouteKnowledge(task: features.task))
        let built = try await builder.build(models, isPinned: !named.isEmpty) { Self.unable($0, request) }
        // One model at several providers keeps the order of preference; several models of a provider (`-m groq`) are the
        // router's to order when the user said what counts.
        let isOneModel = Set(named.map(\.family)).count == 1
        var decision = Router.decide(
            features: features, candidates: built.candidates, preferences: preferences,
            options: Router.Options(
                pinned: !named.isEmpty, keepsOrder: isOneModel || (!named.isEmpty && !routing.namesObjective)))
        decision.rule = wishes.rule?.place
        var targets = shortList(decision.ranked.compactMap { built.targets[$0.row.name] })
        // Models that the user named take over before any that only rank next.
        if named.isEmpty, !routing.fallback.isEmpty { targets = Array(targets.prefix(1)) }
        var cooling = coolingTargets(decision, built)
        try await addFallbacks(&targets, &cooling, features, request, builder, preferences)
        if !routing.allowsFallback {
            targets = Array(targets.prefix(1))
            cooling = Array(cooling.prefix(1))
        }
        return Route(
            decision: decision, targets: targets, cooling: cooling, isPinned: !named.isEmpty,
            isSandboxDefault: isSandboxDefault)
    }

    /// What the user said last.
    private static func said(_ request: ChatRequest) -> String {
        request.messages.last { $0.role == .user }?.text ?? ""
    }

    /// Whether what was learned can change the order, or is to be shown. Reading it costs a millisecond or two.
    private func needsKnowledge(_ named: [ModelRow]) -> Bool {
        named.isEmpty || routing.namesObjective || routing.explains
    }

    /// The candidates that one request may go through: a provider that is down serves none of its models, and the last of a
    /// long list are not what anybody would have chosen.
    private func shortList(_ targets: [PlannedTarget]) -> [PlannedTarget] {
        var taken: [String: Int] = [:]
        let list = targets.filter { target in
            taken[target.row.name.provider, default: 0] += 1
            return taken[target.row.name.provider, default: 0] <= Self.candidatesPerProvider
        }
        return Array(list.prefix(Self.candidateLimit))
    }

    private func addFallbacks(
        _ targets: inout [PlannedTarget], _ cooling: inout [(target: PlannedTarget, milliseconds: Int64)],
        _ features: RequestFeatures, _ request: ChatRequest, _ builder: CandidateBuilder,
        _ preferences: RoutePreferences
    ) async throws {
        for name in routing.fallback where routing.allowsFallback {
            let rows = try rows(named: name, origin: routing.fallbackOrigin)
            let built = try await builder.build(rows, isPinned: true) { Self.unable($0, request) }
            let decision = Router.decide(
                features: features, candidates: built.candidates, preferences: preferences,
                options: Router.Options(pinned: true, keepsOrder: true))
            let known = Set(targets.map(\.row.name))
            targets += decision.ranked.compactMap { built.targets[$0.row.name] }
                .filter { !known.contains($0.row.name) }
            cooling += coolingTargets(decision, built)
        }
    }

    /// The rows of the model that a name stands for.
    /// - Parameter origin: the settings that hold the name; nil for one that was typed
    /// - Throws: `CommandError` of code `usage`, or `configuration` for a name from the settings
    func rows(named name: String, origin: Origin? = nil) throws -> [ModelRow] {
        do {
            return try rows(typed: name)
        } catch let error as CommandError {
            guard let origin else { throw error }
            throw CommandError(.configuration, message: "\(origin): \(error.message)", hint: error.hint)
        }
    }

    private func rows(typed name: String) throws -> [ModelRow] {
        let ready = try live.catalog.providers.compactMap { row -> String? in
            try live.providers.entry(row.id).flatMap { $0.access == .ready && !$0.row.isLocal ? $0.row.id : nil }
        }
        switch live.resolve(name, preferring: ready) {
        case .found(let rows): return rows
        case .ambiguous(let names):
            throw CommandError(
                .usage, message: "model '\(name)' could be several",
                hint: "name one: " + names.prefix(5).joined(separator: ", "))
        case .unknown(let near):
            throw CommandError(
                .usage, message: "no model is called '\(name)'",
                hint: near.isEmpty
                    ? "ai1 route models lists what there is"
                    : "did you mean \(near.joined(separator: ", "))? ai1 route models lists all")
        }
    }

    private func check(provider: String) throws {
        guard live.catalog.provider(provider) == nil else { return }
        if live.synced.provider(provider) != nil {
            throw CommandError(
                .usage, message: "\(provider) is known from a catalogue, but not added",
                hint: "ai1 route add \(provider)")
        }
        let near = Suggestions.near(provider, among: live.catalog.providers.map(\.id))
        throw CommandError(
            .usage, message: "no provider is called '\(provider)'",
            hint: near.isEmpty
                ? "ai1 route providers lists what there is" : "did you mean \(near.joined(separator: ", "))?")
    }

    private func coolingTargets(
        _ decision: Decision, _ built: CandidateBuilder.Built
    ) -> [(target: PlannedTarget, milliseconds: Int64)] {
        decision.rejected.compactMap { rejection in
            guard case .cooling(let milliseconds, _) = rejection.reason, let target = built.targets[rejection.name]
            else {
                return nil
            }
            return (target, milliseconds)
        }
    }

    /// What a model cannot do of what is asked for beside text.
    private static func unable(_ row: ModelRow, _ output: OutputWish) -> String? {
        // A model that does not make it at all is told from its row.
        guard output != .text, row.capabilities.outputs.contains(OutputKinds(output.kind)) else { return nil }
        guard row.dialect.outputs.contains(OutputKinds(output.kind)) else {
            return "cannot be asked for \(output.kind.rawValue) by its protocol"
        }
        guard case .image(let wish) = output else { return nil }
        let makesOne = row.dialect == .ai1net || (row.dialect == .google && row.prices.unit != .images)
        if wish.count > 1, makesOne { return "makes one image at a time" }
        if wish.quality != nil, row.dialect == .ai1net || row.dialect == .google { return "takes no quality" }
        return nil
    }

    /// What a model cannot do of what the request's options ask for.
    static func unable(_ row: ModelRow, _ request: ChatRequest) -> String? {
        if let reason = unable(row, request.output) { return reason }
        let able = row.capabilities
        if request.options.temperature != nil, !able.temperature { return "takes no temperature" }
        let lacksSeed: Set<DialectName> = [.anthropic, .openAIResponses, .ai1net]
        if request.options.seed != nil, !able.seed || lacksSeed.contains(row.dialect) { return "takes no seed" }
        let lacksStop: Set<DialectName> = [.openAIResponses, .ai1net]
        if !request.options.stop.isEmpty, !able.stop || lacksStop.contains(row.dialect) { return "takes no stop text" }
        if let effort = request.options.reasoning, effort != .none, !able.reasoning { return "does not reason" }
        return nil
    }
}
