internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings

/// What a kept request goes by: taken down when it is kept, and made into what it is sent by. What its folder's settings said
/// is taken down too, since a flush runs elsewhere.
enum QueueTerms {
    /// How long the answer is kept under the request's key, for a flush that died before it could put it away.
    private static let keptSeconds: Int64 = 86_400

    /// The wishes to keep.
    /// - Parameter deadline: the user's own, of the flag or the settings; nil for none
    static func wishes(_ terms: FlowTerms, _ safety: SafetySettings, deadline: Int64?) -> QueueWishes {
        let routing = terms.routing
        let preferences = routing.preferences
        return QueueWishes(
            model: routing.model, providers: preferences.providers.sorted(), excluded: routing.excluded,
            objective: routing.namesObjective ? preferences.objective : nil, maxCost: preferences.maxCost,
            isLocalOnly: preferences.isLocalOnly, job: terms.job,
            safety: (terms.safety ?? strictest(SafetyPolicy(safety, flag: nil)))?.rawValue,
            deadlineMilliseconds: deadline,
            fallbacks: routing.fallback, allowsFallback: routing.allowsFallback,
            maxLatencyMilliseconds: preferences.maxLatencyMilliseconds.map { Int64($0) }, explores: routing.explores,
            routeSeed: routing.routeSeed)
    }

    /// The action of the settings that must hold wherever it is sent from: one that could loosen a check there is left to the
    /// settings there.
    private static func strictest(_ policy: SafetyPolicy) -> SafetyAction? {
        switch policy.secrets {
        case .block: .block
        case .redact: policy.output == .block ? nil : .redact
        case .off, .warn: nil
        }
    }

    /// What a kept request is sent by.
    static func terms(_ entry: QueueEntry, _ live: Composition, policy: AskPolicy) -> FlowTerms {
        let wishes = entry.wishes
        var routing = RoutePlanner.RouteWishes()
        routing.model = wishes.model
        routing.preferences = RoutePreferences(
            objective: wishes.objective ?? entry.request.options.objective ?? live.settings.objective.value,
            providers: Set(wishes.providers), maxCost: wishes.maxCost,
            maxLatencyMilliseconds: wishes.maxLatencyMilliseconds.map { Double($0) },
            weights: live.settings.weights.values)
        routing.preferences.isLocalOnly = wishes.isLocalOnly
        routing.namesObjective = wishes.objective != nil
        routing.excluded = wishes.excluded
        routing.fallback = wishes.fallbacks
        routing.allowsFallback = wishes.allowsFallback
        routing.explores = wishes.explores
        routing.routeSeed = wishes.routeSeed
        routing.job = wishes.job ?? ""
        routing.allowsSandbox = live.settings.sandbox.value
        return FlowTerms(
            routing: routing, policy: policy, job: wishes.job, claim: claim(entry, now: live.context.clock.now),
            safety: wishes.safety.flatMap(SafetyAction.init))
    }

    /// What the ledger knows a kept request by.
    static func claim(_ entry: QueueEntry, now: Timestamp) -> KeyClaim {
        KeyClaim(
            scope: "queue", key: entry.idempotencyKey, requestHash: RequestFingerprint.hash(entry.request),
            expires: (now.millisecondsSinceEpoch / 1_000 + keptSeconds) * 1_000_000)
    }
}
