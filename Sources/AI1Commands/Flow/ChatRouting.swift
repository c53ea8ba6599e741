internal import AI1Catalog
internal import AI1Conversations
internal import AI1Core
internal import AI1Engine

/// Fits a conversation to the model that is to answer, and finds that model: whoever is named gets what it can take; else
/// somebody who can take everything, and only when nobody can, less of it.
struct ChatRouting: Sendable {
    let flow: RequestFlow

    /// A conversation on its way, with what its model is not shown.
    struct Routed: Sendable {
        var routed: RoutedRequest
        var window: FittedWindow
    }

    /// - Parameters:
    ///   - asked: the new message alone, with everything else that is asked for
    ///   - content: the same message with what was said before
    /// - Throws: `ConversationError` when not even the new message fits; `CommandError`, `SettingsError`
    func route(_ asked: AskedRequest, _ content: WindowContent, checks: SafetyGuard?) async throws -> Routed {
        if let model = flow.terms.routing.model {
            let planner = RoutePlanner(live: flow.live, routing: flow.terms.routing)
            let rows = try planner.rows(named: model, origin: flow.terms.routing.modelOrigin)
            return try await routed(flow, asked, content, Self.target(of: rows, asked), checks)
        }
        let whole = try await routed(flow, asked, content, Self.anybody, checks)
        guard whole.routed.targets.isEmpty, let row = roomiest(whole.routed.route.decision.rejected) else {
            return whole
        }
        var terms = flow.terms
        terms.routing.model = row.name.description
        terms.routing.allowsFallback = false
        let pinned = RequestFlow(live: flow.live, notices: flow.notices, terms: terms)
        return try await routed(pinned, asked, content, Self.target(of: [row], asked), checks)
    }

    private func routed(
        _ flow: RequestFlow, _ asked: AskedRequest, _ content: WindowContent, _ target: WindowTarget,
        _ checks: SafetyGuard?
    ) async throws -> Routed {
        let window = try WindowFitting.fit(content, to: target)
        var fitted = asked
        fitted.request.system = window.system
        fitted.request.messages = window.messages
        fitted.request.tools = window.tools
        fitted.segmentedMessage = window.messages.count - 1
        return Routed(routed: try await flow.route(fitted, checks: checks), window: window)
    }

    /// A model without bounds: what it is shown is everything.
    private static let anybody = WindowTarget(
        name: TargetName(provider: "any", model: "model"), contextTokens: 0, reservedOutputTokens: 0,
        capabilities: Capabilities(imageInput: true, tools: true))

    /// What all of the rows can take: one model at several providers may have windows of several sizes.
    private static func target(of rows: [ModelRow], _ asked: AskedRequest) -> WindowTarget {
        let known = rows.filter { $0.contextTokens > 0 }
        guard let row = known.min(by: { $0.contextTokens < $1.contextTokens }) ?? rows.first else { return anybody }
        return WindowTarget(row, askedOutputTokens: asked.request.options.maxOutputTokens)
    }

    /// Of the models that could be asked if the conversation were shorter or plainer, the one with the largest window.
    private func roomiest(_ rejected: [Rejection]) -> ModelRow? {
        let names = rejected.filter { rejection in
            switch rejection.reason {
            case .window, .noImageInput, .noTools: true
            default: false
            }
        }.map(\.name)
        return flow.live.catalog.models.filter { names.contains($0.name) }.max { $0.contextTokens < $1.contextTokens }
    }
}
