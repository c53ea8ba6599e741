/// The money of one request. A hold is set aside before anything is sent; it becomes a charge or is released. Without a
/// ledger a request is unmetered.
package protocol CreditLedger: Sendable {
    /// Sets credits aside for the worst case of a request at a target.
    /// - Returns: the hold; its amount lies between what the wish asks for and the least that it takes
    /// - Throws: an `AI1Error` of kind `creditsRefused` when balance or a budget does not allow it
    func hold(_ wish: HoldWish) async throws -> GrantedHold
    /// Raises a hold before a dearer or another attempt starts; never lowers it.
    /// - Parameter wish: the whole amount, what has been used so far included
    /// - Returns: what is held now
    /// - Throws: an `AI1Error` of kind `creditsRefused`; the hold is then as it was
    func raise(_ hold: HoldID, _ wish: HoldWish) async throws -> NanoUSD
    /// Writes down what has been used so far, so that a crash is charged for it. Called before the first octet is sent, and as
    /// the answer comes; cheap, and never fails.
    func progress(_ hold: HoldID, attempts: [AttemptCharge])
    /// Makes ready for the charge, in time that is free while an answer is waited for.
    func prepareToPost() async
    /// Turns the hold into a charge of the attempts' sum and releases the rest. Also in a cancelled task.
    func post(_ hold: HoldID, _ bill: Bill) async throws -> Settlement
    /// Releases the hold: nothing was sent, or nothing is charged for. Also in a cancelled task.
    func void(_ hold: HoldID) async throws
}

extension CreditLedger {
    /// Most ledgers have nothing to make ready.
    package func prepareToPost() async {}
}

/// The name of a hold.
package struct HoldID: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

/// What is to be set aside.
package struct HoldWish: Sendable, Hashable {
    package var request: RequestID
    /// The target that is about to be called; its model's budgets bind.
    package var target: TargetName
    /// The worst case.
    package var amount: NanoUSD
    /// As little as is taken when there is not enough for `amount`; the caller then sends a smaller output limit.
    package var least: NanoUSD
    /// What is charged when the request was sent and everything else about it was lost.
    package var ifSent: NanoUSD
    /// How long to wait for credits that other requests hold.
    package var waitMilliseconds: Int64

    package init(
        request: RequestID, target: TargetName, amount: NanoUSD, least: NanoUSD? = nil, ifSent: NanoUSD = .zero,
        waitMilliseconds: Int64 = 0
    ) {
        self.request = request
        self.target = target
        self.amount = amount
        self.least = least ?? amount
        self.ifSent = ifSent
        self.waitMilliseconds = waitMilliseconds
    }
}

/// A hold that was granted.
package struct GrantedHold: Sendable, Hashable {
    package let id: HoldID
    package let amount: NanoUSD

    package init(id: HoldID, amount: NanoUSD) {
        self.id = id
        self.amount = amount
    }
}

/// What one attempt used and cost.
package struct AttemptCharge: Sendable, Hashable {
    package var target: TargetName
    package var usage: TokenUsage
    /// The exact cost in pico-US-dollars; nil when no price is known, and nothing is charged then.
    package var costPicoUSD: Int64?
    /// The prices that the cost was made with.
    package var prices: PriceTable
    /// What the provider said was used, when that cannot be believed; `usage` is then our own count.
    package var claim: UsageClaim?

    package init(
        target: TargetName, usage: TokenUsage, costPicoUSD: Int64?, prices: PriceTable, claim: UsageClaim? = nil
    ) {
        self.target = target
        self.usage = usage
        self.costPicoUSD = costPicoUSD
        self.prices = prices
        self.claim = claim
    }
}

/// A provider's report of tokens that is not believed: negative, more than was allowed, no number.
package struct UsageClaim: Sendable, Hashable {
    /// The report in the provider's words, cleaned and at most 400 characters.
    package var text: String
    /// What it would have cost; nil when the report is no count at all.
    package var cost: NanoUSD?

    package init(text: String, cost: NanoUSD?) {
        self.text = text
        self.cost = cost
    }
}

/// What a request came to.
package struct Bill: Sendable, Hashable {
    package var attempts: [AttemptCharge]
    /// The complete answer; nil when it was cut, refused or cancelled.
    package var answer: KeptAnswer?
    /// What sort of work it was, for the books.
    package var task: TaskKind?

    package init(attempts: [AttemptCharge], answer: KeptAnswer? = nil, task: TaskKind? = nil) {
        self.attempts = attempts
        self.answer = answer
        self.task = task
    }
}

/// A complete answer in the form that a repetition of its request prints again.
package struct KeptAnswer: Sendable, Hashable {
    package var request: RequestID
    package var target: TargetName
    package var servedModel: String?
    package var finish: FinishReason?
    /// UTF-8.
    package var text: [UInt8]
    /// Pictures, recordings and vectors.
    package var media: [MediaPart]
    package var usage: TokenUsage

    package init(
        request: RequestID, target: TargetName, servedModel: String?, finish: FinishReason?, text: [UInt8],
        media: [MediaPart] = [], usage: TokenUsage
    ) {
        self.request = request
        self.target = target
        self.servedModel = servedModel
        self.finish = finish
        self.text = text
        self.media = media
        self.usage = usage
    }
}

/// What became of a hold.
package struct Settlement: Sendable, Hashable {
    /// What the user paid.
    package var charge: NanoUSD
    package var reward: NanoUSD
    /// What providers claimed beyond what is charged.
    package var disputed: NanoUSD
    /// What is free afterwards; nil where only books are kept.
    package var balance: NanoUSD?
    /// Whether it was paid with play credits.
    package var isPlay: Bool
    /// What did not go as it should beside the money, for a person to read.
    package var note: String?

    package init(charge: NanoUSD, reward: NanoUSD, disputed: NanoUSD, balance: NanoUSD?, isPlay: Bool) {
        self.charge = charge
        self.reward = reward
        self.disputed = disputed
        self.balance = balance
        self.isPlay = isPlay
    }
}
