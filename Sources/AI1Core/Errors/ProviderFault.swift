/// A failure of one attempt at one target, in the terms of the fault table.
package struct ProviderFault: Error, Sendable, Hashable {
    package var kind: FaultKind
    /// The HTTP status, when there was one.
    package var status: Int?
    /// What happened: lower case, one line, cleaned of control characters, without secrets. Does not name the target.
    package var message: String
    /// How long the provider asked to wait, in milliseconds.
    package var retryAfterMilliseconds: Int64?
    /// The cause as its author put it (curl's text, the provider's whole message), for `--verbose`.
    package var underlying: String?
    /// What to do about it, where more is known than the kind tells.
    package var hint: String?

    package init(
        _ kind: FaultKind, status: Int? = nil, message: String, retryAfterMilliseconds: Int64? = nil,
        underlying: String? = nil, hint: String? = nil
    ) {
        self.kind = kind
        self.status = status
        self.message = message
        self.retryAfterMilliseconds = retryAfterMilliseconds
        self.underlying = underlying
        self.hint = hint
    }
}

extension ProviderFault {
    /// The same fault without a key that the provider's words repeat.
    package func hiding(_ key: Secret?) -> ProviderFault {
        guard let key = key?.reveal(), key.utf8.count >= 4 else { return self }
        var fault = self
        fault.message = message.split(separator: key, omittingEmptySubsequences: false).joined(separator: "[redacted]")
        fault.underlying = underlying.map {
            $0.split(separator: key, omittingEmptySubsequences: false).joined(separator: "[redacted]")
        }
        return fault
    }
}

/// The rows of the fault table.
package enum FaultKind: String, Sendable, Hashable, CaseIterable {
    /// No key, or the key was refused (401, 403).
    case keyRefused
    /// 402, or a quota that is used up.
    case quotaExhausted
    /// 404: the provider does not have the model.
    case modelNotFound
    /// 400, 413, 422 of our making.
    case badRequest
    /// The input is larger than the model's window.
    case contextTooLong
    /// The provider's safety filter refused.
    case contentFiltered
    /// 429.
    case rateLimited
    /// 408, 409, 425, a reset, or a time-out before the headers.
    case transient
    /// 5xx.
    case serverError
    /// DNS, connect or TLS failure.
    case unreachable
    /// No first token within the bound.
    case slowFirstToken
    /// No byte for the stall time-out after the first byte.
    case stalled
    /// The stream ended without saying that it was complete.
    case cut
    /// An event or body that is not what the protocol says.
    case malformed
    /// An error event inside a stream that began well.
    case inBandError
    /// A redirect, which is never followed.
    case redirected
    /// The request was never sent: a key over plain http, a forbidden address, an invalid URL.
    case refusedLocally
    /// The caller's own deadline passed.
    case deadline
}
