internal import AI1Core
internal import AI1Storage

extension SQLiteLedger {
    /// How far the wall clock may run ahead of the machine's own time before nothing is believed any more.
    static let clockSlackMilliseconds: Int64 = 26 * 3_600_000

    /// Notes where the two clocks stand once a boot, and refuses a wall clock that ran ahead: it would open new windows of
    /// budgets.
    func checkClock(_ appender: EventAppender) throws {
        let boot = clock.bootID
        guard !boot.isEmpty else { return }
        let wall = clock.now.millisecondsSinceEpoch
        let uptime = clock.uptimeMilliseconds
        if let noted = try notedClock(appender.connection), noted.boot == boot {
            let expected = noted.wall + (uptime - noted.uptime)
            guard wall - expected > Self.clockSlackMilliseconds else { return }
            let hours = (wall - expected) / 3_600_000
            throw LedgerError(
                .clock, message: "the clock is \(hours) hours ahead of the time since the machine was started",
                hint: "set the clock right, or if it is right: ai1 credits check --accept-clock")
        }
        try appender.append(.clock(ClockEvent(boot: boot, wall: wall, uptime: uptime)))
    }

    /// The wall clock, or where it ran ahead the machine's own time: one wrong moment must not stay the ledger's for ever.
    func believedNow(_ connection: Connection) throws -> Timestamp {
        guard let noted = try notedClock(connection), !noted.boot.isEmpty, noted.boot == clock.bootID else {
            return clock.now
        }
        let expected = noted.wall + (clock.uptimeMilliseconds - noted.uptime)
        guard clock.now.millisecondsSinceEpoch - expected > Self.clockSlackMilliseconds else { return clock.now }
        return Timestamp(millisecondsSinceEpoch: expected)
    }

    /// Believes the wall clock as it is now.
    /// - Throws: `LedgerError`
    package func acceptClock() throws {
        try refuseOlder()
        _ = try Self.mapped {
            try store.write(
                { connection in
                    let appender = try EventAppender(connection, now: clock.now)
                    try appender.append(
                        .clock(
                            ClockEvent(
                                boot: clock.bootID, wall: clock.now.millisecondsSinceEpoch,
                                uptime: clock.uptimeMilliseconds)))
                    return (appender.sequence, appender.hash)
                }, committed: { head.note(sequence: $0.0, hash: $0.1) })
        }
    }

    private func notedClock(_ connection: Connection) throws -> (boot: String, wall: Int64, uptime: Int64)? {
        let row = try connection.statement("SELECT boot, wall, uptime FROM clock")
        defer { row.reset() }
        return try row.step() ? (row.text(0), row.integer(1), row.integer(2)) : nil
    }
}
