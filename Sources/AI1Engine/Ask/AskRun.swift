internal import AI1Core

/// The state of one request under way.
struct AskRun {
    /// Text kept for a resumption; a longer answer cannot be resumed.
    static let partialLimitBytes = 4 * 1_048_576
    /// Text kept for a repetition of the request under its key; a longer answer is not kept.
    static let keptLimitBytes = 64 * 1_048_576

    let plan: AskPlan
    let startedNanoseconds: Int64
    var outcome: AskOutcome
    var partial: [UInt8] = []
    /// Whether what came is too long to be kept.
    var partialOverflowed = false
    var faults: [(target: PlannedTarget, fault: ProviderFault)] = []
    /// The candidate that could not be paid for, when nothing was tried after it.
    var refusal: (target: PlannedTarget, error: any AI1Error)?
    let meter: UsageMeter
    var hold: HoldID?
    var heldAmount = NanoUSD.zero
    /// What the hold was granted for at each target: so much of their budgets is reserved already.
    var secured: [TargetName: NanoUSD] = [:]
    /// The estimate and the bound of the request's input in tokens.
    let inputTokens: Int64
    let inputBound: Int64
    private let imageCount: Int64
    /// What a request for something else than text asks for.
    let demand: MediaDemand?
    private var attempts = 0

    init(plan: AskPlan, startedNanoseconds: Int64, ledger: (any CreditLedger)?) {
        self.plan = plan
        self.startedNanoseconds = startedNanoseconds
        outcome = AskOutcome(requestID: plan.request.id)
        meter = UsageMeter(ledger: ledger)
        demand = MediaDemand(plan.request)
        inputTokens = TokenEstimate.input(of: plan.request)
        inputBound = RequestBound.inputTokens(of: plan.request)
        imageCount = plan.request.messages.reduce(0) { count, message in
            count + Int64(message.parts.count { if case .image = $0 { true } else { false } })
        }
    }

    /// An attempt with the output limit that is sent; nil for none.
    mutating func ready(_ target: PlannedTarget, limit: Int?) -> ReadyAttempt {
        var request = plan.request
        request.options.maxOutputTokens = limit.flatMap { $0 > 0 ? $0 : nil }
        attempts += 1
        let bound = demand?.bound(at: target.row).input ?? inputBound
        return ReadyAttempt(
            number: attempts, target: target, request: request,
            check: UsageCheck(inputBound: bound, imageCount: imageCount, outputLimit: limit),
            inputTokens: inputTokens, demand: demand)
    }

    /// Writes down what an attempt came to.
    /// - Parameter charge: nil when nothing is charged for
    mutating func book(
        _ attempt: ReadyAttempt, _ charge: AttemptCharge?, _ fault: ProviderFault?,
        firstTokenMilliseconds: Double? = nil,
        milliseconds: Double
    ) {
        meter.end(attempt.number, charge)
        outcome.attempts.append(
            AttemptRecord(
                target: attempt.target.row.name, fault: fault, usage: charge?.usage,
                costPicoUSD: charge?.costPicoUSD, claim: charge?.claim,
                firstTokenMilliseconds: firstTokenMilliseconds, milliseconds: milliseconds))
    }

    func elapsedMilliseconds(_ clock: some WallClock) -> Double {
        Double(clock.monotonicNanoseconds - startedNanoseconds) / 1_000_000
    }

    /// Milliseconds until the deadline; zero when it has passed.
    func remainingMilliseconds(_ clock: some WallClock) -> Int64 {
        let elapsed = (clock.monotonicNanoseconds - startedNanoseconds) / 1_000_000
        return max(0, plan.policy.deadlineMilliseconds - elapsed)
    }

    /// Whether a wait fits the policy and the time that is left.
    func mayWait(_ milliseconds: Int64, _ clock: some WallClock) -> Bool {
        milliseconds <= plan.policy.longestWaitMilliseconds && milliseconds < remainingMilliseconds(clock)
    }

    mutating func keep(_ text: [UInt8]) {
        outcome.textBytes += text.count
        guard !partialOverflowed else { return }
        let limit = plan.keepsAnswer ? Self.keptLimitBytes : Self.partialLimitBytes
        if partial.count + text.count > limit {
            partialOverflowed = true
            partial = []
        } else {
            partial.append(contentsOf: text)
        }
    }

    /// Whether what came is short enough to be gone on with.
    var canBeResumed: Bool { demand == nil && !partialOverflowed && partial.count <= Self.partialLimitBytes }

    /// The answer for the books, when it is complete and was kept whole.
    var keptAnswer: KeptAnswer? {
        // An answer that reached its length limit is what a repetition would get again.
        guard plan.keepsAnswer, outcome.error == nil || outcome.error?.code == .incomplete, !partialOverflowed,
            let target = outcome.target
        else { return nil }
        return KeptAnswer(
            request: outcome.requestID, target: target, servedModel: outcome.servedModel, finish: outcome.finish,
            text: partial, media: outcome.media, usage: outcome.usage)
    }
}
