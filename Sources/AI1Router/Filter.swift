internal import AI1Core

/// What keeps a candidate from serving. The user's own word is asked first, then whether it could be called, then
/// whether it can do it, then how it stands now, then cost and time.
struct Filter {
    let features: RequestFeatures
    let preferences: RoutePreferences
    let options: Router.Options

    /// What can be said before anything is predicted.
    func reason(against candidate: UnsafePointer<Candidate>) -> Rejection.Reason? {
        if !preferences.providers.isEmpty, !preferences.providers.contains(candidate.pointee.row.name.provider) {
            return .provider
        }
        if !preferences.excluded.isEmpty, preferences.excluded.contains(candidate.pointee.row.name) { return .excluded }
        if preferences.isLocalOnly, !candidate.pointee.isLocal { return .notLocal }
        if !preferences.avoided.isEmpty, let rule = preferences.avoided[candidate.pointee.row.name] {
            return .rule(rule)
        }
        switch candidate.pointee.access {
        case .ready: break
        case .noKey(let remedy): return .noKey(remedy: remedy)
        case .disabled(let why): return .disabled(why)
        }
        if candidate.pointee.row.status == .deprecated, !options.pinned { return .deprecated }
        if let reason = inability(of: candidate) { return reason }
        switch candidate.pointee.health {
        case .healthy, .halfOpen: break
        case .missing: return .missing
        case .cooling(let milliseconds, let why): return .cooling(milliseconds: milliseconds, why: why)
        }
        if preferences.maxCost != nil, !candidate.pointee.row.prices.known { return .unknownPrice }
        return nil
    }

    /// What the prediction says against it.
    func reason(against entry: Entry) -> Rejection.Reason? {
        if let limit = preferences.maxCost, entry.worstCost > limit.amount {
            return .cost(worst: NanoUSD(entry.worstCost), limit: limit)
        }
        if let limit = preferences.maxLatencyMilliseconds, entry.totalMilliseconds > limit {
            return .latency(milliseconds: entry.totalMilliseconds)
        }
        return nil
    }

    private func inability(of candidate: UnsafePointer<Candidate>) -> Rejection.Reason? {
        let kind = features.media?.kind ?? .text
        if !candidate.pointee.row.capabilities.outputs.contains(OutputKinds(kind)) { return .output(kind) }
        let needs = features.needs
        if needs.imageInput, !candidate.pointee.row.capabilities.imageInput { return .noImageInput }
        if needs.tools, !candidate.pointee.row.capabilities.tools { return .noTools }
        if needs.schema, !candidate.pointee.row.capabilities.schema, !options.pinned { return .noSchema }
        let window = candidate.pointee.row.contextTokens
        guard window > 0, features.media == nil else { return nil }
        // Room for the expected answer; a larger limit is cut to what the window leaves.
        let answer = min(features.outputTokens, features.outputLimit ?? .max)
        let (needed, overflow) = max(0, features.inputTokens).addingReportingOverflow(max(1, answer))
        if overflow || needed > Int64(window) { return .window(needed: overflow ? .max : needed, has: window) }
        return nil
    }
}
