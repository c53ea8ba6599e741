internal import AI1Core

/// Why nothing may serve a request, as an error.
enum NoRoute {
    /// - Parameter route: a route without targets
    static func error(_ route: RoutePlanner.Route, providers: ProviderDirectory) -> CommandError {
        let rejected = route.decision.rejected
        if route.isPinned, let first = rejected.first(where: { isTelling($0.reason) }) ?? rejected.first {
            return error(first, providers: providers)
        }
        if let first = rejected.first(where: { isTelling($0.reason) }) { return error(first, providers: providers) }
        return CommandError(
            .keyMissing, message: "no key for any provider",
            hint: "export OPENAI_API_KEY (or another provider's), or run: ai1 route add openai; -m sandbox simulates")
    }

    /// Whether a reason says more than that a provider is not set up.
    static func isTelling(_ reason: Rejection.Reason) -> Bool {
        switch reason {
        case .noKey, .provider, .deprecated: false
        case .disabled(.notAdded), .disabled(.noAddress): false
        case .disabled(.switchedOff), .disabled(.unable): true
        case .cooling, .missing, .excluded, .noImageInput, .output, .noTools, .noSchema, .window, .cost, .unknownPrice,
            .latency, .notLocal, .rule:
            true
        }
    }

    private static func error(_ rejection: Rejection, providers: ProviderDirectory) -> CommandError {
        let provider = rejection.name.provider
        let message = "\(rejection.name): \(rejection.reason.text)"
        switch rejection.reason {
        case .noKey(let remedy):
            return CommandError(.keyMissing, message: "no key for \(provider)", hint: remedy)
        case .disabled(.noAddress(let remedy)):
            return CommandError(.configuration, message: "no address for \(provider)", hint: remedy)
        case .disabled(.notAdded(let remedy)):
            return CommandError(
                .configuration, message: "\(rejection.name): \(provider) is not added", hint: "run: \(remedy)")
        case .disabled(.switchedOff):
            return CommandError(.configuration, message: message, hint: "see: ai1 route providers")
        case .disabled(.unable):
            return CommandError(.badInput, message: message, hint: "leave that out, or choose another model")
        case .cooling: return CommandError(.answer(.tryLater), message: message, hint: "try again later")
        case .missing, .deprecated:
            return CommandError(.unavailable, message: message, hint: "ai1 route models lists what there is")
        case .provider, .excluded:
            return CommandError(.usage, message: message, hint: "change --provider or -m")
        case .notLocal:
            return CommandError(
                .unavailable, message: "no model on this machine can serve the request",
                hint: "add a local server: ai1 route add local, or leave out --local")
        case .rule:
            return CommandError(.configuration, message: message, hint: "change the rule, or name a model with -m")
        case .output(let kind):
            return CommandError(
                .badInput, message: message, hint: "see which do: ai1 route models --output \(kind.rawValue)")
        case .noImageInput, .noTools, .noSchema:
            return CommandError(.badInput, message: message, hint: "choose another model: ai1 route models")
        case .window:
            return CommandError(
                .badInput, message: message, hint: "shorten the input, or choose a model with a larger window")
        case .cost, .unknownPrice:
            return CommandError(
                .credits, message: message, hint: "raise --max-cost, lower --max-tokens, or choose a cheaper model")
        case .latency:
            return CommandError(.unavailable, message: message, hint: "choose a faster model")
        }
    }
}
