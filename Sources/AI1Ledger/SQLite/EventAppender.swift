internal import AI1Core
internal import AI1Storage

/// Appends events inside one transaction, and writes the rows that follow from them.
final class EventAppender {
    let connection: Connection
    /// The wall clock in microseconds.
    private let wall: Int64
    /// The newest event; nothing for an empty log.
    private(set) var sequence: Int64 = 0
    private(set) var time: Int64 = 0
    private(set) var hash = ChainHash.origin

    /// - Parameter now: the wall clock
    init(_ connection: Connection, now: Timestamp) throws {
        self.connection = connection
        let (wall, overflow) = now.millisecondsSinceEpoch.multipliedReportingOverflow(by: 1_000)
        self.wall = overflow ? .max / 2 : wall
        let newest = try connection.statement(LedgerSQL.newestEvent)
        if try newest.step() {
            sequence = newest.integer(0)
            time = newest.integer(1)
            hash = newest.bytes(2)
            newest.reset()
        }
    }

    /// The moment that the next event gets at least: never before the newest one, whatever the wall clock says.
    var now: Int64 { max(wall, time + 1) }

    /// The same in seconds.
    var nowSeconds: Int64 { now / 1_000_000 }

    /// - Throws: `StorageError`; of code `refused` when a row breaks what the schema holds
    func append(_ event: LedgerEvent) throws {
        let time = now
        let body = event.body
        let record = ChainHash.record(
            sequence: sequence + 1, time: time, kind: event.kind, previous: hash, body: body)
        let next = ChainHash.leaf(record)
        let insert = try connection.statement(LedgerSQL.insertEvent)
        insert.bind(1, sequence + 1)
        insert.bind(2, time)
        insert.bind(3, event.kind)
        insert.bind(4, body)
        insert.bind(5, hash)
        insert.bind(6, next)
        try insert.run()
        sequence += 1
        self.time = time
        hash = next
        try write(event)
    }

    private func write(_ event: LedgerEvent) throws {
        switch event {
        case .genesis: return
        case .openAccount(let opening): try write(opening)
        case .transfer(let transfer): try write(transfer, hold: nil)
        case .hold(let hold): try write(hold)
        case .raise(let raise): try write(raise)
        case .post(let post): try write(post)
        case .void(let void): try write(void)
        case .budget(let budget): try write(budget)
        case .price(let price): try write(price)
        case .clock(let clock): try write(clock)
        case .epoch(let epoch): try write(epoch)
        case .key(let key): try write(key)
        }
    }
}
