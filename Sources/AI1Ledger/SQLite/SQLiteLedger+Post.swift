package import AI1Core
internal import AI1Storage

extension SQLiteLedger {
    package func post(_ order: PostOrder) throws -> Settlement {
        let outcome = try append(opensWindows: false) { appender -> Result<Settlement, LedgerError> in
            guard let row = try holdRow(order.hold, appender.connection) else {
                return .failure(Self.noSuchHold(order.hold))
            }
            switch row.state {
            case 0: break
            case 1, 3: return .success(try settlement(row, appender.connection))
            default: return .failure(Self.closed(order.hold))
            }
            let shares = try PostShares(order, held: row.amount, carry: { try appender.carry($0) })
            let legs = try legs(of: row.sequence, appender.connection)
            let rewards = try rewards(order, row, shares.charge, legs, appender)
            let reward = rewards.reduce(0) { $0 + $1.amount }
            let transfers = try transfers(row, shares, legs, rewards, appender)
            let spends = shares.spends(reward: reward)
            let state: KeyPart.State =
                order.result != nil ? .answered : order.manner == .expired ? .unknown : .failed
            var closed = row
            closed.charge = shares.charge
            closed.reward = reward
            closed.disputed = shares.disputed
            try appender.append(
                .post(
                    PostEvent(
                        hold: row.sequence, state: order.manner.rawValue, charge: shares.charge, reward: reward,
                        disputed: shares.disputed, task: order.task?.rawValue, day: calendar.day(appender.nowSeconds),
                        purse: row.purse.rawValue, job: row.job ?? "", transfers: transfers,
                        usages: try usages(order.attempts, appender),
                        windows: try windows(row, shares.charge, spends, appender),
                        carries: row.purse == .play ? [] : shares.carries, spends: spends,
                        keys: try keys(of: row, becoming: state, order.result, appender))))
            return .success(try settlement(closed, appender.connection))
        }
        return try outcome.get()
    }

    private func settlement(_ row: HoldRow, _ connection: Connection) throws -> Settlement {
        var free: Int64 = 0
        for path in row.purse.accounts {
            let account = try connection.statement(LedgerSQL.accountFree)
            account.bind(1, path.text)
            if try account.step() { free += account.integer(0) }
            account.reset()
        }
        return Settlement(
            charge: NanoUSD(row.charge), reward: NanoUSD(row.reward), disputed: NanoUSD(row.disputed),
            balance: row.purse == .tracked ? nil : NanoUSD(free), isPlay: row.purse == .play)
    }

    /// The reward of each account that pays, of its own class. Nothing when the pool cannot pay it whole.
    private func rewards(
        _ order: PostOrder, _ row: HoldRow, _ charge: Int64, _ legs: [Leg], _ appender: EventAppender
    ) throws -> [Leg] {
        guard row.purse == .credits, order.manner == .posted, order.rewardBasisPoints > 0 else { return [] }
        let rewards = Self.paid(charge, from: legs).map {
            Leg(account: $0.account, amount: Self.reward(of: $0.amount, basisPoints: order.rewardBasisPoints))
        }.filter { $0.amount > 0 }
        let pool = try appender.free(appender.account(.rewardsPool)).free
        return rewards.reduce(0) { $0 + $1.amount } <= pool ? rewards : []
    }

    /// So many hundredths of a per cent of an amount, rounded down.
    static func reward(of amount: Int64, basisPoints: Int64) -> Int64 {
        Int64(clamping: Int128(amount) * Int128(basisPoints) / 10_000)
    }

    /// A charge as parts of the accounts that hold it, in their order.
    private static func paid(_ charge: Int64, from legs: [Leg]) -> [Leg] {
        var rest = charge
        var paid: [Leg] = []
        for leg in legs where rest > 0 {
            paid.append(Leg(account: leg.account, amount: min(rest, leg.amount)))
            rest -= min(rest, leg.amount)
        }
        return paid
    }

