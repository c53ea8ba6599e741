internal import AI1Core
package import AI1Ledger

/// Carries out the same steps on a store and on the model, and tells where they differ.
package struct LedgerMatch {
    /// Where two stores differ.
    package struct Difference: Error, CustomStringConvertible {
        package var step: Int
        package var operation: String
        package var store: String
        package var model: String

        package var description: String { "step \(step): \(operation)\n  store: \(store)\n  model: \(model)" }
    }

    private let store: any LedgerStore
    private let model: MemoryLedger
    private let clock: TestMachineClock
    private var keys: [Int: KeyClaim] = [:]

    /// - Parameters:
    ///   - make: makes an empty store that goes by the clock
    package init(make: (any MachineClock, LocalCalendar) throws -> any LedgerStore) rethrows {
        clock = TestMachineClock()
        let calendar = LocalCalendar(offsetSeconds: 3_600)
        store = try make(clock, calendar)
        model = MemoryLedger(clock: clock, calendar: calendar)
    }

    /// - Throws: `Difference`
    package mutating func run(_ operations: [LedgerOperation]) throws {
        for (number, operation) in operations.enumerated() {
            if case .clock(let milliseconds) = operation {
                clock.set(byMilliseconds: milliseconds)
                continue
            }
            let change = change(operation)
            let (own, other) = (Self.told { try change(store) }, Self.told { try change(model) })
            guard own == other else {
                throw Difference(step: number, operation: "\(operation)", store: own, model: other)
            }
        }
        let (own, other) = (Self.told { try Self.plain(store.state()) }, Self.told { try Self.plain(model.state()) })
        guard own == other else {
            throw Difference(step: operations.count, operation: "state", store: own, model: other)
        }
        guard let sums = try? Self.sums(of: store.state()), sums == [0, 0] else {
            throw Difference(step: operations.count, operation: "sums", store: own, model: "0")
        }
    }

    /// The sums of both assets' accounts; each must be nothing.
    package static func sums(of state: LedgerState) -> [Int64] {
        [false, true].map { isPlay in
            state.accounts.reduce(0) { $1.key.text.hasPrefix("play:") == isPlay ? $0 + $1.value.balance.amount : $0 }
        }
    }

    /// What a call gave, or the code that it failed with.
    private static func told<Value>(_ body: () throws -> Value) -> String {
        do {
            return "\(try body())"
        } catch let error as LedgerError {
            if case .storage = error.code { return "\(error.code) \(error.message) \(error.underlying ?? "")" }
            return "error \(error.code)"
        } catch {
            return "error \(error)"
        }
    }

    /// A state in a fixed order, without accounts that have nothing.
    private static func plain(_ state: LedgerState) -> String {
        let accounts = state.accounts.filter { $0.value.balance != .zero || $0.value.held != .zero }
            .map { "\($0.key) \($0.value.balance.amount)/\($0.value.held.amount)" }.sorted()
        let holds = state.holds.map { "\($0.key) \($0.value.amount.amount) \($0.value.purse) \($0.value.target)" }
            .sorted()
        let budgets = state.budgets.map {
            "\($0.budget.id) \($0.budget.scope) \($0.budget.per) \($0.budget.cap.amount) \($0.budget.zone) "
                + "\($0.window.start)-\($0.window.stop) \($0.window.spent.amount)/\($0.window.reserved.amount)"
        }
        return (accounts + holds + budgets).joined(separator: "\n    ")
    }

    private mutating func change(_ operation: LedgerOperation) -> (any LedgerStore) throws -> String {
        switch operation {
        case .hold(let request, let wish):
            let order = order(LedgerID(LedgerOperation.request(request)), wish, request: request, key: nil)
            return { "\(try $0.hold(order))" }
        case .keyedHold(let key, let hash, let expires, let isStale, let wish):
            let claim = LedgerOperation.claim(
                key, hash: hash, expires: (clock.now.millisecondsSinceEpoch + expires) * 1_000)
            keys[key] = claim
            let attempt = model.nextAttempt(claim) + (isStale ? 1 : 0)
            let order = order(claim.holdID(attempt: attempt), wish, request: 100 + key, key: claim)
            return { "\(try $0.hold(order))" }
        case .raise(let reference, let wish):
            // A hold's purse and job stay what they are.
            let id = id(reference)
            let open = (try? model.state())?.holds[id]
            var order = order(id, wish, request: 0, key: nil)
            order.purse = open?.purse ?? .credits
            order.job = model.job(of: id)
            return { [order] in "\(try $0.raise(order))" }
        case .post(let reference, let attempts, let isExpired, let hasResult, let points):
            let order = PostOrder(
                hold: id(reference), attempts: attempts.map(Self.charge), manner: isExpired ? .expired : .posted,
                task: .chat, result: hasResult ? [UInt8](repeating: 9, count: 32) : nil, rewardBasisPoints: points)
            return { "\(try $0.post(order))" }
        case .void(let reference):
            let id = id(reference)
            return { "\(try $0.void(id))" }
        case .grant, .setBudget, .removeBudget, .forget, .clock: return Self.apply(operation)
        }
    }

    private static func apply(_ operation: LedgerOperation) -> (any LedgerStore) throws -> String {
        let change: LedgerChange
        switch operation {
        case .grant(let number, let path, let amount):
            change = .grant(id: LedgerOperation.grant(number), to: path, amount: NanoUSD(amount), memo: "test")
        case .setBudget(let scope, let per, let cap): change = .setBudget(scope, per: per, cap: NanoUSD(cap))
        case .removeBudget(let scope, let per): change = .removeBudget(scope, per: per)
        case .forget(let key):
            let claim = LedgerOperation.claim(key, hash: nil, expires: 0)
            change = .forgetKey(scope: claim.scope, key: claim.key)
        case .hold, .keyedHold, .raise, .post, .void, .clock: return { _ in "" }
        }
        return { "\(try $0.apply(change))" }
    }

    private func id(_ reference: LedgerOperation.Reference) -> LedgerID {
        switch reference {
        case .request(let number): return LedgerID(LedgerOperation.request(number))
        case .key(let key, let back):
            let claim = keys[key] ?? LedgerOperation.claim(key, hash: nil, expires: 0)
            return claim.holdID(attempt: model.nextAttempt(claim) - 1 - Int64(back))
        }
    }

    private func order(_ id: LedgerID, _ wish: LedgerOperation.Wish, request: Int, key: KeyClaim?) -> HoldOrder {
        HoldOrder(
            id: id, purse: wish.purse, amount: NanoUSD(wish.amount), least: NanoUSD(wish.least), ifSent: NanoUSD(1),
            request: LedgerOperation.request(request), target: LedgerOperation.targets[wish.target],
            job: wish.job.map { LedgerOperation.jobs[$0] }, key: key)
    }

    private static func charge(_ attempt: LedgerOperation.Attempt) -> AttemptCharge {
        AttemptCharge(
            target: LedgerOperation.targets[attempt.target],
            usage: TokenUsage(uncachedInput: 10, visibleOutput: 5), costPicoUSD: attempt.cost,
            prices: PriceTable(base: TokenPrices(input: TokenPrice(picoUSD: 1), output: TokenPrice(picoUSD: 2))),
            claim: attempt.claim.map { UsageClaim(text: "claimed", cost: NanoUSD($0)) })
    }
}
