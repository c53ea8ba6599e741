internal import AI1Ledger

extension LedgerOperation {
    private static let day: Int64 = 86_400_000

    /// A sequence of random steps.
    package static func sequence(_ random: SeededRandom, count: Int) -> [LedgerOperation] {
        (0..<count).map { _ in step(random) }
    }

    private static func step(_ random: SeededRandom) -> LedgerOperation {
        switch number(random, 100) {
        case 0..<26: return .hold(request: number(random, 8), wish(random))
        case 26..<38:
            return .keyedHold(
                key: number(random, 4), hash: number(random, 3) == 0 ? nil : number(random, 8) == 0 ? 2 : 1,
                expiresMilliseconds: Int64(number(random, 4)) * day, isStale: number(random, 12) == 0, wish(random))
        case 38..<50: return .raise(reference(random), wish(random))
        case 50..<74:
            return .post(
                reference(random), (0..<number(random, 4)).map { _ in attempt(random) },
                isExpired: number(random, 5) == 0, hasResult: number(random, 2) == 0,
                rewardBasisPoints: [0, 1_000, 1, 9_999, 10_000][number(random, 5)])
        case 74..<82: return .void(reference(random))
        case 82..<87:
            let accounts: [AccountPath] = [.declared, .deposited, .promo, .play, .declared]
            return .grant(number(random, 6), accounts[number(random, 5)], amount(random))
        case 87..<93:
            return .setBudget(scopes[number(random, 6)], Budget.Period.allCases[number(random, 3)], amount(random))
        case 93..<95: return .removeBudget(scopes[number(random, 6)], Budget.Period.allCases[number(random, 3)])
        case 95..<97: return .forget(key: number(random, 4))
        default: return .clock([1, 3_600_000, day, 9 * day, -3_600_000, -day][number(random, 6)])
        }
    }

    private static func number(_ random: SeededRandom, _ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    private static func reference(_ random: SeededRandom) -> Reference {
        number(random, 3) > 0
            ? .request(number(random, 8)) : .key(number(random, 4), back: number(random, 6) == 0 ? 1 : 0)
    }

    private static func wish(_ random: SeededRandom) -> Wish {
        let purses: [Purse] = [.credits, .credits, .credits, .credits, .credits, .play, .tracked]
        let amount = amount(random)
        let least = [amount, amount, amount / 2, 1, 0, amount &+ 5][number(random, 6)]
        return Wish(
            purse: purses[number(random, 7)], amount: amount, least: max(0, least), target: number(random, 4),
            job: number(random, 3) == 0 ? nil : number(random, 2))
    }

    private static func attempt(_ random: SeededRandom) -> Attempt {
        let cost =
            min(max(-1, amount(random)), 1_000_000_000_000) * [1, 1_000, 333][number(random, 3)]
            + Int64(number(random, 1_000))
        return Attempt(
            target: number(random, 4), cost: number(random, 10) == 0 ? nil : cost,
            claim: number(random, 6) == 0 ? min(amount(random), 1_000_000_000_000) : nil)
    }

    /// Amounts of every size, from nothing to more than there is, and now and then one that cannot be.
    private static func amount(_ random: SeededRandom) -> Int64 {
        switch number(random, 40) {
        case 0: return 0
        case 1: return [-1, 100_000_000_000_000_001, .max, .min][number(random, 4)]
        case 2..<6: return 5_000_000_000
        default:
            var power: Int64 = 1
            for _ in 0..<number(random, 10) { power *= 10 }
            return power * Int64(1 + number(random, 30))
        }
    }
}
