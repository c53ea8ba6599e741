internal import AI1Core
internal import AI1Engine
internal import AI1Ledger

/// What came of a sending, as far as it decides what is done with the entry.
enum QueueFate: Sendable {
    /// Answered, and the answer is as it was wished.
    case done
    /// Not answered, or not as it was wished, and not tried again by itself.
    case failed(any AI1Error)
    /// The provider could not serve it now; it counts as a try.
    case again(any AI1Error, retryAfterMilliseconds: Int64?)
    /// Nothing was sent, for a reason that lies here.
    case later(any AI1Error)
    /// It was sent, and nobody knows what came of it.
    case unknown(any AI1Error)
    /// The user broke off before anything was sent.
    case back(any AI1Error)

    /// Whether an answer came, or what failed does so for good.
    var isOver: Bool {
        switch self {
        case .done, .failed: true
        case .again, .later, .unknown, .back: false
        }
    }

    var isUnknown: Bool { if case .unknown = self { true } else { false } }

    /// What is told about it; nil when all is well.
    var error: (any AI1Error)? {
        switch self {
        case .done: nil
        case .failed(let error), .again(let error, _), .later(let error), .unknown(let error), .back(let error): error
        }
    }

    /// The fate of a request that was handed to the engine.
    /// - Parameter problem: what ended it; nil when the answer is as it was wished
    init(_ outcome: AskOutcome, problem: (any AI1Error)?) {
        guard let error = problem ?? outcome.error else {
            self = .done
            return
        }
        let faults = outcome.attempts.compactMap(\.fault)
        let wasCharged = outcome.attempts.contains { $0.usage != nil }
        if outcome.error == nil || outcome.error?.code == .incomplete || outcome.textBytes > 0 {
            // An answer, or a part of one, is there and paid for.
            self = .failed(error)
        } else if outcome.attempts.isEmpty {
            self.init(beforeSending: error)
        } else if faults.contains(where: \.leavesOutcomeOpen) || outcome.attempts.contains(where: { $0.fault == nil }) {
            self = .unknown(error)
        } else if wasCharged {
            self = .failed(error)
        } else if [.interrupted, .terminated].contains(error.kind) {
            self = .back(error)
        } else if faults.allSatisfy({ [.unreachable, .refusedLocally].contains($0.kind) }) {
            self = .later(error)
        } else if faults.contains(where: Self.mayPass) {
            self = .again(error, retryAfterMilliseconds: faults.compactMap(\.retryAfterMilliseconds).max())
        } else {
            self = .failed(error)
        }
    }

    /// The fate of a request of which nothing was sent.
    init(beforeSending error: any AI1Error) {
        if (error as? LedgerError)?.code == .unknownOutcome {
            self = .unknown(error)
            return
        }
        switch error.kind {
        case .interrupted, .terminated: self = .back(error)
        case .tryLater, .keyRefused, .configuration, .cannotCreate, .inputOutput: self = .later(error)
        // The request's own limit will not change; credits and budgets do.
        case .creditsRefused: self = (error as? CommandError)?.code == .credits ? .failed(error) : .later(error)
        case .unavailable: self = .again(error, retryAfterMilliseconds: nil)
        case .usage, .badData, .inputMissing, .internalError, .protocolFailure, .incomplete, .safetyRefused, .declined,
            .reverted, .wrongChain, .brokenPipe:
            self = .failed(error)
        }
    }

    /// Whether the same request may be served at another time.
    private static func mayPass(_ fault: ProviderFault) -> Bool {
        switch fault.kind {
        case .rateLimited, .transient, .serverError, .quotaExhausted, .keyRefused, .unreachable: true
        case .modelNotFound, .badRequest, .contextTooLong, .contentFiltered, .slowFirstToken, .stalled, .cut,
            .malformed,
            .inBandError, .redirected, .refusedLocally, .deadline:
            false
        }
    }
}
