internal import AI1Core
internal import AI1Ledger

extension LedgerContract {
    private typealias Order = ContractOrder
    private static let hash = [UInt8](repeating: 1, count: 32)
    private static let answer = [UInt8](repeating: 2, count: 32)

    private static func claim(_ hash: [UInt8]? = hash, expires: Int64 = .max, scope: String = "key") -> KeyClaim {
        KeyClaim(scope: scope, key: "k", requestHash: hash, expires: expires)
    }

    private static func post(_ attempt: Int64, result: [UInt8]?, manner: PostOrder.Manner = .posted) -> PostOrder {
        PostOrder(
            hold: claim().holdID(attempt: attempt), attempts: [Order.attempt(5_000)], manner: manner, result: result)
    }

    static let keyChecks: [Check] = [
        Check(description: "a key has one effect, and then its answer") { contract in
            let store = try contract.fresh().store
            let order = Order.keyed(claim(), attempt: 1, 100)
            try equal(try store.granted(order), 100, "the first")
            try equal(try store.hold(order), .underWay(order.id), "the second")
            _ = try store.post(post(1, result: answer))
            try equal(try store.hold(order), .answered(result: answer), "the third")
            try equal(
                try store.hold(Order.keyed(claim(nil), attempt: 2, 1)), .answered(result: answer), "without a hash")
            try equal(try store.account(.promo), [4_999_999_995, 0], "promo")
        },
        Check(description: "a key that was used for another request is a conflict") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.keyed(claim(), attempt: 1, 100))
            let other = claim([UInt8](repeating: 9, count: 32))
            for _ in 0..<2 {
                try fails(.keyConflict, "another request") { try store.hold(Order.keyed(other, attempt: 1, 100)) }
                _ = try store.post(post(1, result: answer))
            }
            try equal(
                try store.granted(Order.keyed(claim(scope: "once"), attempt: 1, 7)), 7, "the same key of another scope")
        },
        Check(description: "after a void or a cut answer the next attempt may be made") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.keyed(claim(), attempt: 1, 100))
            try store.void(claim().holdID(attempt: 1))
            try fails(.holdClosed, "the old attempt") { try store.hold(Order.keyed(claim(), attempt: 1, 100)) }
            try equal(try store.granted(Order.keyed(claim(), attempt: 2, 100)), 100, "the second attempt")
            _ = try store.post(post(2, result: nil))
            try equal(try store.granted(Order.keyed(claim(), attempt: 3, 100)), 100, "the third attempt")
            try fails(.holdClosed, "one that is not the next") {
                try store.hold(Order.keyed(claim(scope: "once"), attempt: 2, 100))
            }
        },
        Check(description: "a lost answer is unknown until it is forgotten") { contract in
            let store = try contract.fresh().store
            _ = try store.hold(Order.keyed(claim(), attempt: 1, 100))
            _ = try store.post(post(1, result: nil, manner: .expired))
            try fails(.unknownOutcome, "the second") { try store.hold(Order.keyed(claim(), attempt: 2, 100)) }
            try store.apply(.forgetKey(scope: "key", key: "k"))
            try equal(try store.granted(Order.keyed(claim(), attempt: 2, 100)), 100, "after it was forgotten")
        },
        Check(description: "an answer is kept until its time is over, a request under way as long as it takes") {
            contract in
            let (store, clock) = try contract.fresh()
            let expires = (clock.now.millisecondsSinceEpoch + 1_000) * 1_000
            _ = try store.hold(Order.keyed(claim(expires: expires), attempt: 1, 100))
            clock.advance(milliseconds: 5_000)
            let order = Order.keyed(claim(expires: .max), attempt: 2, 100)
            try equal(try store.hold(order), .underWay(claim().holdID(attempt: 1)), "a request under way")
            _ = try store.post(post(1, result: answer))
            try equal(try store.granted(order), 100, "after its time")
        },
        Check(description: "a key's hold that is refused leaves the key as it was") { contract in
            let store = try contract.fresh().store
            try fails(.notEnough(isHeld: false), "a hold") {
                try store.hold(Order.keyed(claim(), attempt: 1, 5_000_000_001))
            }
            try equal(try store.granted(Order.keyed(claim(), attempt: 1, 1)), 1, "the same attempt")
        },
    ]
}
