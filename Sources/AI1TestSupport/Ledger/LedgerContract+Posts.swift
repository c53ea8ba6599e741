internal import AI1Core
internal import AI1Ledger

extension LedgerContract {
    private typealias Order = ContractOrder
    private static let start: Int64 = 5_000_000_000

    static let postChecks: [Check] = [
        Check(description: "a post charges the sum of all attempts, rounded up once, and releases the rest") {
            contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 10_000))
            let settlement = try store.post(
                Order.post(1, [Order.attempt(1_001), Order.attempt(2_002, Order.south), Order.attempt(nil)]))
            try equal(settlement.charge, NanoUSD(4), "the charge")
            try equal(settlement.balance, NanoUSD(start - 4), "the balance")
            try equal(try store.account(.promo), [start - 4, 0], "promo")
            try equal(try store.account(.payable("north")), [1, 0], "north")
            try equal(try store.account(.payable("south")), [2, 0], "south")
            try equal(try store.account(.rounding), [1, 0], "rounding")
        },
        Check(description: "what a provider is owed below a nano-dollar is carried to its next charge") { contract in
            let store = try contract.fresh().store
            for number in 1...10 as ClosedRange<UInt64> {
                _ = try store.hold(Order.hold(number, 10))
                _ = try store.post(Order.post(number, [Order.attempt(900)]))
            }
            try equal(try store.account(.payable("north")), [9, 0], "north")
            try equal(try store.account(.rounding), [1, 0], "rounding")
            try equal(try store.account(.promo), [start - 10, 0], "promo")
        },
        Check(description: "a charge never exceeds its hold; the rest is disputed") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 1_000))
            let settlement = try store.post(
                Order.post(1, [Order.attempt(1_500_000), Order.attempt(700_000, Order.south)]))
            try equal(settlement.charge, NanoUSD(1_000), "the charge")
            try equal(settlement.disputed, NanoUSD(1_200), "what is disputed")
            try equal(try store.account(.disputed), [-1_200, 0], "disputed")
            try equal(try store.account(.payable("north")), [1_000, 0], "north")
            try equal(try store.account(.claimed("south")), [700, 0], "south's claim")
            try equal(LedgerMatch.sums(of: try store.state()), [0, 0], "the sums")
        },
        Check(description: "what a provider claims beyond belief is disputed and not charged") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 1_000))
            let settlement = try store.post(
                Order.post(1, [Order.attempt(5_000, claim: 900_000), Order.attempt(5_000, claim: .min)]))
            try equal(settlement.charge, NanoUSD(10), "the charge")
            try equal(settlement.disputed, NanoUSD(899_995), "what is disputed")
        },
        Check(description: "a post twice is one, and tells the same again") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 1_000))
            let first = try store.post(Order.post(1, [Order.attempt(5_000)]))
            try equal(try store.post(Order.post(1, [Order.attempt(9_000)])), first, "the second")
            try fails(.holdClosed, "a void after it") { try store.void(Order.id(1)) }
            try fails(.noSuchHold, "an unknown hold's") { try store.post(Order.post(2, [])) }
            try equal(try store.account(.promo), [start - 5, 0], "promo")
        },
        Check(description: "a post of nothing charges nothing") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 1_000))
            let settlement = try store.post(Order.post(1, [Order.attempt(nil), Order.attempt(0)], reward: 1_000))
            try equal(settlement.charge, .zero, "the charge")
            try equal(try store.account(.promo), [start, 0], "promo")
        },
        Check(description: "a reward is of the class of the credits spent, rounded down, from the pool") { contract in
            let store = try contract.fresh().store
            try store.apply(Order.grant(1, .declared, 1_000_000))
            _ = try store.hold(Order.hold(1, start + 1_000))
            let settlement = try store.post(Order.post(1, [Order.attempt((start + 999) * 1_000)], reward: 1_000))
            try equal(settlement.reward, NanoUSD(start / 10 + 99), "the reward")
            try equal(try store.account(.promo), [start / 10, 0], "promo")
            try equal(try store.account(.declared), [1_000_000 - 999 + 99, 0], "declared")
            try equal(try store.account(.rewardsPool), [100_000_000_000 - start / 10 - 99, 0], "the pool")
        },
        Check(description: "there is no reward for what a sweeper posts, for a tracked purse, or from an empty pool") {
            contract in
            let store = try contract.fresh().store
            try store.apply(Order.grant(1, .declared, 2_000_000_000_000))
            _ = try store.hold(Order.hold(1, 100_000))
            let swept = try store.post(Order.post(1, [Order.attempt(90_000_000)], manner: .expired, reward: 1_000))
            try equal(swept.reward, .zero, "a sweeper's reward")
            _ = try store.hold(Order.hold(2, 100_000, purse: .tracked))
            try equal(
                try store.post(Order.post(2, [Order.attempt(90_000_000)], reward: 1_000)).reward, .zero, "tracked")
            _ = try store.hold(Order.hold(3, 1_500_000_000_000))
            let large = try store.post(Order.post(3, [Order.attempt(1_400_000_000_000_000)], reward: 1_000))
            try equal(large.reward, .zero, "a reward beyond the pool")
        },
        Check(description: "a grant twice is one; another amount under its name is refused") { contract in
            let store = try contract.fresh().store
            try store.apply(Order.grant(1, .declared, 100))
            try store.apply(Order.grant(1, .declared, 100))
            try equal(try store.account(.declared), [100, 0], "declared")
            try fails(.keyConflict, "another amount") { try store.apply(Order.grant(1, .declared, 101)) }
            try fails(.keyConflict, "another account") { try store.apply(Order.grant(1, .deposited, 100)) }
            for amount in [0, -1, .max] as [Int64] {
                try fails(.invalid, "\(amount)") { try store.apply(Order.grant(2, .declared, amount)) }
            }
        },
    ]
}
