package import AI1Core

/// What is to be set aside, in the ledger's terms.
package struct HoldOrder: Sendable, Hashable {
    package var id: LedgerID
    package var purse: Purse
    package var amount: NanoUSD
    package var least: NanoUSD
    package var ifSent: NanoUSD
    package var request: RequestID
    package var target: TargetName
    package var job: String?
    /// The idempotency key that this hold is made under. `id` is then what the key's attempt gives.
    package var key: KeyClaim?

    package init(
        id: LedgerID, purse: Purse, amount: NanoUSD, least: NanoUSD? = nil, ifSent: NanoUSD = .zero,
        request: RequestID, target: TargetName, job: String? = nil, key: KeyClaim? = nil
    ) {
        self.id = id
        self.purse = purse
        self.amount = amount
        self.least = least ?? amount
        self.ifSent = ifSent
        self.request = request
        self.target = target
        self.job = job
        self.key = key
    }
}

/// The use of an idempotency key.
package struct KeyClaim: Sendable, Hashable {
    /// `key` for the user's own keys, `once` for `--once-per`.
    package var scope: String
    package var key: String
    /// SHA-256 of what must be the same when the key is used again; nil when anything may follow.
    package var requestHash: [UInt8]?
    /// Until when the answer is kept: microseconds since 1970.
    package var expires: Int64

    package init(scope: String, key: String, requestHash: [UInt8]?, expires: Int64) {
        self.scope = scope
        self.key = key
        self.requestHash = requestHash
        self.expires = expires
    }

    /// The name space of holds under keys.
    private static let namespace = LedgerID(high: 0x5E1F_6C0A_4B77_4F5E, low: 0x9A31_C2D4_0E86_7B19)

    /// The hold of an attempt under this key: UUIDv5 of scope, key and attempt.
    package func holdID(attempt: Int64) -> LedgerID {
        LedgerID(namespace: Self.namespace, name: "\(scope)\u{0}\(key)\u{0}\(attempt)")
    }
}

/// What the ledger says to a hold order.
package enum HoldOutcome: Sendable, Hashable {
    case granted(id: LedgerID, amount: NanoUSD)
    /// The key has an answer: the SHA-256 under which it is kept.
    case answered(result: [UInt8])
    /// Another request under the key is on its way, under this hold.
    case underWay(LedgerID)
}

/// What a hold becomes.
package struct PostOrder: Sendable, Hashable {
    package enum Manner: Int64, Sendable, Hashable {
        /// By its owner.
        case posted = 1
        /// By a sweeper, after its owner died.
        case expired = 3
    }

    package var hold: LedgerID
    package var attempts: [AttemptCharge]
    package var manner: Manner
    package var task: TaskKind?
    /// SHA-256 of the kept answer; nil when there is no complete one.
    package var result: [UInt8]?
    /// The usage reward in hundredths of a per cent.
    package var rewardBasisPoints: Int64

    package init(
        hold: LedgerID, attempts: [AttemptCharge], manner: Manner = .posted, task: TaskKind? = nil,
        result: [UInt8]? = nil, rewardBasisPoints: Int64 = 0
    ) {
        self.hold = hold
        self.attempts = attempts
        self.manner = manner
        self.task = task
        self.result = result
        self.rewardBasisPoints = rewardBasisPoints
    }
}

/// A change that is no request.
package enum LedgerChange: Sendable, Hashable {
    /// Credits for an account of the user's, from the world. The same id twice is one effect.
    case grant(id: LedgerID, to: AccountPath, amount: NanoUSD, memo: String)
    /// A budget, or a new cap for the one with the same scope and period.
    case setBudget(Budget.Scope, per: Budget.Period, cap: NanoUSD)
    case removeBudget(Budget.Scope, per: Budget.Period)
    /// The outcome of a key's request is lost, or its kept answer is, and that is accepted: its next use sends again.
    case forgetKey(scope: String, key: String)
}

/// A movement of credits between accounts; they are opened when they are new. Amounts sum to zero.
package struct Transfer: Sendable, Hashable {
    package var id: LedgerID
    package var memo: String
    package var legs: [(account: AccountPath, amount: NanoUSD)] { zip(accounts, amounts).map { ($0, $1) } }
    private let accounts: [AccountPath]
    private let amounts: [NanoUSD]

    package init(id: LedgerID, memo: String, legs: [(account: AccountPath, amount: NanoUSD)]) {
        self.id = id
        self.memo = memo
        accounts = legs.map(\.account)
        amounts = legs.map(\.amount)
    }
}
