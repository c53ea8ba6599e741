internal import AI1Core

/// One attempt at one target, paid for and ready to be sent.
struct ReadyAttempt: Sendable {
    /// Tells the attempts of a request apart.
    let number: Int
    let target: PlannedTarget
    /// With the output limit that is sent.
    let request: ChatRequest
    let check: UsageCheck
    /// The estimate of the request's input in tokens.
    let inputTokens: Int64
    /// What a request for something else than text asks for.
    var demand: MediaDemand?

    /// What has been used by our own count: never more output than was allowed.
    func estimate(visibleBytes: Int = 0, reasoningBytes: Int = 0, media: [MediaPart] = []) -> TokenUsage {
        if let demand { return demand.counted(at: target.row, media: media, textBytes: visibleBytes) }
        let limit = check.outputLimit.map { Int64($0) } ?? .max
        let visible = min(TokenEstimate.tokens(bytes: visibleBytes), limit)
        return TokenUsage(
            uncachedInput: inputTokens, visibleOutput: visible,
            reasoning: min(TokenEstimate.tokens(bytes: reasoningBytes), limit - visible), source: .estimated)
    }

    func charge(_ usage: TokenUsage, claim: UsageClaim? = nil) -> AttemptCharge {
        let prices = target.row.prices
        return AttemptCharge(
            target: target.row.name, usage: usage, costPicoUSD: prices.known ? prices.costPicoUSD(of: usage) : nil,
            prices: prices, claim: claim)
    }
}

/// What a provider has said so far about what was used: its newest report, believable in itself or not.
struct UsageReports: Sendable {
    private(set) var usage: TokenUsage?
    private(set) var unbelieved: UnbelievedUsage?

    /// Whether the provider said anything.
    var hasAny: Bool { usage != nil || unbelieved != nil }

    /// Takes the report of a piece, if there is one: it replaces the one before.
    mutating func take(_ batch: AnswerBatch) {
        guard batch.usage != nil || batch.unbelievedUsage != nil else { return }
        usage = batch.usage
        unbelieved = batch.unbelievedUsage
    }

    /// What is charged for: the report if it can be true of the attempt, else `estimate`, beside what was claimed.
    func charge(_ attempt: ReadyAttempt, else estimate: TokenUsage) -> AttemptCharge {
        let prices = attempt.target.row.prices
        if let usage, attempt.check.believes(usage) { return attempt.charge(usage) }
        if let usage { return attempt.charge(estimate, claim: UsageCheck.claim(usage, prices)) }
        return attempt.charge(estimate, claim: unbelieved.map { UsageCheck.claim($0, prices) })
    }
}
