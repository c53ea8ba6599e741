import AI1Core
import AI1Engine
import Synchronization

/// A ledger that writes down what it is asked. It has so many credits, and grants what is left of them down to the least
/// that is taken.
final class RecordingLedger: CreditLedger {
    enum Call: Hashable, Sendable {
        case hold(HoldWish)
        case raise(HoldWish)
        case progress([AttemptCharge])
        case post(Bill)
        case void
    }

    private let limit: NanoUSD
    private let refused: Set<String>
    private let settlement: Settlement
    private let log = Mutex<[Call]>([])

    /// - Parameters:
    ///   - limit: what one request may hold
    ///   - refusing: providers whose budgets allow nothing
    init(limit: NanoUSD = NanoUSD(.max), refusing refused: Set<String> = []) {
        self.limit = limit
        self.refused = refused
        settlement = Settlement(
            charge: NanoUSD(7), reward: NanoUSD(1), disputed: .zero, balance: NanoUSD(99), isPlay: false)
    }

    var calls: [Call] { log.withLock { $0 } }
    var holds: [HoldWish] { calls.compactMap { if case .hold(let wish) = $0 { wish } else { nil } } }
    var raises: [HoldWish] { calls.compactMap { if case .raise(let wish) = $0 { wish } else { nil } } }
    var progress: [[AttemptCharge]] {
        calls.compactMap { if case .progress(let charges) = $0 { charges } else { nil } }
    }
    var bills: [Bill] { calls.compactMap { if case .post(let bill) = $0 { bill } else { nil } } }

    private func grant(_ wish: HoldWish) throws -> NanoUSD {
        guard wish.least <= limit, !refused.contains(wish.target.provider) else {
            throw EngineError(.credits, message: "not enough credits", hint: "ai1 credits add 500")
        }
        return min(wish.amount, limit)
    }

    func hold(_ wish: HoldWish) async throws -> GrantedHold {
        log.withLock { $0.append(.hold(wish)) }
        return GrantedHold(id: HoldID("h"), amount: try grant(wish))
    }

    func raise(_ hold: HoldID, _ wish: HoldWish) async throws -> NanoUSD {
        log.withLock { $0.append(.raise(wish)) }
        return try grant(wish)
    }

    func progress(_ hold: HoldID, attempts: [AttemptCharge]) { log.withLock { $0.append(.progress(attempts)) } }

    func post(_ hold: HoldID, _ bill: Bill) async throws -> Settlement {
        log.withLock { $0.append(.post(bill)) }
        return settlement
    }

    func void(_ hold: HoldID) async throws { log.withLock { $0.append(.void) } }
}
