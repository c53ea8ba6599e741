internal import AI1Core

/// What a new ledger begins with.
enum Founding {
    /// Given to every new user.
    static let promo = NanoUSD(500 * NanoUSD.perCredit)
    /// For the sandbox; filled up again when they are spent.
    static let play = NanoUSD(500 * NanoUSD.perCredit)
    /// What usage rewards are paid from.
    static let rewardsPool = NanoUSD(10_000 * NanoUSD.perCredit)

    private static let accounts: [(path: AccountPath, asset: Asset, floor: Int64?)] = [
        (.world, .usd, nil), (.playWorld, .play, nil), (.promo, .usd, 0), (.declared, .usd, 0), (.deposited, .usd, 0),
        (.tracked, .usd, nil), (.play, .play, 0), (.rewardsPool, .usd, 0), (.rounding, .usd, nil),
        (.playSpent, .play, nil), (.disputed, .usd, nil),
    ]

    /// The first events.
    static func write(_ appender: EventAppender) throws {
        var generator = SystemRandomNumberGenerator()
        let ledger = LedgerID(high: generator.next(), low: generator.next())
        try appender.append(.genesis(Genesis(version: 1, ledger: ledger)))
        for (number, account) in accounts.enumerated() {
            try appender.append(
                .openAccount(
                    AccountOpening(
                        account: Int64(number + 1), path: account.path.text, asset: account.asset.rawValue,
                        floor: account.floor)))
        }
        let grants: [(AccountPath, AccountPath, NanoUSD, String)] = [
            (.world, .promo, promo, "credits to start with"),
            (.world, .rewardsPool, rewardsPool, "pool of usage rewards"),
            (.playWorld, .play, play, "play credits"),
        ]
        for (from, to, amount, memo) in grants {
            try appender.transfer(
                Transfer(
                    id: LedgerID(namespace: ledger, name: "founding:\(to)"), memo: memo,
                    legs: [(from, NanoUSD(-amount.amount)), (to, amount)]), kind: .grant)
        }
    }
}
