internal import AI1Core
internal import AI1Ledger

extension LedgerContract {
    private typealias Order = ContractOrder
    private static let start: Int64 = 5_000_000_000

    static let holdChecks: [Check] = [
        Check(description: "a new ledger has what every user is given") { contract in
            let store = try contract.fresh().store
            try equal(try store.account(.promo), [start, 0], "promo")
            try equal(try store.account(.play), [start, 0], "play")
            try equal(LedgerMatch.sums(of: try store.state()), [0, 0], "the sums")
        },
        Check(description: "a hold takes promo before declared before deposited credits") { contract in
            let store = try contract.fresh().store
            try store.apply(Order.grant(1, .deposited, 1_000))
            try store.apply(Order.grant(2, .declared, 2_000))
            try equal(try store.granted(Order.hold(1, start + 2_500)), start + 2_500, "the hold")
            try equal(try store.account(.promo), [start, start], "promo")
            try equal(try store.account(.declared), [2_000, 2_000], "declared")
            try equal(try store.account(.deposited), [1_000, 500], "deposited")
        },
        Check(description: "a hold fits itself between the least and what is wanted") { contract in
            let store = try contract.fresh().store
            try equal(try store.granted(Order.hold(1, 3 * start, least: 10)), start, "the hold")
            try fails(.notEnough(isHeld: true), "another") { try store.hold(Order.hold(2, 100, least: 1)) }
            try fails(.notEnough(isHeld: false), "a large one") { try store.hold(Order.hold(3, start + 1)) }
            try equal(try store.account(.promo), [start, start], "promo")
        },
        Check(description: "a hold of nothing is granted also when nothing is left") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, start))
            try store.apply(.setBudget(.account, per: .day, cap: .zero))
            try equal(try store.granted(Order.hold(2, 0)), 0, "the hold")
        },
        Check(description: "the same hold twice is one; for another request it is refused") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 100))
            try equal(try store.granted(Order.hold(1, 999)), 100, "the second")
            var other = Order.hold(1, 100)
            other.request = Order.request(9)
            try fails(.holdClosed, "another request's") { try store.hold(other) }
            try store.void(Order.id(1))
            try fails(.holdClosed, "a closed one's") { try store.hold(Order.hold(1, 100)) }
        },
        Check(description: "amounts that cannot be are refused, whatever the purse") { contract in
            let store = try contract.fresh().store
            for purse in Purse.allCases {
                for amount in [-1, .min, 100_000_000_000_000_001, .max] as [Int64] {
                    try fails(.invalid, "\(amount)") { try store.hold(Order.hold(1, amount, purse: purse)) }
                }
            }
            try equal(try store.account(.play), [start, 0], "play")
        },
        Check(description: "a raise keeps what is held where it is, and takes more in order") { contract in
            let store = try contract.fresh().store
            try store.apply(Order.grant(1, .declared, 1_000))
            _ = try store.hold(Order.hold(1, start))
            _ = try store.hold(Order.hold(2, 300))
            try store.void(Order.id(1))
            try equal(try store.raise(Order.hold(2, 1_000)).amount, 1_000, "the raise")
            try equal(try store.account(.promo), [start, 700], "promo")
            try equal(try store.account(.declared), [1_000, 300], "declared")
        },
        Check(description: "a raise never lowers, and one that is refused changes nothing") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 500))
            try equal(try store.raise(Order.hold(1, 10)).amount, 500, "a lower raise")
            try fails(.notEnough(isHeld: false), "a raise") { try store.raise(Order.hold(1, start + 1)) }
            try equal(try store.account(.promo), [start, 500], "promo")
            try equal(try store.raise(Order.hold(1, start + 1, least: 600)).amount, start, "a raise that fits itself")
            try fails(.noSuchHold, "an unknown hold's") { try store.raise(Order.hold(2, 1)) }
        },
        Check(description: "a void releases everything, once") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 500))
            try store.void(Order.id(1))
            try store.void(Order.id(1))
            try equal(try store.account(.promo), [start, 0], "promo")
            try require(try store.state().holds.isEmpty, "a hold is still open")
            try fails(.holdClosed, "a raise after it") { try store.raise(Order.hold(1, 600)) }
            try fails(.holdClosed, "a post after it") { try store.post(Order.post(1, [])) }
            try fails(.noSuchHold, "an unknown hold's") { try store.void(Order.id(2)) }
        },
        Check(description: "play credits fill themselves up, and no budget counts them") { contract in
            let store = try contract.fresh().store
            try store.apply(.setBudget(.account, per: .total, cap: NanoUSD(1)))
            try equal(try store.granted(Order.hold(1, 3 * start, purse: .play)), 3 * start, "the hold")
            let settlement = try store.post(Order.post(1, [Order.attempt(2_000_000)], reward: 1_000))
            try require(settlement.isPlay && settlement.charge == NanoUSD(2_000), "\(settlement)")
            try equal(settlement.reward, .zero, "the reward")
            try equal(try store.account(.playSpent), [2_000, 0], "what was played away")
            try equal(LedgerMatch.sums(of: try store.state()), [0, 0], "the sums")
        },
        Check(description: "a tracked purse has no floor, and budgets bind it") { contract in
            let store = try contract.fresh().store
            try store.apply(.setBudget(.account, per: .total, cap: NanoUSD(9_000)))
            _ = try store.hold(Order.hold(1, 8_000, purse: .tracked))
            try fails(.overBudget(isHeld: true), "another") { try store.hold(Order.hold(2, 8_000, purse: .tracked)) }
            let settlement = try store.post(Order.post(1, [Order.attempt(5_000_000)]))
            try equal(settlement.balance, nil, "the balance")
            try equal(try store.account(.tracked), [-5_000, 0], "tracked")
        },
    ]
}
