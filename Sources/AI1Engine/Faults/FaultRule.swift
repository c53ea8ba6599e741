package import AI1Core

/// One row of the fault table: what a failure of an attempt means for the request and for the target.
package struct FaultRule: Sendable, Hashable {
    /// What the target's health remembers.
    package enum CoolDown: Sendable, Hashable {
        case none
        /// For Retry-After, or that many milliseconds.
        case retryAfter(elseMilliseconds: Int64)
        /// For that many milliseconds.
        case fixed(milliseconds: Int64)
        /// After three failures within a minute, for that many milliseconds.
        case afterFailures(milliseconds: Int64)
        /// The model is marked as missing.
        case missing
    }

    /// Whether another candidate may serve the request, when nothing has reached the user yet.
    package let fallsBack: Bool
    /// Whether the same target may be tried again when no other candidate can serve.
    package let retries: Bool
    package let coolDown: CoolDown
    /// The kind of error when nothing else serves.
    package let errorKind: ErrorKind
}

extension FaultKind {
    /// The fault table.
    package var rule: FaultRule {
        switch self {
        case .keyRefused:
            FaultRule(fallsBack: true, retries: false, coolDown: .none, errorKind: .keyRefused)
        case .quotaExhausted:
            FaultRule(fallsBack: true, retries: false, coolDown: .fixed(milliseconds: 3_600_000), errorKind: .tryLater)
        case .modelNotFound:
            FaultRule(fallsBack: true, retries: false, coolDown: .missing, errorKind: .unavailable)
        case .badRequest:
            FaultRule(fallsBack: false, retries: false, coolDown: .none, errorKind: .badData)
        case .contextTooLong:
            FaultRule(fallsBack: true, retries: false, coolDown: .none, errorKind: .badData)
        case .contentFiltered:
            FaultRule(fallsBack: true, retries: false, coolDown: .none, errorKind: .safetyRefused)
        case .rateLimited:
            FaultRule(
                fallsBack: true, retries: true, coolDown: .retryAfter(elseMilliseconds: 30_000), errorKind: .tryLater)
        case .transient:
            FaultRule(
                fallsBack: true, retries: true, coolDown: .afterFailures(milliseconds: 30_000), errorKind: .tryLater)
        case .serverError:
            FaultRule(
                fallsBack: true, retries: true, coolDown: .afterFailures(milliseconds: 30_000), errorKind: .unavailable)
        case .unreachable:
            FaultRule(fallsBack: true, retries: false, coolDown: .none, errorKind: .unavailable)
        case .slowFirstToken:
            FaultRule(
                fallsBack: true, retries: false, coolDown: .afterFailures(milliseconds: 30_000), errorKind: .tryLater)
        case .stalled, .cut, .malformed, .inBandError:
            FaultRule(
                fallsBack: true, retries: true, coolDown: .afterFailures(milliseconds: 30_000),
                errorKind: .protocolFailure)
        case .redirected:
            FaultRule(fallsBack: true, retries: false, coolDown: .none, errorKind: .protocolFailure)
        case .refusedLocally:
            FaultRule(fallsBack: true, retries: false, coolDown: .none, errorKind: .configuration)
        case .deadline:
            FaultRule(fallsBack: false, retries: false, coolDown: .none, errorKind: .tryLater)
        }
    }
}
