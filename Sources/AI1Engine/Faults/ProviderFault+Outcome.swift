package import AI1Core

extension ProviderFault {
    /// Whether the provider may have served the request, and charged for it, all the same: it neither said no nor was it out of
    /// reach.
    package var leavesOutcomeOpen: Bool {
        switch kind {
        case .keyRefused, .quotaExhausted, .modelNotFound, .badRequest, .contextTooLong, .contentFiltered, .rateLimited,
            .unreachable, .redirected, .refusedLocally:
            false
        // A gateway's time-out says nothing about the server behind it (RFC 9110, 15.6.5; 524 is Cloudflare's).
        case .serverError: status == 504 || status == 524
        case .transient: status == nil
        case .slowFirstToken, .stalled, .cut, .malformed, .inBandError, .deadline: true
        }
    }
}
