package import AI1Core
internal import AI1Storage

/// What a person wants to know at a glance. Made of accounts, open holds, budgets and the spending by day; transfers are
/// not looked at, however many there are.
package struct BalanceReport: Sendable, Hashable {
    /// What was charged on one local day.
    package struct Day: Sendable, Hashable {
        /// 20261122
        package var day: Int64
        package var requests: Int64
        package var charge: NanoUSD
        package var reward: NanoUSD

        package init(day: Int64, requests: Int64 = 0, charge: NanoUSD = .zero, reward: NanoUSD = .zero) {
            self.day = day
            self.requests = requests
            self.charge = charge
            self.reward = reward
        }
    }

    package var state: LedgerState
    /// The last two weeks, the oldest first, today last; days without requests included.
    package var days: [Day]
    /// All of this month.
    package var month: Day
    /// Play credits spent today.
    package var playToday: NanoUSD
    /// The moment of the report in seconds since 1970.
    package var now: Int64

    /// Days that are told one by one.
    package static let dayCount = 14

    package var today: Day { days.last ?? Day(day: month.day) }

    /// Granted, declared and deposited credits, what is held included.
    package var balance: NanoUSD { Purse.credits.accounts.map(account).reduce(.zero) { $0 + $1.balance } }
    package var promo: NanoUSD { account(.promo).balance }
    /// Declared and deposited credits.
    package var own: NanoUSD { account(.declared).balance + account(.deposited).balance }
    package var play: NanoUSD { account(.play).balance }
    /// What was spent in all while only the books were kept.
    package var tracked: NanoUSD { NanoUSD(-account(.tracked).balance.amount) }

    /// What requests under way hold of the user's credits, or of the books alone.
    package var held: NanoUSD { openHolds.reduce(.zero) { $0 + $1.amount } }
    package var heldRequests: Int { openHolds.count }

    private var openHolds: [LedgerState.OpenHold] { state.holds.values.filter { $0.purse != .play } }

    private func account(_ path: AccountPath) -> LedgerState.Account {
        state.accounts[path] ?? LedgerState.Account(balance: .zero, held: .zero)
    }

    /// - Throws: `LedgerError`
    package static func read(_ ledger: SQLiteLedger) throws -> BalanceReport {
        let state = try ledger.state()
        let now = try ledger.nowSeconds()
        let dayNumbers = ledger.calendar.days(dayCount, upTo: now)
        let monthStart = (dayNumbers.last ?? 0) / 100 * 100
        var report = BalanceReport(
            state: state, days: dayNumbers.map { Day(day: $0) }, month: Day(day: monthStart / 100), playToday: .zero,
            now: now)
        try ledger.read { connection in
            let rows = try connection.statement(
                """
                SELECT day, purse, sum(requests), sum(charge), sum(reward) FROM spend
                WHERE day BETWEEN ? AND ? GROUP BY day, purse
                """)
            rows.bind(1, min(monthStart, dayNumbers.first ?? monthStart))
            rows.bind(2, dayNumbers.last ?? monthStart)
            while try rows.step() { report.add(rows, monthStart) }
        }
        return report
    }

    private mutating func add(_ row: Statement, _ monthStart: Int64) {
        let day = Day(
            day: row.integer(0), requests: row.integer(2), charge: NanoUSD(row.integer(3)),
            reward: NanoUSD(row.integer(4)))
        guard row.integer(1) != Purse.play.rawValue else {
            if day.day == days.last?.day { playToday = day.charge }
            return
        }
        if let index = days.firstIndex(where: { $0.day == day.day }) { days[index].add(day) }
        if day.day > monthStart { month.add(day) }
    }
}

extension BalanceReport.Day {
    fileprivate mutating func add(_ other: BalanceReport.Day) {
        requests += other.requests
        charge = charge + other.charge
        reward = reward + other.reward
    }
}

extension SQLiteLedger {
    /// The moment that counts for windows and days: the wall clock, and never before the newest event.
    /// - Throws: `LedgerError`
    package func nowSeconds() throws -> Int64 {
        let newest = try read { try $0.integer("SELECT ts FROM event_log ORDER BY seq DESC LIMIT 1") } ?? 0
        return max(clock.now.millisecondsSinceEpoch / 1_000, newest / 1_000_000)
    }
}
