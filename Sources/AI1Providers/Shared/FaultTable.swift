internal import AI1Core

/// The fault table: from a status and machine-readable codes to a kind of fault. Prose is never looked at.
enum FaultTable {
    private static let contextCodes: Set<String> = [
        "context_length_exceeded", "context_window_exceeded", "model_context_window_exceeded", "context_length_error",
        "exceed_context_size_error", "max_context_length_exceeded",
    ]
    private static let quotaCodes: Set<String> = [
        "insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "billing_error",
        "insufficient_balance",
        "insufficient_credits", "exceeded_current_quota_error", "quota_exceeded", "daily_quota_exhausted",
        "payment_required",
    ]
    private static let filterCodes: Set<String> = [
        "content_filter", "content_policy_violation", "responsibleaipolicyviolation", "image_content_policy_violation",
        "data_inspection_failed", "datainspectionfailed", "moderation_blocked", "content_filtered", "sensitive",
    ]
    private static let keyCodes: Set<String> = [
        "invalid_api_key", "authentication_error", "permission_error", "permission_denied", "unauthenticated",
        "api_key_invalid", "api_key_expired", "api_key_service_blocked", "invalid_authentication_error", "unauthorized",
    ]
    private static let modelCodes: Set<String> = [
        "model_not_found", "model_not_available", "model_does_not_exist", "invalid_model", "deploymentnotfound",
    ]
    private static let rateCodes: Set<String> = [
        "rate_limit_exceeded", "rate_limit_error", "rate_limit_reached_error", "too_many_requests",
        "resource_exhausted",
    ]

    /// The fault of an answer whose status is not 2xx.
    static func fault(status: Int, head: HTTPHead, body: [UInt8]) -> ProviderFault {
        let report = (try? JSONParser.parse(body)).flatMap { ErrorReport($0) }
        let words = report?.message ?? ""
        let kind = named(report?.codes ?? [], status: status) ?? kind(status: status)
        let line = FaultText.line(words)
        return ProviderFault(
            kind, status: status, message: line.isEmpty ? "the provider answered with status \(status)" : line,
            retryAfterMilliseconds: RetryDelay.milliseconds(head) ?? report?.retryAfterMilliseconds,
            underlying: FaultText.underlying(body))
    }

    /// The fault that an event or document inside a good answer reports; nil when it reports none.
    static func inBand(_ value: JSONValue) -> ProviderFault? {
        guard let report = ErrorReport(inBand: value) else { return nil }
        var kind = named(report.codes, status: report.status) ?? .inBandError
        if kind == .inBandError, let status = report.status, [401, 402, 403, 404, 429].contains(status) {
            kind = Self.kind(status: status)
        }
        let line = FaultText.line(report.message)
        return ProviderFault(
            kind, status: report.status,
            message: line.isEmpty ? "the provider reported an error inside its answer" : line,
            retryAfterMilliseconds: report.retryAfterMilliseconds, underlying: FaultText.underlying(value.encoded()))
    }

    /// What the codes say on their own; nil when they add nothing to the status. A 5xx stays one whatever it is called.
    private static func named(_ codes: [String], status: Int?) -> FaultKind? {
        if let status, status >= 500 { return nil }
        for (kind, known) in [
            (FaultKind.contextTooLong, contextCodes), (.quotaExhausted, quotaCodes), (.contentFiltered, filterCodes),
            (.keyRefused, keyCodes), (.modelNotFound, modelCodes), (.rateLimited, rateCodes),
        ] where codes.contains(where: known.contains) {
            return kind
        }
        return nil
    }

    /// What a status means on its own.
    private static func kind(status: Int) -> FaultKind {
        switch status {
        case 401, 403: .keyRefused
        case 402: .quotaExhausted
        case 404: .modelNotFound
        case 408, 409, 425: .transient
        case 429: .rateLimited
        case 300..<400: .redirected
        case 400..<500: .badRequest
        case 500..<600: .serverError
        default: .malformed
        }
    }
}
