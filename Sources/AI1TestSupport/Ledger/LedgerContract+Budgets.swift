internal import AI1Core
internal import AI1Ledger

extension LedgerContract {
    private typealias Order = ContractOrder
    private static let day: Int64 = 86_400_000

    static let budgetChecks: [Check] = [
        Check(description: "of several budgets all bind, or nothing is held") { contract in
            let store = try contract.fresh().store
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            try store.apply(.setBudget(.job("brief"), per: .month, cap: NanoUSD(400)))
            try store.apply(.setBudget(.model("small"), per: .total, cap: NanoUSD(300)))
            try fails(.overBudget(isHeld: false), "a hold") { try store.hold(Order.hold(1, 350, job: "brief")) }
            try equal(try store.state().budgets.map(\.window.reserved.amount), [0, 0, 0], "reserved")
            try equal(try store.granted(Order.hold(2, 900, least: 1, job: "brief")), 300, "a hold that fits itself")
            try equal(try store.granted(Order.hold(3, 900, least: 1, target: Order.large)), 700, "another model's")
            try equal(try store.state().budgets.map(\.window.reserved.amount), [1_000, 300, 300], "reserved")
            try fails(.overBudget(isHeld: true), "one more") { try store.hold(Order.hold(4, 1, target: Order.large)) }
        },
        Check(description: "a window counts what was spent, and a model's only what that model cost") { contract in
            let store = try contract.fresh().store
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            try store.apply(.setBudget(.model("north/small"), per: .day, cap: NanoUSD(1_000)))
            _ = try store.hold(Order.hold(1, 500))
            _ = try store.raise(Order.hold(1, 800, target: Order.south))
            _ = try store.post(Order.post(1, [Order.attempt(100_000), Order.attempt(200_500, Order.south)]))
            try equal(try store.state().budgets.map(\.window.spent.amount), [301, 100], "spent")
            try equal(try store.state().budgets.map(\.window.reserved.amount), [0, 0], "reserved")
        },
        Check(description: "a raise to another model binds its budgets too") { contract in
            let store = try contract.fresh().store
            try store.apply(.setBudget(.model("south/small"), per: .total, cap: NanoUSD(600)))
            _ = try store.hold(Order.hold(1, 500))
            try fails(.overBudget(isHeld: false), "a raise") {
                try store.raise(Order.hold(1, 700, target: Order.south))
            }
            try equal(try store.raise(Order.hold(1, 700, least: 500, target: Order.south)).amount, 600, "the raise")
        },
        Check(description: "a hold stays in the windows that it began in") { contract in
            let (store, clock) = try contract.fresh(offsetSeconds: 3_600)
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            _ = try store.hold(Order.hold(1, 700))
            clock.advance(milliseconds: day)
            try equal(try store.granted(Order.hold(2, 1_000)), 1_000, "the next day's hold")
            _ = try store.post(Order.post(1, [Order.attempt(700_000)]))
            try equal(try store.state().budgets.map(\.window.spent.amount), [0], "spent today")
            try equal(try store.state().budgets.map(\.window.reserved.amount), [1_000], "reserved today")
        },
        Check(description: "a clock that goes back opens no window anew") { contract in
            let (store, clock) = try contract.fresh()
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            clock.advance(milliseconds: day)
            _ = try store.hold(Order.hold(1, 1_000))
            clock.set(byMilliseconds: -day)
            try fails(.overBudget(isHeld: true), "a hold") { try store.hold(Order.hold(2, 1)) }
        },
        Check(description: "a day begins at local midnight") { contract in
            // The clock of the check begins at 2026-01-01T00:00Z, which is 20:00 the day before four hours to the west.
            let (store, clock) = try contract.fresh(offsetSeconds: -4 * 3_600)
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            try store.apply(.setBudget(.account, per: .month, cap: NanoUSD(1_500)))
            _ = try store.hold(Order.hold(1, 1_000))
            clock.advance(milliseconds: 4 * 3_600_000 - 1)
            try fails(.overBudget(isHeld: true), "before midnight") { try store.hold(Order.hold(2, 1)) }
            clock.advance(milliseconds: 1)
            try equal(try store.granted(Order.hold(3, 1_000)), 1_000, "after midnight")
            try equal(
                try store.state().budgets.map(\.window.start), [1_767_240_000, 1_767_240_000], "the windows' beginning")
        },
        Check(description: "a budget that is set late counts what was spent before in its window") { contract in
            let (store, clock) = try contract.fresh()
            _ = try store.hold(Order.hold(1, 500, job: "brief"))
            _ = try store.post(Order.post(1, [Order.attempt(400_000)]))
            clock.advance(milliseconds: day)
            _ = try store.hold(Order.hold(2, 500, target: Order.south))
            _ = try store.post(Order.post(2, [Order.attempt(300_000, Order.south)]))
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            try store.apply(.setBudget(.account, per: .month, cap: NanoUSD(1_000)))
            try store.apply(.setBudget(.job("brief"), per: .total, cap: NanoUSD(1_000)))
            try store.apply(.setBudget(.model("south/small"), per: .total, cap: NanoUSD(1_000)))
            try equal(try store.state().budgets.map(\.window.spent.amount), [300, 700, 400, 300], "spent")
        },
        Check(description: "a request that was under way when a budget was set counts when it is charged") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.hold(1, 600))
            try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(1_000)))
            _ = try store.post(Order.post(1, [Order.attempt(400_000)]))
            try equal(try store.state().budgets.map(\.window.spent.amount), [400], "spent")
        },
        Check(description: "a new cap takes effect at once; removing and setting again forgets nothing") { contract in
            let store = try contract.fresh().store
            try store.apply(.setBudget(.account, per: .total, cap: NanoUSD(1_000)))
            _ = try store.hold(Order.hold(1, 600))
            _ = try store.post(Order.post(1, [Order.attempt(600_000)]))
            try store.apply(.setBudget(.account, per: .total, cap: NanoUSD(500)))
            try fails(.overBudget(isHeld: false), "a hold") { try store.hold(Order.hold(2, 1)) }
            try store.apply(.removeBudget(.account, per: .total))
            try fails(.notFound, "removing it twice") { try store.apply(.removeBudget(.account, per: .total)) }
            try equal(try store.granted(Order.hold(2, 1)), 1, "a hold without it")
            _ = try store.post(Order.post(2, [Order.attempt(1_000)]))
            try store.apply(.setBudget(.account, per: .total, cap: NanoUSD(700)))
            try equal(try store.state().budgets.map(\.window.spent.amount), [601], "spent")
            for cap in [-1, .max] as [Int64] {
                try fails(.invalid, "a cap of \(cap)") {
                    try store.apply(.setBudget(.account, per: .day, cap: NanoUSD(cap)))
                }
            }
        },
    ]
}
