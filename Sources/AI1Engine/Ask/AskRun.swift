internal import AI1Core

/// The state of one request under way.
struct AskRun {
    /// Text kept for a resumption; a longer answer cannot be resumed.
    static let partialLimitBytes = 4 * 1_048_576

    let plan: AskPlan
    let startedNanoseconds: Int64
    var outcome: AskOutcome
    var partial: [UInt8] = []
    var partialOverflowed = false
    var faults: [(target: PlannedTarget, fault: ProviderFault)] = []
    var hold: HoldID?
    var heldAmount = NanoUSD.zero

    init(plan: AskPlan, startedNanoseconds: Int64) {
        self.plan = plan
        self.startedNanoseconds = startedNanoseconds
        outcome = AskOutcome(requestID: plan.request.id)
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
        if partial.count + text.count > Self.partialLimitBytes {
            partialOverflowed = true
            partial = []
        } else {
            partial.append(contentsOf: text)
        }
    }
}
