internal import AI1Core
internal import AI1Storage

/// A row of the table `hold`.
struct HoldRow {
    var sequence: Int64
    var id: LedgerID
    var purse: Purse
    var amount: Int64
    var ifSent: Int64
    var state: Int64
    var created: Int64
    var request: LedgerID
    var target: String
    var job: String?
    var charge: Int64
    var reward: Int64
    var disputed: Int64
}

extension SQLiteLedger {
    /// The hold of a name; nil when there is none.
    func holdRow(_ id: LedgerID, _ connection: Connection) throws -> HoldRow? {
        let row = try connection.statement(LedgerSQL.hold)
        row.bind(1, id.octets)
        defer { row.reset() }
        guard try row.step(), let request = LedgerID(octets: row.bytes(6)) else { return nil }
        return HoldRow(
            sequence: row.integer(0), id: id, purse: Purse(rawValue: row.integer(1)) ?? .credits,
            amount: row.integer(2), ifSent: row.integer(3), state: row.integer(4), created: row.integer(5),
            request: request, target: row.text(7), job: row.optionalText(8), charge: row.integer(9),
            reward: row.integer(10), disputed: row.integer(11))
    }

    /// What a hold has set aside of each account, in the order in which they are spent.
    func legs(of hold: Int64, _ connection: Connection) throws -> [Leg] {
        let rows = try connection.statement(LedgerSQL.holdLegs)
        rows.bind(1, hold)
        var legs: [Leg] = []
        while try rows.step() { legs.append(Leg(account: rows.integer(0), amount: rows.integer(1))) }
        return legs
    }

    /// What a hold has reserved of each budget's window.
    func shares(of hold: Int64, _ connection: Connection) throws -> [(budget: Budget.Scope, share: WindowShare)] {
        let rows = try connection.statement(LedgerSQL.holdShares)
        rows.bind(1, hold)
        var shares: [(Budget.Scope, WindowShare)] = []
        while try rows.step() {
            guard let scope = Budget.Scope(kind: rows.text(4), value: rows.text(5)) else { continue }
            shares.append(
                (
                    scope,
                    WindowShare(
                        budget: rows.integer(0), start: rows.integer(1), stop: rows.integer(2), amount: rows.integer(3))
                ))
        }
        return shares
    }
}
