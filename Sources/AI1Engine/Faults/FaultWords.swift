package import AI1Core

extension FaultKind {
    /// The failure in two or three words for a person: `server errors`.
    package var words: String {
        switch self {
        case .keyRefused: "key refused"
        case .quotaExhausted: "quota used up"
        case .modelNotFound: "no such model"
        case .badRequest: "bad request"
        case .contextTooLong: "input too long"
        case .contentFiltered: "filtered"
        case .rateLimited: "rate limit"
        case .transient: "no answer"
        case .serverError: "server errors"
        case .unreachable: "unreachable"
        case .slowFirstToken: "slow"
        case .stalled: "stalled"
        case .cut: "cut answers"
        case .malformed: "malformed answers"
        case .inBandError: "errors in the stream"
        case .redirected: "redirect"
        case .refusedLocally: "refused here"
        case .deadline: "too slow"
        }
    }
}
