internal import AI1Core
package import AI1Ledger

/// One step of a random sequence. It names requests and keys by small numbers, so that later steps meet earlier ones.
package enum LedgerOperation: Sendable, Hashable {
    /// Which hold is meant.
    package enum Reference: Sendable, Hashable {
        /// That of a request without a key.
        case request(Int)
        /// That of a key's newest attempt, or of one so many before it.
        case key(Int, back: Int)
    }

    /// What is asked for; amounts in nano-US-dollars.
    package struct Wish: Sendable, Hashable {
        var purse: Purse
        var amount: Int64
        var least: Int64
        var target: Int
        var job: Int?
    }

    /// One attempt of a bill; the cost in pico-US-dollars.
    package struct Attempt: Sendable, Hashable {
        var target: Int
        var cost: Int64?
        var claim: Int64?
    }

    case hold(request: Int, Wish)
    /// `hash` says what the request under the key is; `isStale` takes a hold that is not the key's next one.
    case keyedHold(key: Int, hash: Int?, expiresMilliseconds: Int64, isStale: Bool, Wish)
    case raise(Reference, Wish)
    case post(Reference, [Attempt], isExpired: Bool, hasResult: Bool, rewardBasisPoints: Int64)
    case void(Reference)
    case grant(Int, AccountPath, Int64)
    case setBudget(Budget.Scope, Budget.Period, Int64)
    case removeBudget(Budget.Scope, Budget.Period)
    case forget(key: Int)
    /// Time passes, or the clock is set back.
    case clock(Int64)
}

extension LedgerOperation {
    static let targets = [
        TargetName(provider: "north", model: "small"), TargetName(provider: "north", model: "large"),
        TargetName(provider: "south", model: "small"), TargetName(provider: "south", model: "org/other"),
    ]
    static let jobs = ["brief", "digest"]
    static let scopes: [Budget.Scope] = [
        .account, .job("brief"), .job("digest"), .model("north/small"), .model("small"), .model("south/org/other"),
    ]

    static func request(_ number: Int) -> RequestID {
        RequestID(time: Timestamp(millisecondsSinceEpoch: 1_767_225_600_000), random: (7, UInt64(number) << 2))
    }

    static func claim(_ key: Int, hash: Int?, expires: Int64) -> KeyClaim {
        KeyClaim(
            scope: key % 2 == 0 ? "key" : "once", key: "k\(key / 2)",
            requestHash: hash.map { [UInt8](repeating: UInt8($0), count: 32) }, expires: expires)
    }

    static func grant(_ number: Int) -> LedgerID { LedgerID(high: 0xABCD, low: UInt64(number)) }
}
