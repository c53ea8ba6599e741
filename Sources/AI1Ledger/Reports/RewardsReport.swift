package import AI1Core
internal import AI1Storage

/// Usage rewards: what came back, and what the pool still has.
package struct RewardsReport: Sendable, Hashable {
    package var today: NanoUSD
    package var month: NanoUSD
    package var total: NanoUSD
    package var pool: NanoUSD

    /// - Throws: `LedgerError`
    package static func read(_ ledger: SQLiteLedger) throws -> RewardsReport {
        let today = ledger.calendar.day(try ledger.nowSeconds())
        return try ledger.read { connection in
            let row = try connection.statement(
                """
                SELECT coalesce(sum(CASE WHEN day = ?1 THEN reward END), 0),
                  coalesce(sum(CASE WHEN day / 100 = ?1 / 100 THEN reward END), 0), coalesce(sum(reward), 0),
                  (SELECT balance FROM account WHERE path = 'rewards:pool')
                FROM spend WHERE purse <> 2
                """)
            row.bind(1, today)
            defer { row.reset() }
            _ = try row.step()
            return RewardsReport(
                today: NanoUSD(row.integer(0)), month: NanoUSD(row.integer(1)), total: NanoUSD(row.integer(2)),
                pool: NanoUSD(row.integer(3)))
        }
    }
}
