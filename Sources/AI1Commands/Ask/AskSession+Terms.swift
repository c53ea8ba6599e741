internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Settings

/// What the flags, the role, the chat and the settings say about how a request is asked.
extension AskSession {
    /// Nobody who gave no deadline is kept waiting for a target for longer than this.
    private static let unaskedWaitMilliseconds: Int64 = 10_000

    /// What a request goes by.
    /// - Parameter chat: the one that the request belongs to, whose own settings count before the user's
    func terms(_ asked: AskedRequest, _ chat: Chat? = nil) throws -> FlowTerms {
        var wishes = try wishes(asked)
        if let own = chat?.settings {
            if let model = own.model, command.routing.model == nil, command.routing.provider.isEmpty {
                wishes.model = model
                wishes.modelOrigin = nil
            }
            if let objective = own.objective, command.routing.objective == nil {
                wishes.preferences.objective = objective
            }
        }
        var terms = FlowTerms(
            routing: wishes, policy: policy, job: command.money.job, sendsAgain: command.money.resend,
            safety: command.safety.safety)
        terms.chat = chat?.id.description
        let onlyShows = command.output.dryRun || command.output.estimate
        let claims = KeyClaims(options: command.money, calendar: live.calendar, now: context.clock.now)
        terms.claim = onlyShows ? nil : claims.claim(asked.request, wishes)
        return terms
    }

    /// What the user wants of the route.
    func wishes(_ asked: AskedRequest) throws -> RoutePlanner.RouteWishes {
        var wishes = try command.routing.wishes(live.settings)
        if let role = asked.role, command.routing.model == nil, command.routing.provider.isEmpty, let model = role.model
        {
            wishes.model = model
            wishes.modelOrigin = nil
        }
        if let objective = asked.role?.objective, command.routing.objective == nil {
            wishes.preferences.objective = objective
        }
        wishes.job = command.money.job ?? ""
        wishes.explains = command.output.why
        if let resumed = asked.resumed {
            wishes.model = resumed.target.description
            wishes.allowsFallback = false
        }
        wishes.allowsSandbox = context.output.isTerminal && context.errors.isTerminal || live.settings.sandbox.value
        return wishes
    }

    var policy: AskPolicy {
        var policy = AskPolicy()
        let limits = live.settings.limits
        if let deadline = command.bounds.deadline?.milliseconds ?? limits.deadlineMilliseconds?.value {
            policy.deadlineMilliseconds = deadline
        } else {
            policy.longestWaitMilliseconds = Self.unaskedWaitMilliseconds
        }
        policy.connectTimeoutMilliseconds = limits.connectTimeoutMilliseconds.value
        policy.stallTimeoutMilliseconds = limits.stallTimeoutMilliseconds.value
        policy.hedges = command.routing.hedge || live.settings.hedge.value
        return policy
    }
}
