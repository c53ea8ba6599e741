package import AI1Core
internal import AI1Storage

extension SQLiteLedger {
    /// The most that one hold may set aside: far above any request, far below what sums could overflow.
    static let largestAmount: Int64 = 100_000_000_000_000_000

    package func hold(_ order: HoldOrder) throws -> HoldOutcome {
        let outcome = try append { appender -> Result<HoldOutcome, LedgerError> in
            if let open = try openHold(order, appender) { return .success(open) }
            var keys: [KeyPart] = []
            let sequence = (try appender.connection.integer("SELECT max(seq) FROM hold") ?? 0) + 1
            if let claim = order.key {
                switch try keyState(claim, appender.connection, now: appender.now) {
                case .failure(let error): return .failure(error)
                case .success(.taken(let outcome)): return .success(outcome)
                case .success(.free(let attempt)):
                    guard claim.holdID(attempt: attempt) == order.id else {
                        return .failure(
                            LedgerError(.holdClosed, message: "the key's attempt \(attempt) has another hold"))
                    }
                    keys = [
                        KeyPart(
                            scope: claim.scope, key: claim.key, attempt: attempt, requestHash: claim.requestHash,
                            hold: sequence, state: .underWay, result: nil, expires: claim.expires)
                    ]
                }
            }
            if order.purse == .play { try fillPlay(order.amount.amount, has: 0, appender) }
            let funds = try Funds(order, appender, calendar)
            switch funds.grant(wanted: order.amount.amount, least: order.least.amount) {
            case .failure(let error): return .failure(error)
            case .success(let amount):
                try appender.append(
                    .hold(
                        HoldEvent(
                            sequence: sequence, id: order.id, purse: order.purse.rawValue, amount: amount,
                            ifSent: min(order.ifSent.amount, amount), request: LedgerID(order.request),
                            target: order.target.description, job: order.job, legs: funds.legs(for: amount),
                            windows: funds.budgets.map { $0.share(amount) }, keys: keys)))
                return .success(.granted(id: order.id, amount: NanoUSD(amount)))
            }
        }
        return try outcome.get()
    }

    package func raise(_ order: HoldOrder) throws -> NanoUSD {
        let outcome = try append { appender -> Result<NanoUSD, LedgerError> in
            guard let row = try holdRow(order.id, appender.connection) else {
                return .failure(Self.noSuchHold(order.id))
            }
            guard row.state == 0 else { return .failure(Self.closed(order.id)) }
            if row.purse == .play { try fillPlay(order.amount.amount, has: row.amount, appender) }
            var funds = try Funds(order, appender, calendar)
            try funds.include(row, appender, calendar)
            let wanted = max(order.amount.amount, row.amount)
            switch funds.grant(wanted: wanted, least: max(min(order.least.amount, wanted), row.amount)) {
            case .failure(let error): return .failure(error)
            case .success(let amount):
                try appender.append(
                    .raise(
                        RaiseEvent(
                            hold: row.sequence, amount: amount, ifSent: min(order.ifSent.amount, amount),
                            target: order.target.description, legs: funds.legs(for: amount),
                            windows: funds.budgets.map { $0.share(amount) })))
                return .success(NanoUSD(amount))
            }
        }
        return try outcome.get()
    }

    package func void(_ hold: LedgerID) throws {
        let outcome = try append(opensWindows: false) { appender -> Result<Void, LedgerError> in
            guard let row = try holdRow(hold, appender.connection) else { return .failure(Self.noSuchHold(hold)) }
            if row.state == 2 { return .success(()) }
            guard row.state == 0 else { return .failure(Self.closed(hold)) }
            try appender.append(
                .void(VoidEvent(hold: row.sequence, keys: try keys(of: row, becoming: .failed, nil, appender))))
            return .success(())
        }
        return try outcome.get()
    }

    /// A hold order that was carried out already, its answer having been lost.
    private func openHold(_ order: HoldOrder, _ appender: EventAppender) throws -> HoldOutcome? {
        guard let row = try holdRow(order.id, appender.connection), order.key == nil else { return nil }
        guard row.state == 0, row.request == LedgerID(order.request) else { throw Self.closed(order.id) }
        return .granted(id: order.id, amount: NanoUSD(row.amount))
    }

    /// Play credits never run out: what is missing is added.
    private func fillPlay(_ wanted: Int64, has own: Int64, _ appender: EventAppender) throws {
        // A wish beyond all bounds is refused afterwards.
        guard wanted > own, wanted <= Self.largestAmount else { return }
        let account = try appender.account(.play)
        let missing = wanted - own - (try appender.free(account).free)
        guard missing > 0 else { return }
        let amount = NanoUSD(max(missing, Founding.play.amount))
        let number = try appender.nextTransfer()
        try appender.transfer(
            Transfer(
                id: LedgerID(
                    namespace: LedgerID(high: 0x9D5A_2E17_33C8_4E02, low: 0xB1F0_6A44_D7C9_5583), name: "play:\(number)"
                ),
                memo: "play credits filled up", legs: [(.playWorld, NanoUSD(-amount.amount)), (.play, amount)]),
            kind: .grant)
    }

    static func noSuchHold(_ id: LedgerID) -> LedgerError {
        LedgerError(.noSuchHold, message: "the ledger has no hold \(id)")
    }

    static func closed(_ id: LedgerID) -> LedgerError {
        LedgerError(.holdClosed, message: "the hold \(id) was closed before")
    }
}
