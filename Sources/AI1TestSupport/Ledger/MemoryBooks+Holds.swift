internal import AI1Core
internal import AI1Ledger

extension MemoryBooks {
    mutating func hold(_ order: HoldOrder) throws -> HoldOutcome {
        if order.key == nil, let known = holds[order.id] {
            guard known.state == .open, known.request == order.request else { throw failure(.holdClosed) }
            return .granted(id: order.id, amount: NanoUSD(known.amount))
        }
        if let claim = order.key, let outcome = try take(claim, for: order.id) { return outcome }
        var hold = Hold(
            purse: order.purse, amount: 0, request: order.request, target: order.target, job: order.job,
            key: order.key.map { KeyName(scope: $0.scope, key: $0.key) })
        try set(&hold, order, id: order.id, least: order.least.amount)
        holds[order.id] = hold
        return .granted(id: order.id, amount: NanoUSD(hold.amount))
    }

    mutating func raise(_ order: HoldOrder) throws -> NanoUSD {
        guard var hold = holds[order.id] else { throw failure(.noSuchHold) }
        guard hold.state == .open else { throw failure(.holdClosed) }
        var order = order
        order.amount = max(order.amount, NanoUSD(hold.amount))
        hold.target = order.target
        try set(&hold, order, id: order.id, least: max(order.least.amount, hold.amount))
        holds[order.id] = hold
        return NanoUSD(hold.amount)
    }

    mutating func void(_ id: LedgerID) throws {
        guard var hold = holds[id] else { throw failure(.noSuchHold) }
        guard hold.state != .posted else { throw failure(.holdClosed) }
        guard hold.state == .open else { return }
        changes += 1
        hold.state = .released
        holds[id] = hold
        if let key = hold.key { keys[key]?.state = .failed }
    }

    /// Sets as much aside as the purse and all budgets allow, between `least` and what is wanted.
    private mutating func set(_ hold: inout Hold, _ order: HoldOrder, id: LedgerID, least: Int64) throws {
        changes += 1
        let wanted = order.amount.amount
        guard wanted >= 0, least >= 0, wanted <= Self.largestAmount else { throw failure(.invalid) }
        let least = min(least, wanted)
        if hold.purse == .play { fillPlay(wanted, without: id) }
        var limit = wanted
        if hold.purse != .tracked {
            let free = hold.purse.accounts.reduce(0) { $0 + self.free($1, without: id) }
            let held = hold.purse.accounts.reduce(0) { $0 + self.held($1, without: id) }
            guard free >= least else { throw failure(.notEnough(isHeld: free + held >= least)) }
            limit = min(limit, free)
        }
        let covering = covering(hold.purse, order.target, order.job)
        var windows: [WindowName] = []
        var hasRoomWithoutHolds = true
        for budget in covering {
            // A hold keeps the windows that it began in.
            let window =
                hold.shares.keys.first { $0.budget == budget.id } ?? window(of: budget, at: time / 1_000_000)
            let unspent = budget.cap.amount - spent[window, default: 0]
            limit = min(limit, max(0, unspent - reserved(window, without: id)))
            if max(0, unspent) < least { hasRoomWithoutHolds = false }
            windows.append(window)
        }
        guard limit >= least else { throw failure(.overBudget(isHeld: hasRoomWithoutHolds)) }
        for window in windows { hold.shares[window] = limit }
        draw(limit - hold.amount, for: &hold, without: id)
        hold.amount = limit
    }

    /// Adds to what a hold has of its purse's accounts, in their order.
    private func draw(_ amount: Int64, for hold: inout Hold, without id: LedgerID) {
        var rest = amount
        for account in hold.purse.accounts where rest > 0 {
            let own = hold.legs[account] ?? 0
            let part = hold.purse == .tracked ? rest : min(rest, free(account, without: id) - own)
            if part > 0 { hold.legs[account] = own + part }
            rest -= max(0, part)
        }
    }

    /// Play credits never run out.
    private mutating func fillPlay(_ wanted: Int64, without id: LedgerID) {
        let missing = wanted - free(.play, without: id)
        guard missing > 0 else { return }
        move(max(missing, Self.playFill), to: .play)
        move(-max(missing, Self.playFill), to: .playWorld)
    }

    /// Takes a key for a hold.
    /// - Returns: what the key stands for already; nil when it is taken now
    private mutating func take(_ claim: KeyClaim, for id: LedgerID) throws -> HoldOutcome? {
        let name = KeyName(scope: claim.scope, key: claim.key)
        var attempt: Int64 = 1
        if let known = keys[name] {
            if let outcome = try outcome(of: known, claim) { return outcome }
            attempt = known.attempt + 1
        }
        guard claim.holdID(attempt: attempt) == id else { throw failure(.holdClosed) }
        keys[name] = Key(
            attempt: attempt, requestHash: claim.requestHash, state: .underWay, expires: claim.expires)
        return nil
    }

    private func outcome(of key: Key, _ claim: KeyClaim) throws -> HoldOutcome? {
        let isOver = key.expires <= time
        if case .underWay = key.state {} else if isOver { return nil }
        if let wanted = claim.requestHash, let known = key.requestHash, wanted != known { throw failure(.keyConflict) }
        switch key.state {
        case .underWay: return .underWay(claim.holdID(attempt: key.attempt))
        case .answered(let result): return .answered(result: result)
        case .failed: return nil
        case .unknown: throw failure(.unknownOutcome)
        }
    }

    /// An unknown outcome is accepted.
    mutating func forget(_ scope: String, _ key: String) {
        let name = KeyName(scope: scope, key: key)
        switch keys[name]?.state {
        case .unknown, .answered: break
        default: return
        }
        changes += 1
        keys[name]?.state = .failed
    }
}
