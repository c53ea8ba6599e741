/// A table of the ledger as the check reads it.
struct TableShape: Sendable {
    let name: String
    /// Columns that make the key; the first ones.
    let keys: Int
    let columns: [String]
    /// Reads all columns in the order of the key.
    let sql: StaticString

    /// The name of a row.
    func key(_ row: [RowValue]) -> String { row.prefix(keys).map { "\($0)" }.joined(separator: "/") }

    static let hold = TableShape(
        name: "hold", keys: 1,
        columns: [
            "seq", "id", "purse", "amount", "if_sent", "state", "created", "closed", "request", "target", "job", "task",
            "charge", "reward", "disputed",
        ],
        sql: """
            SELECT seq, id, purse, amount, if_sent, state, created, closed, request, target, job, task, charge, reward,
              disputed FROM hold NOT INDEXED ORDER BY seq
            """)
    static let holdLeg = TableShape(
        name: "hold_leg", keys: 2, columns: ["hold", "account", "amount"],
        sql: "SELECT hold, account, amount FROM hold_leg ORDER BY hold, account")
    static let holdBudget = TableShape(
        name: "hold_budget", keys: 3, columns: ["hold", "budget", "start", "amount"],
        sql: "SELECT hold, budget, start, amount FROM hold_budget ORDER BY hold, budget, start")
    static let usage = TableShape(
        name: "usage", keys: 2,
        columns: [
            "hold", "attempt", "target", "uncached_input", "cache_read", "cache_write_5m", "cache_write_1h",
            "visible_output", "reasoning", "audio_input", "audio_output", "source", "cost_pusd", "price", "claim",
            "claim_nusd",
        ],
        sql: """
            SELECT hold, attempt, target, uncached_input, cache_read, cache_write_5m, cache_write_1h, visible_output,
              reasoning, audio_input, audio_output, source, cost_pusd, price, claim, claim_nusd
              FROM usage ORDER BY hold, attempt
            """)
    static let transfer = TableShape(
        name: "transfer", keys: 1, columns: ["seq", "id", "kind", "hold", "ts", "memo", "event"],
        sql: "SELECT seq, id, kind, hold, ts, memo, event FROM transfer NOT INDEXED ORDER BY seq")
    static let entry = TableShape(
        name: "entry", keys: 2, columns: ["transfer", "leg", "account", "amount"],
        sql: "SELECT transfer, leg, account, amount FROM entry ORDER BY transfer, leg")
    static let price = TableShape(
        name: "price_snapshot", keys: 1, columns: ["id", "target", "prices"],
        sql: "SELECT id, target, prices FROM price_snapshot NOT INDEXED ORDER BY id")
    static let epoch = TableShape(
        name: "epoch", keys: 1, columns: ["number", "event", "reason"],
        sql: "SELECT number, event, reason FROM epoch ORDER BY number")
    static let checkpoint = TableShape(
        name: "checkpoint", keys: 1,
        columns: ["size", "ts", "epoch", "head", "root", "key", "signature", "frontier"],
        sql: """
            SELECT size, ts, epoch, head, root, key, signature, frontier FROM checkpoint ORDER BY size
            """)
    static let account = TableShape(
        name: "account", keys: 1, columns: ["id", "path", "asset", "floor", "balance", "held"],
        sql: "SELECT id, path, asset, floor, balance, held FROM account NOT INDEXED ORDER BY id")
    static let asset = TableShape(
        name: "asset", keys: 1, columns: ["id", "code", "quantum"],
        sql: "SELECT id, code, quantum FROM asset NOT INDEXED ORDER BY id")
    static let budget = TableShape(
        name: "budget", keys: 1, columns: ["id", "scope", "value", "per", "cap", "zone", "removed"],
        sql: "SELECT id, scope, value, per, cap, zone, removed FROM budget NOT INDEXED ORDER BY id")
    static let window = TableShape(
        name: "budget_window", keys: 2, columns: ["budget", "start", "stop", "spent", "reserved"],
        sql: "SELECT budget, start, stop, spent, reserved FROM budget_window ORDER BY budget, start")
    static let carry = TableShape(
        name: "carry", keys: 1, columns: ["provider", "pusd"], sql: "SELECT provider, pusd FROM carry ORDER BY provider"
    )
    static let spend = TableShape(
        name: "spend", keys: 5,
        columns: [
            "day", "purse", "target", "job", "task", "requests", "input", "output", "charge", "reward", "disputed",
        ],
        sql: """
            SELECT day, purse, target, job, task, requests, input, output, charge, reward, disputed FROM spend
              ORDER BY day, purse, target, job, task
            """)
    static let clock = TableShape(
        name: "clock", keys: 1, columns: ["id", "boot", "wall", "uptime"],
        sql: "SELECT id, boot, wall, uptime FROM clock ORDER BY id")
    static let key = TableShape(
        name: "idempotency", keys: 2,
        columns: ["scope", "key", "attempt", "request_hash", "hold", "state", "result", "expires"],
        sql: """
            SELECT scope, key, attempt, request_hash, hold, state, result, expires FROM idempotency
              ORDER BY scope, key
            """)
    static let migration = TableShape(
        name: "migration", keys: 1, columns: ["version", "checksum"],
        sql: "SELECT version, checksum FROM migration ORDER BY version")
}
