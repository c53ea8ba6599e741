package import AI1Core

extension FaultKind {
    /// What a person can do about a fault at a provider.
    package func hint(provider: String) -> String {
        switch self {
        case .keyRefused: "check the key, or give another: ai1 route add \(provider)"
        case .quotaExhausted: "top up your account at \(provider), or name another provider with --provider"
        case .modelNotFound: "ai1 route models lists what there is"
        case .badRequest: "ai1 ask --dry-run shows the request as it is sent"
        case .contextTooLong: "shorten the input, or choose a model with a larger window: ai1 route models"
        case .contentFiltered: "word the request differently, or ask another provider with --provider"
        case .rateLimited: "try again later, wait for it with --deadline, or name others with --fallback"
        case .transient, .serverError, .slowFirstToken: "try again later; --verbose shows the cause"
        case .unreachable: "check the network, or run: ai1 dev doctor; --verbose shows the cause"
        case .stalled, .cut, .malformed, .inBandError: "try again; --verbose shows the cause"
        case .redirected: "check the base URL: ai1 route providers"
        case .refusedLocally: "check the provider's settings: ai1 route providers"
        case .deadline: "give it more time with --deadline"
        }
    }
}
