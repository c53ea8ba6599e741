internal import AI1Core
package import AI1Ledger

/// What every store of credits must do. Each check makes an empty store, gives it orders, and tells what is not as it
/// should be.
package struct LedgerContract: Sendable {
    /// Something a store did otherwise.
    package struct Broken: Error, CustomStringConvertible {
        package let description: String
    }

    /// A check with its name.
    package struct Check: Sendable, CustomStringConvertible {
        package let description: String
        package let run: @Sendable (LedgerContract) throws -> Void
    }

    package typealias Make = @Sendable (any MachineClock, LocalCalendar) throws -> any LedgerStore

    let make: Make

    /// - Parameter make: an empty store that goes by a clock and a calendar
    package init(make: @escaping Make) { self.make = make }

    /// Every check there is.
    package static let checks: [Check] = holdChecks + postChecks + budgetChecks + keyChecks

    /// A store of its own for one check, with its clock.
    func fresh(offsetSeconds: Int64 = 0) throws -> (store: any LedgerStore, clock: TestMachineClock) {
        let clock = TestMachineClock()
        return (try make(clock, LocalCalendar(offsetSeconds: offsetSeconds)), clock)
    }

    /// - Throws: `Broken` when it is not so
    static func require(_ condition: Bool, _ words: @autoclosure () -> String) throws {
        guard !condition else { return }
        throw Broken(description: words())
    }

    /// - Throws: `Broken` when both are not alike
    static func equal<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws {
        try require(found == expected, "\(what) is \(found), not \(expected)")
    }

    /// - Throws: `Broken` when the call does not fail with that code
    static func fails<Value>(_ code: LedgerError.Code, _ what: String, _ body: () throws -> Value) throws {
        do {
            let value = try body()
            throw Broken(description: "\(what) gave \(value), and should fail with \(code)")
        } catch let error as LedgerError {
            try equal(error.code, code, "\(what): the error's code")
        }
    }
}

/// Orders in short.
enum ContractOrder {
    static let small = TargetName(provider: "north", model: "small")
    static let large = TargetName(provider: "north", model: "large")
    static let south = TargetName(provider: "south", model: "small")

    static func request(_ number: UInt64) -> RequestID {
        RequestID(time: Timestamp(millisecondsSinceEpoch: 1_767_225_600_000), random: (number, number << 2))
    }

    static func id(_ number: UInt64) -> LedgerID { LedgerID(request(number)) }

    static func hold(
        _ number: UInt64, _ amount: Int64, least: Int64? = nil, purse: Purse = .credits, target: TargetName = small,
        job: String? = nil
    ) -> HoldOrder {
        HoldOrder(
            id: id(number), purse: purse, amount: NanoUSD(amount), least: least.map { NanoUSD($0) },
            request: request(number), target: target, job: job)
    }

    static func keyed(_ claim: KeyClaim, attempt: Int64, _ amount: Int64) -> HoldOrder {
        HoldOrder(
            id: claim.holdID(attempt: attempt), purse: .credits, amount: NanoUSD(amount), request: request(77),
            target: small, key: claim)
    }

    static func post(
        _ number: UInt64, _ attempts: [AttemptCharge], manner: PostOrder.Manner = .posted, reward: Int64 = 0
    ) -> PostOrder {
        PostOrder(hold: id(number), attempts: attempts, manner: manner, rewardBasisPoints: reward)
    }

    /// An attempt that cost so many pico-US-dollars.
    static func attempt(_ pico: Int64?, _ target: TargetName = small, claim: Int64? = nil) -> AttemptCharge {
        AttemptCharge(
            target: target, usage: TokenUsage(uncachedInput: 1, visibleOutput: 1), costPicoUSD: pico, prices: .free,
            claim: claim.map { UsageClaim(text: "more", cost: NanoUSD($0)) })
    }

    static func grant(_ number: UInt64, _ path: AccountPath, _ amount: Int64) -> LedgerChange {
        .grant(id: LedgerID(high: 5, low: number), to: path, amount: NanoUSD(amount), memo: "")
    }
}

extension LedgerStore {
    /// Balance and held of an account.
    func account(_ path: AccountPath) throws -> [Int64] {
        let account = try state().accounts[path]
        return [account?.balance.amount ?? 0, account?.held.amount ?? 0]
    }

    /// Grants a hold, or says what came instead.
    func granted(_ order: HoldOrder) throws -> Int64 {
        let outcome = try hold(order)
        guard case .granted(let id, let amount) = outcome, id == order.id else {
            throw LedgerContract.Broken(description: "a hold gave \(outcome)")
        }
        return amount.amount
    }
}
