/// The money of a request. A hold is set aside before anything is sent; it becomes a charge or is released.
/// Without a ledger requests are unmetered.
package protocol CreditLedger: Sendable {
    /// Sets credits aside for the worst case of a request at a target.
    /// - Throws: an `AI1Error` of kind `creditsRefused` when balance or a budget does not allow it
    func hold(_ amount: NanoUSD, for request: RequestID, target: TargetName) async throws -> HoldID
    /// Raises a hold before a dearer attempt starts; never lowers it.
    /// - Throws: an `AI1Error` of kind `creditsRefused`
    func raise(_ hold: HoldID, to amount: NanoUSD, target: TargetName) async throws
    /// Writes down how far an answer has come, so that a crash can be charged for what was used.
    func progress(_ hold: HoldID, usage: TokenUsage) async
    /// Turns the hold into a charge of the attempts' sum and releases the rest.
    func post(_ hold: HoldID, attempts: [AttemptCharge]) async throws
    /// Releases the hold.
    func void(_ hold: HoldID) async throws
    /// Free credits.
    func balance() async throws -> NanoUSD
}

/// The name of a hold.
package struct HoldID: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// What one attempt used and cost.
package struct AttemptCharge: Sendable, Hashable {
    package let target: TargetName
    package let usage: TokenUsage
    package let cost: NanoUSD

    package init(target: TargetName, usage: TokenUsage, cost: NanoUSD) {
        self.target = target
        self.usage = usage
        self.cost = cost
    }
}
