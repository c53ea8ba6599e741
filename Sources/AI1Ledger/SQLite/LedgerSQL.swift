internal import AI1Storage

/// The statements that a charge is made with, in one place so that they can be prepared while an answer is waited for.
enum LedgerSQL {
    static let newestEvent: StaticString = "SELECT seq, ts, hash FROM event_log ORDER BY seq DESC LIMIT 1"
    static let insertEvent: StaticString =
        "INSERT INTO event_log(seq, ts, kind, body, prev, hash) VALUES(?, ?, ?, ?, ?, ?)"
    static let insertEntry: StaticString = "INSERT INTO entry(transfer, leg, account, amount) VALUES(?, ?, ?, ?)"
    static let insertTransfer: StaticString =
        "INSERT INTO transfer(seq, id, kind, hold, ts, memo, event) VALUES(?, ?, ?, ?, ?, ?, ?)"
    static let makeWindow: StaticString =
        "INSERT INTO budget_window(budget, start, stop) VALUES(?, ?, ?) ON CONFLICT DO NOTHING"
    static let spendWindow: StaticString = "UPDATE budget_window SET spent = spent + ? WHERE budget = ? AND start = ?"
    static let closeHold: StaticString =
        """
        UPDATE hold SET state = ?, closed = ?, charge = ?, reward = ?, disputed = ?, task = ? WHERE seq = ?
        """
    static let putCarry: StaticString =
        "INSERT INTO carry(provider, pusd) VALUES(?, ?) ON CONFLICT DO UPDATE SET pusd = excluded.pusd"
    static let insertUsage: StaticString = "INSERT INTO usage VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    static let addSpend: StaticString =
        """
        INSERT INTO spend VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          requests = requests + excluded.requests, input = input + excluded.input,
          output = output + excluded.output, charge = charge + excluded.charge,
          reward = reward + excluded.reward, disputed = disputed + excluded.disputed
        """
    static let accountNumber: StaticString = "SELECT id FROM account WHERE path = ?"
    static let newestTransfer: StaticString = "SELECT max(seq) FROM transfer"
    static let accountFunds: StaticString = "SELECT balance - held, held FROM account WHERE id = ?"
    static let hold: StaticString =
        """
        SELECT seq, purse, amount, if_sent, state, created, request, target, job, charge, reward, disputed
        FROM hold WHERE id = ?
        """
    static let holdLegs: StaticString = "SELECT account, amount FROM hold_leg WHERE hold = ? ORDER BY account"
    static let holdShares: StaticString =
        """
        SELECT hold_budget.budget, hold_budget.start, stop, amount, scope, value
        FROM hold_budget JOIN budget_window USING(budget, start) JOIN budget ON budget.id = hold_budget.budget
        WHERE hold = ?
        """
    static let keyOfHold: StaticString =
        "SELECT scope, key, attempt, request_hash, expires FROM idempotency WHERE hold = ?"
    static let carry: StaticString = "SELECT pusd FROM carry WHERE provider = ?"
    static let price: StaticString = "SELECT id FROM price_snapshot WHERE target = ? AND prices = ?"
    static let accountFree: StaticString = "SELECT balance - held FROM account WHERE path = ?"

    /// All of them.
    static let charge: [StaticString] = [
        newestEvent, insertEvent, insertEntry, insertTransfer, makeWindow, spendWindow, closeHold,
        putCarry, insertUsage, addSpend, accountNumber, newestTransfer, accountFunds, hold,
        holdLegs, holdShares, keyOfHold, carry, price, accountFree,
    ]
}

extension SQLiteLedger {
    /// Prepares the statements of a charge, which takes a millisecond that is free while an answer is waited for. What fails is
    /// prepared when it is needed.
    package func prepareCharge() {
        try? store.prepare(LedgerSQL.charge)
    }
}
