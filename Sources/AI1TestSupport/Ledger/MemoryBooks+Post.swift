internal import AI1Core
internal import AI1Ledger

extension MemoryBooks {
    mutating func post(_ order: PostOrder) throws -> Settlement {
        guard var hold = holds[order.hold] else { throw failure(.noSuchHold) }
        guard hold.state != .released else { throw failure(.holdClosed) }
        if hold.state == .open {
            changes += 1
            // Nothing is held by it from here on.
            hold.state = .posted
            holds[order.hold] = hold
            try settle(&hold, order)
            holds[order.hold] = hold
        }
        let free = hold.purse.accounts.reduce(0) { $0 + balances[$1, default: 0] - held($1) }
        return Settlement(
            charge: NanoUSD(hold.charge), reward: NanoUSD(hold.reward), disputed: NanoUSD(hold.disputed),
            balance: hold.purse == .tracked ? nil : NanoUSD(free), isPlay: hold.purse == .play)
    }

    private mutating func settle(_ hold: inout Hold, _ order: PostOrder) throws {
        let cost = order.attempts.reduce(Int128(0)) { $0 + Int128($1.pico) }
        let exact = Int64((cost + 999) / 1_000)
        hold.charge = min(exact, hold.amount)
        var paid: [(account: AccountPath, amount: Int64)] = []
        var rest = hold.charge
        for account in hold.purse.accounts where rest > 0 {
            let part = min(rest, hold.legs[account] ?? 0)
            if part > 0 { paid.append((account, part)) }
            rest -= part
        }
        for part in paid { move(-part.amount, to: part.account) }
        let debts = debts(order, isCut: exact > hold.amount, charge: hold.charge)
        hold.disputed = debts.reduce(0) { $0 + $1.disputed }
        if hold.purse == .play {
            move(hold.charge, to: .playSpent)
        } else {
            for debt in debts {
                move(debt.paid, to: .payable(debt.provider))
                move(-debt.disputed, to: .disputed)
                move(debt.disputed, to: .claimed(debt.provider))
                carries[debt.provider] = debt.carry
            }
            move(hold.charge - debts.reduce(0) { $0 + $1.paid }, to: .rounding)
            hold.reward = reward(order, hold.purse, paid)
        }
        spend(hold, order)
        guard let key = hold.key else { return }
        keys[key]?.state =
            order.result.map { .answered($0) } ?? (order.manner == .expired ? .unknown : .failed)
    }

    private struct Debt {
        var provider: String
        var paid: Int64
        var disputed: Int64
        var carry: Int64
    }

    /// What each provider gets, in the order of their first attempts: whole nano-dollars, the rest is carried.
    private func debts(_ order: PostOrder, isCut: Bool, charge: Int64) -> [Debt] {
        var names: [String] = []
        for attempt in order.attempts where !names.contains(attempt.target.provider) {
            names.append(attempt.target.provider)
        }
        var rest = charge
        return names.map { name in
            let own = order.attempts.filter { $0.target.provider == name }
            let due = own.reduce(Int128(carries[name] ?? 0)) { $0 + Int128($1.pico) }
            let whole = Int64(due / 1_000)
            let paid = isCut ? min(whole, rest) : whole
            rest -= paid
            let claimed = own.reduce(Int64(0)) { sum, attempt in
                guard let claim = attempt.claim?.cost else { return sum }
                let own = (attempt.pico + 999) / 1_000
                return claim.amount > own ? sum + claim.amount - own : sum
            }
            return Debt(
                provider: name, paid: paid, disputed: claimed + whole - paid, carry: Int64(due % 1_000))
        }
    }

    /// Pays the reward into the accounts that paid, out of the pool, whole or not at all.
    private mutating func reward(
        _ order: PostOrder, _ purse: Purse, _ paid: [(account: AccountPath, amount: Int64)]
    ) -> Int64 {
        guard purse == .credits, order.manner == .posted else { return 0 }
        let rewards = paid.map { Int64(Int128($0.amount) * Int128(order.rewardBasisPoints) / 10_000) }
        let sum = rewards.reduce(0, +)
        guard sum > 0, sum <= balances[.rewardsPool, default: 0] else { return 0 }
        move(-sum, to: .rewardsPool)
        for (part, reward) in zip(paid, rewards) { move(reward, to: part.account) }
        return sum
    }

    /// Counts the charge in the books of each target and in the windows that it was reserved in.
    private mutating func spend(_ hold: Hold, _ order: PostOrder) {
        guard hold.purse != .play else { return }
        var rest = hold.charge
        var parts: [Spend] = []
        for (number, attempt) in order.attempts.enumerated() {
            let part = number == order.attempts.count - 1 ? rest : min(rest, attempt.pico / 1_000)
            rest -= part
            parts.append(
                Spend(day: calendar.day(time / 1_000_000), target: attempt.target, job: hold.job, charge: part))
        }
        spends += parts
        var windows = Array(hold.shares.keys)
        for known in budgets where known.isActive && !windows.contains(where: { $0.budget == known.budget.id }) {
            guard parts.contains(where: { known.budget.scope.covers(target: $0.target, job: hold.job) }) else {
                continue
            }
            windows.append(window(of: known.budget, at: time / 1_000_000))
        }
        for window in windows {
            guard let scope = budgets.first(where: { $0.budget.id == window.budget })?.budget.scope else { continue }
            var amount = hold.charge
            if case .model = scope {
                amount = parts.filter { scope.covers(target: $0.target, job: nil) }.reduce(0) { $0 + $1.charge }
            }
            spent[window, default: 0] += amount
        }
    }
}

extension AttemptCharge {
    /// What it cost in pico-dollars.
    fileprivate var pico: Int64 { max(0, costPicoUSD ?? 0) }
}
