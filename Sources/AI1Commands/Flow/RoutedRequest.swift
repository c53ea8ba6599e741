internal import AI1Core
internal import AI1Engine

/// A request with who may serve it and what was found in it.
struct RoutedRequest: Sendable {
    var asked: AskedRequest
    let route: RoutePlanner.Route
    /// Nil when nothing is checked.
    let checks: SafetyGuard?
    let examination: SafetyExamination?

    /// Everybody who may get it.
    var targets: [PlannedTarget] { route.targets + route.cooling.map(\.target) }

    /// Acts on what was found, and leaves the request as it may go out.
    /// - Parameters:
    ///   - rows: every model that may get it; nothing is done for none
    ///   - tells: whether a person is told of what was found
    /// - Throws: `CommandError` of kind `safetyRefused`
    mutating func admit(to rows: [ModelRow], tells: Bool = true) throws {
        guard let checks, !rows.isEmpty else { return }
        asked = try checks.admitted(examination, asked, to: rows, tells: tells)
    }

    /// - Throws: `CommandError` that says why nobody can
    func requireTarget(_ providers: ProviderDirectory) throws {
        guard targets.isEmpty else { return }
        throw NoRoute.error(route, providers: providers)
    }
}