    private func transfers(
        _ row: HoldRow, _ shares: PostShares, _ legs: [Leg], _ rewards: [Leg], _ appender: EventAppender
    ) throws -> [TransferEvent] {
        var entries = Self.paid(shares.charge, from: legs).map { Leg(account: $0.account, amount: -$0.amount) }
        if row.purse == .play {
            if shares.charge > 0 {
                entries.append(Leg(account: try appender.account(.playSpent), amount: shares.charge))
            }
        } else {
            for share in shares.providers where share.paid > 0 {
                entries.append(Leg(account: try appender.account(.payable(share.name)), amount: share.paid))
            }
            if shares.rounding != 0 {
                entries.append(Leg(account: try appender.account(.rounding), amount: shares.rounding))
            }
            if !rewards.isEmpty {
                let sum = rewards.reduce(0) { $0 + $1.amount }
                entries.append(Leg(account: try appender.account(.rewardsPool), amount: -sum))
                entries += rewards
            }
            for share in shares.providers where share.disputed > 0 {
                entries.append(Leg(account: try appender.account(.disputed), amount: -share.disputed))
                entries.append(Leg(account: try appender.account(.claimed(share.name)), amount: share.disputed))
            }
        }
        guard !entries.isEmpty else { return [] }
        return [
            TransferEvent(
                sequence: try appender.nextTransfer(), id: LedgerID(namespace: row.id, name: "post"), kind: .charge,
                memo: "", legs: entries)
        ]
    }

    private func usages(_ attempts: [AttemptCharge], _ appender: EventAppender) throws -> [UsagePart] {
        try attempts.map { attempt in
            let usage = attempt.usage
            return UsagePart(
                target: attempt.target.description,
                tokens: [
                    usage.uncachedInput, usage.cacheRead, usage.cacheWrite5m, usage.cacheWrite1h, usage.visibleOutput,
                    usage.reasoning, usage.audioInput, usage.audioOutput,
                ].map { max(0, $0) }, source: usage.source.rawValue,
                costPicoUSD: attempt.costPicoUSD.map { max(0, $0) },
                price: attempt.prices.known ? try appender.price(attempt.target, attempt.prices) : nil,
                claim: attempt.claim?.text, claimNanoUSD: attempt.claim?.cost?.amount)
        }
    }

    /// What each window has spent: those that were reserved, and of budgets that were set since then those of now. Of a model's
    /// budget only what that model cost.
    private func windows(
        _ row: HoldRow, _ charge: Int64, _ spends: [SpendPart], _ appender: EventAppender
    ) throws -> [WindowShare] {
        guard row.purse != .play else { return [] }
        var shares = try shares(of: row.sequence, appender.connection)
        for budget in try appender.activeBudgets() where !shares.contains(where: { $0.share.budget == budget.id }) {
            let isCovered = spends.contains { budget.scope.covers(target: TargetName($0.target), job: row.job) }
            guard isCovered else { continue }
            let window = try appender.window(of: budget, at: appender.nowSeconds, calendar: calendar)
            shares.append((budget.scope, CoveringBudget(budget: budget, window: window).share(0)))
        }
        return shares.map { scope, share in
            var share = share
            share.amount = charge
            if case .model = scope {
                share.amount = spends.filter { scope.covers(target: TargetName($0.target), job: nil) }
                    .reduce(0) { $0 + $1.charge }
            }
            return share
        }
    }
}

extension EventAppender {
    /// What a provider is owed beyond whole nano-dollars: 0 to 999 pico-dollars.
    func carry(_ provider: String) throws -> Int64 {
        let row = try connection.statement(LedgerSQL.carry)
        row.bind(1, provider)
        defer { row.reset() }
        return try row.step() ? row.integer(0) : 0
    }

    /// The number under which a model's prices are noted; they are noted when they are new.
    func price(_ target: TargetName, _ prices: PriceTable) throws -> Int64 {
        let text = prices.canonicalText
        let row = try connection.statement(LedgerSQL.price)
        row.bind(1, target.description)
        row.bind(2, text)
        if try row.step() {
            defer { row.reset() }
            return row.integer(0)
        }
        let number = (try connection.integer("SELECT max(id) FROM price_snapshot") ?? 0) + 1
        try append(.price(PriceEvent(id: number, target: target.description, prices: text)))
        return number
    }
}
