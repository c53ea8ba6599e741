internal import AI1Core
internal import AI1Engine
internal import AI1Ledger

/// What a request goes by: who may answer it, within which bounds, and in whose name.
struct FlowTerms: Sendable {
    var routing = RoutePlanner.RouteWishes()
    var policy = AskPolicy()
    /// The job that it is booked under.
    var job: String?
    /// The id of the conversation that it belongs to.
    var chat: String?
    /// The key that makes it safe to repeat; nil for a request without one.
    var claim: KeyClaim?
    /// Whether it is sent again although it was lost after it had been sent.
    var sendsAgain = false
    /// What is done about secrets in it, when that is not left to the settings.
    var safety: SafetyAction?
}
