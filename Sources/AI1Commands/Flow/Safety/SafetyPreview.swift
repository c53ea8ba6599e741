internal import AI1Core
internal import AI1Engine
internal import AI1Settings
internal import AI1Terminal

/// What the checks would do about a request, for `ai1 route explain`, which sends nothing.
struct SafetyPreview {
    private let guardian: SafetyGuard?
    private let refusal: CommandError?

    init(_ live: Composition, _ request: ChatRequest, _ route: RoutePlanner.Route) {
        let context = live.context
        let silent = NoticeWriter(
            errors: context.errors, style: Style(hasColor: false), isQuiet: true, isVerbose: false, spinner: nil)
        guardian = SafetyGuard(SafetyPolicy(live.settings.safety, flag: nil), live, job: nil, notices: silent)
        let asked = AskedRequest(request: request)
        let rows = route.targets.map(\.row) + route.cooling.map(\.target.row)
        var refused: CommandError?
        do {
            _ = try guardian?.admitted(guardian?.examine(asked), asked, to: rows)
        } catch {
            refused = error as? CommandError
        }
        refusal = refused
    }

    /// Nil when every check is off.
    var line: String? {
        guard let guardian else { return nil }
        return refusal.map { "safety: \($0.message)" } ?? guardian.line
    }

    var json: JSONValue {
        guard let guardian else { return .null }
        var object = guardian.json.object ?? JSONObject()
        object["refused"] = .bool(refusal != nil)
        return .object(object)
    }
}
