internal import AI1Core
internal import AI1Terminal

extension Rejection.Reason {
    /// Why a candidate may not serve, for a person.
    var text: String {
        switch self {
        case .noKey(let remedy): "no key: \(remedy.split(separator: ",").first.map(String.init) ?? remedy)"
        case .disabled(let why): why.text
        case .cooling(let milliseconds, let why):
            "cooling down for \(DurationLabel.text(milliseconds: Double((milliseconds + 999) / 1_000 * 1_000))) (\(why))"
        case .missing: "the provider does not have it"
        case .provider: "not among the providers named"
        case .excluded: "excluded"
        case .notLocal: "not on this machine"
        case .rule(let place): "kept out by the rule at \(place)"
        case .noImageInput: "takes no images"
        case .output(let kind): "makes no \(kind.rawValue)"
        case .noTools: "takes no tools"
        case .noSchema: "has no structured output"
        case .window(let needed, let has):
            "window too small: needs \(grouped(needed)) tokens, has \(grouped(Int64(has)))"
        case .cost(let worst, let limit): "could cost \(worst.credits), more than \(limit.credits)"
        case .unknownPrice: "price not known, and a cost limit is set"
        case .latency(let milliseconds): "too slow: about \(DurationLabel.text(milliseconds: milliseconds))"
        case .deprecated: "deprecated"
        }
    }

    /// A word for scripts.
    var code: String {
        switch self {
        case .noKey: "no_key"
        case .disabled: "disabled"
        case .cooling: "cooling"
        case .missing: "missing"
        case .provider: "provider"
        case .excluded: "excluded"
        case .notLocal: "not_local"
        case .rule: "rule"
        case .noImageInput: "no_image_input"
        case .output(let kind): "no_\(kind.rawValue)_output"
        case .noTools: "no_tools"
        case .noSchema: "no_schema"
        case .window: "window"
        case .cost: "cost"
        case .unknownPrice: "unknown_price"
        case .latency: "latency"
        case .deprecated: "deprecated"
        }
    }
}

extension Candidate.Disablement {
    /// Why, for a person.
    var text: String {
        switch self {
        case .switchedOff: "switched off in the settings"
        case .notAdded(let remedy): "not added: \(remedy)"
        case .noAddress(let remedy): "no address: \(remedy)"
        case .unable(let what): what
        }
    }
}
