package import AI1Core
internal import AI1Storage

extension SQLiteLedger {
    package func state() throws -> LedgerState {
        let wall = clock.now.millisecondsSinceEpoch / 1_000
        return try read { connection in
            var state = LedgerState()
            let accounts = try connection.statement("SELECT path, balance, held FROM account")
            while try accounts.step() {
                state.accounts[AccountPath(accounts.text(0))] = LedgerState.Account(
                    balance: NanoUSD(accounts.integer(1)), held: NanoUSD(accounts.integer(2)))
            }
            let holds = try connection.statement("SELECT id, amount, purse, target, request FROM hold WHERE state = 0")
            while try holds.step() {
                guard let id = LedgerID(octets: holds.bytes(0)), let request = LedgerID(octets: holds.bytes(4)) else {
                    continue
                }
                state.holds[id] = LedgerState.OpenHold(
                    amount: NanoUSD(holds.integer(1)), purse: Purse(rawValue: holds.integer(2)) ?? .credits,
                    target: TargetName(holds.text(3)), request: RequestID(high: request.high, low: request.low))
            }
            let newest = try connection.integer("SELECT ts FROM event_log ORDER BY seq DESC LIMIT 1") ?? 0
            let seconds = max(wall, newest / 1_000_000)
            state.budgets = try connection.activeBudgets().map {
                LedgerState.BudgetState(
                    budget: $0, window: try connection.window(of: $0, at: seconds, calendar: calendar))
            }
            return state
        }
    }

    /// The free credits and the last amount that was added, when less than a fifth of it is left.
    /// - Throws: `LedgerError`
    package func lowBalance() throws -> (free: NanoUSD, lastGrant: NanoUSD)? {
        try read { connection in
            let free =
                try connection.integer(
                    """
                    SELECT sum(balance - held) FROM account
                    WHERE path IN ('user:local:promo', 'user:local:declared', 'user:local:deposited')
                    """) ?? 0
            let last = try connection.statement(
                """
                SELECT entry.amount FROM transfer JOIN entry ON entry.transfer = transfer.seq
                WHERE transfer.hold IS NULL AND transfer.kind = 1 AND entry.amount > 0
                  AND entry.account IN (SELECT id FROM account WHERE path LIKE 'user:local:%')
                ORDER BY transfer.seq DESC LIMIT 1
                """)
            defer { last.reset() }
            guard try last.step(), free < last.integer(0) / 5 else { return nil }
            return (NanoUSD(free), NanoUSD(last.integer(0)))
        }
    }
}
