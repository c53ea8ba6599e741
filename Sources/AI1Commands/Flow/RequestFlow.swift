internal import AI1Core
internal import AI1Engine
internal import AI1Ledger
internal import AI1Settings

/// The way of every request, whoever sends it: examined, routed, paid for, asked, recorded. `route` decides, `start` opens the
/// books, and the run that it returns asks.
struct RequestFlow: Sendable {
    let live: Composition
    let notices: NoticeWriter
    let terms: FlowTerms

    /// The money of the request.
    var money: RequestMoney {
        RequestMoney(live: live, job: terms.job, claim: terms.claim, sendsAgain: terms.sendsAgain)
    }

    /// The checks of the request; nil when all are off.
    func checks() -> SafetyGuard? {
        SafetyGuard(
            SafetyPolicy(live.settings.safety, flag: terms.safety), live, job: terms.job, notices: notices)
    }

    /// Looks at a request and decides who may serve it. Nothing is sent, and nothing is done yet about what was found in it.
    /// - Throws: `CommandError`, `SettingsError`
    func route(_ asked: AskedRequest, checks: SafetyGuard?) async throws -> RoutedRequest {
        let examination = checks?.examine(asked)
        let route = try await RoutePlanner(live: live, routing: terms.routing).route(asked.request)
        return RoutedRequest(asked: asked, route: route, checks: checks, examination: examination)
    }

    /// Opens what a request needs to be asked: its history, and the ledger that pays for it.
    /// - Parameter ledger: one that is open already; nil opens it
    /// - Throws: `LedgerError`, `SettingsError`
    func start(_ routed: RoutedRequest, ledger: SQLiteLedger? = nil) throws -> FlowRun {
        live.prepareState()
        let history = RequestHistory(live: live, job: terms.job, chat: terms.chat, notices: notices)
        let opened = try ledger ?? openLedger(for: routed.targets)
        var plan = AskPlan(
            request: routed.asked.request, targets: routed.route.targets, cooling: routed.route.cooling,
            task: routed.route.decision.features.task, keepsAnswer: terms.claim != nil)
        plan.policy = terms.policy
        return FlowRun(flow: self, routed: routed, plan: plan, ledger: opened, history: history)
    }

    /// The ledger that pays for a request to these targets; nil when only the sandbox is asked and there is none.
    /// - Throws: `LedgerError`, `SettingsError`
    func openLedger(for targets: [PlannedTarget]) throws -> SQLiteLedger? {
        let ledger = try money.ledger(for: targets) { error in
            if notices.isVerbose { notices.line("unmetered: \(error.message)") }
        }
        if ledger != nil { tellGrant() }
        return ledger
    }

    /// The credits of the first start are told once, to a person.
    private func tellGrant() {
        guard live.context.errors.isTerminal, !notices.isQuiet, live.takeGrantNews() else { return }
        notices.line("500 promo credits to start with; ai1 credits shows them")
    }
}
