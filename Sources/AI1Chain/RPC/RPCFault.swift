internal import AI1Core

/// Why one exchange with one endpoint gave no answer that could be used.
struct RPCFault: Error, Sendable {
    enum Kind: Sendable {
        case unreachable, timedOut, dropped, rateLimited, serverError, keyRefused, malformed, badStatus
    }

    let kind: Kind
    let host: String
    /// Lower case, one line, without keys.
    let message: String
    var retryAfterMilliseconds: Int64?
    var underlying: String?
    /// Whether the endpoint may have acted on the request all the same.
    var mayHaveActed = false

    /// Whether the same endpoint could answer a little later.
    var isWorthRepeating: Bool {
        switch kind {
        case .timedOut, .dropped, .rateLimited, .serverError: true
        case .unreachable, .keyRefused, .malformed, .badStatus: false
        }
    }

    init(_ kind: Kind, _ endpoint: RPCEndpoint, _ message: String, mayHaveActed: Bool = false) {
        self.kind = kind
        host = endpoint.shown
        self.message = message
        self.mayHaveActed = mayHaveActed
    }

    /// The transport's fault in the terms of a chain's endpoint.
    init(_ fault: ProviderFault, _ endpoint: RPCEndpoint) {
        let kind: Kind =
            switch fault.kind {
            case .unreachable, .refusedLocally: .unreachable
            case .deadline, .stalled, .slowFirstToken: .timedOut
            case .malformed: .malformed
            case .redirected: .badStatus
            default: .dropped
            }
        self.init(kind, endpoint, endpoint.cleaned(fault.message), mayHaveActed: kind != .unreachable)
        underlying = fault.underlying.map(endpoint.cleaned)
    }
}

/// Every endpoint failed. The faults are those of all rounds, in their order.
struct RPCExhausted: Error, Sendable {
    let faults: [RPCFault]

    private static let shownFaults = 4

    /// What the user is told.
    var error: ChainError {
        let last = faults.reversed().reduce(into: [RPCFault]()) { list, fault in
            if !list.contains(where: { $0.host == fault.host }) { list.append(fault) }
        }.reversed()
        let words = last.prefix(Self.shownFaults).map { "\($0.host): \($0.message)" }.joined(separator: "; ")
        return ChainError(
            code(of: Array(last)), words.isEmpty ? "no time was left to ask an endpoint" : words,
            hint: Self.hint(code(of: Array(last))), underlying: last.compactMap(\.underlying).first)
    }

    private func code(of faults: [RPCFault]) -> ChainError.Code {
        if faults.isEmpty || faults.contains(where: { $0.kind == .rateLimited || $0.kind == .timedOut }) {
            return .tryLater
        }
        if faults.allSatisfy({ $0.kind == .keyRefused }) { return .keyRefused }
        if faults.allSatisfy({ $0.kind == .malformed }) { return .malformed }
        return .unreachable
    }

    private static func hint(_ code: ChainError.Code) -> String? {
        switch code {
        case .tryLater: "try again later, or give another endpoint with --rpc-url"
        case .keyRefused: "check the key in the RPC URL"
        case .unreachable: "check the RPC URL, or give another one with --rpc-url"
        default: nil
        }
    }
}
