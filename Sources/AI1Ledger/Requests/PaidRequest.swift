package import AI1Core
internal import AI1Storage
internal import Synchronization

/// The money of one request: makes its hold in a ledger, keeps the file that says how far it has come, and closes both.
/// A request that goes from the sandbox to a real provider, or back, has a hold in each purse.
package final class PaidRequest: CreditLedger {
    /// What a paid request needs of a ledger beside the store itself.
    package struct Hooks: Sendable {
        /// The hold that the next use of a key makes.
        package var nextKeyedHold: @Sendable (KeyClaim) throws -> LedgerID
        /// Closes the holds of requests whose owners are gone.
        package var sweep: @Sendable () throws -> Void
        /// Makes ready for the charge.
        package var prepare: @Sendable () -> Void
        /// Told once, when a wait for credits begins that other requests hold.
        package var waits: @Sendable () -> Void

        package init(
            nextKeyedHold: @escaping @Sendable (KeyClaim) throws -> LedgerID,
            sweep: @escaping @Sendable () throws -> Void, prepare: @escaping @Sendable () -> Void = {},
            waits: @escaping @Sendable () -> Void = {}
        ) {
            self.nextKeyedHold = nextKeyedHold
            self.sweep = sweep
            self.prepare = prepare
            self.waits = waits
        }
    }

    /// One purse's hold.
    private struct Part {
        let id: LedgerID
        let file: InflightFile
    }

    private struct State {
        var parts: [Purse: Part] = [:]
        /// The purse that the key's hold is in.
        var first: Purse?
        var isKeyTaken = false
        var hasWaited = false
    }

    private static let firstPauseMilliseconds: Int64 = 50
    private static let longestPauseMilliseconds: Int64 = 1_000
    /// How often a key's hold is tried whose attempt others have just taken.
    private static let keyAttempts = 16

    private let store: any LedgerStore
    private let hooks: Hooks
    private let inflight: InflightFolder
    private let kept: KeptAnswerFolder
    private let tags: RequestTags
    private let clock: any WallClock
    private let rewardBasisPoints: Int64
    private let state = Mutex(State())

    /// - Parameter rewardBasisPoints: the usage reward in hundredths of a per cent
    package init(
        store: any LedgerStore, hooks: Hooks, inflight: InflightFolder, kept: KeptAnswerFolder, tags: RequestTags,
        clock: any WallClock, rewardBasisPoints: Int64
    ) {
        self.store = store
        self.hooks = hooks
        self.inflight = inflight
        self.kept = kept
        self.tags = tags
        self.clock = clock
        self.rewardBasisPoints = rewardBasisPoints
    }

    /// Whether the hold was refused because another request took the key first: nothing was sent, and that request's answer
    /// is to be waited for.
    package var isKeyTaken: Bool { state.withLock { $0.isKeyTaken } }

    package func hold(_ wish: HoldWish) async throws -> GrantedHold {
        let purse = tags.purse(for: wish.target)
        let (part, amount) = try await waiting(wish) { try self.make(wish, purse, key: self.tags.key) }
        state.withLock {
            $0.parts[purse] = part
            $0.first = purse
        }
        return GrantedHold(id: HoldID(part.id.description), amount: amount)
    }

    package func raise(_ hold: HoldID, _ wish: HoldWish) async throws -> NanoUSD {
        let purse = tags.purse(for: wish.target)
        guard let part = state.withLock({ $0.parts[purse] }) else {
            let (part, amount) = try await waiting(wish) { try self.make(wish, purse, key: nil) }
            state.withLock { $0.parts[purse] = part }
            return amount
        }
        return try await waiting(wish) { try self.store.raise(self.order(part.id, purse, wish, key: nil)) }
    }

    package func progress(_ hold: HoldID, attempts: [AttemptCharge]) {
        for (purse, part) in state.withLock({ $0.parts }) {
            part.file.write(attempts.filter { tags.purse(for: $0.target) == purse })
        }
    }

    package func prepareToPost() async { hooks.prepare() }

    package func post(_ hold: HoldID, _ bill: Bill) async throws -> Settlement {
        let (parts, first) = state.withLock { ($0.parts, $0.first) }
        guard let last = bill.attempts.last.map({ tags.purse(for: $0.target) }), let first else { throw Self.noHold }
        var result: [UInt8]?
        var keeping: (any Error)?
        if let key = tags.key, let answer = bill.answer {
            do {
                let now = clock.now.millisecondsSinceEpoch * 1_000
                result = try kept.write(answer, expires: key.expires, now: now)
            } catch {
                keeping = error
            }
        }
        var settlement: Settlement?
        var problem: (any Error)?
        // The key's hold last: it says that there is an answer.
        for (purse, part) in parts.sorted(by: { $0.key != first && $1.key == first }) {
            let attempts = bill.attempts.filter { tags.purse(for: $0.target) == purse }
            let result = purse == first ? result : nil
            if let result { part.file.write(attempts, result: result) }
            do {
                let settled = try close(part, attempts, result, bill.task)
                if purse == last { settlement = settled }
                part.file.remove()
            } catch {
                // The file stays, and says what is to be charged: the next sweep books it.
                part.file.release()
                problem = problem ?? error
            }
        }
        if let problem { throw problem }
        guard var settlement else { throw Self.noHold }
        if let keeping {
            let reason = (keeping as? any AI1Error)?.message ?? "\(keeping)"
            settlement.note = "the answer could not be kept under its key, so the next run asks again: \(reason)"
        }
        return settlement
    }

    private func close(
        _ part: Part, _ attempts: [AttemptCharge], _ result: [UInt8]?, _ task: TaskKind?
    ) throws -> Settlement? {
        if attempts.isEmpty, result == nil {
            try store.void(part.id)
            return nil
        }
        return try store.post(
            PostOrder(
                hold: part.id, attempts: attempts, task: task, result: result, rewardBasisPoints: rewardBasisPoints))
    }

    package func void(_ hold: HoldID) async throws {
        var problem: (any Error)?
        for (_, part) in state.withLock({ $0.parts }) {
            do {
                try store.void(part.id)
                part.file.remove()
            } catch {
                part.file.release()
                problem = problem ?? error
            }
        }
        if let problem { throw problem }
    }

    /// Makes a purse's hold with its file, which is there before the hold is.
    private func make(_ wish: HoldWish, _ purse: Purse, key: KeyClaim?) throws -> (Part, NanoUSD) {
        guard let key else {
            let isFirst = state.withLock { $0.first == nil }
            let request = LedgerID(wish.request)
            let id = isFirst ? request : LedgerID(namespace: request, name: "purse \(purse.rawValue)")
            return try make(order(id, purse, wish, key: nil))
        }
        for _ in 0..<Self.keyAttempts {
            do {
                return try make(order(try hooks.nextKeyedHold(key), purse, wish, key: key))
            } catch let error as LedgerError where error.code == .holdClosed {
                // Its attempt was taken in between: by a process that is at work on it, or that is done with it.
                continue
            }
        }
        throw keyTaken()
    }

    private func make(_ order: HoldOrder) throws -> (Part, NanoUSD) {
        let file = try inflight.begin(order.id)
        do {
            switch try store.hold(order) {
            case .granted(let id, let amount): return (Part(id: id, file: file), amount)
            case .answered, .underWay: throw keyTaken()
            }
        } catch let error as LedgerError where error.code == .storage(.inputOutput) {
            // The hold may have been made: the empty file lets a sweeper release it.
            file.release()
            throw error
        } catch {
            file.remove()
            throw error
        }
    }

    private func keyTaken() -> LedgerError {
        state.withLock { $0.isKeyTaken = true }
        return LedgerError(
            .keyBusy, message: "another request under this key is under way", hint: "wait until it is done")
    }

    private func order(_ id: LedgerID, _ purse: Purse, _ wish: HoldWish, key: KeyClaim?) -> HoldOrder {
        HoldOrder(
            id: id, purse: purse, amount: wish.amount, least: wish.least, ifSent: wish.ifSent, request: wish.request,
            target: wish.target, job: tags.job, key: key)
    }

    /// Tries, and while only other requests' holds are in the way tries again until the wish's wait is over. What dead
    /// processes hold is set free first.
    private func waiting<Value>(_ wish: HoldWish, _ body: () throws -> Value) async throws -> Value {
        let start = clock.monotonicNanoseconds
        var pause = Self.firstPauseMilliseconds
        var mustSweep = true
        while true {
            do {
                return try body()
            } catch let error as LedgerError where error.isHeldByOthers {
                if mustSweep {
                    try? hooks.sweep()
                    mustSweep = false
                    continue
                }
                let left = wish.waitMilliseconds - (clock.monotonicNanoseconds - start) / 1_000_000
                guard left > 0 else { throw error }
                tellWait()
                try await clock.sleep(milliseconds: min(pause, left))
                mustSweep = pause == Self.longestPauseMilliseconds
                pause = min(pause * 2, Self.longestPauseMilliseconds)
            }
        }
    }

    private func tellWait() {
        let isFirst = state.withLock { state in
            defer { state.hasWaited = true }
            return !state.hasWaited
        }
        if isFirst { hooks.waits() }
    }

    private static var noHold: LedgerError {
        LedgerError(.noSuchHold, message: "the request has no hold")
    }
}

extension LedgerError {
    /// Whether only credits that others have set aside are missing.
    fileprivate var isHeldByOthers: Bool {
        switch code {
        case .notEnough(let isHeld), .overBudget(let isHeld): isHeld
        default: false
        }
    }
}
