internal import CStorage
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// A SQLite database that many processes write at once: opened by fixed rules, every write and every checkpoint inside the
/// gate. One process has one connection.
///
/// The gate is there because SQLite from 3.7.0 to 3.51.2 can lose commits when two connections write or checkpoint at the
/// same instant (the reset of the write-ahead log), and because its own waiting starves processes.
package final class Store: Sendable {
    /// How long to wait for others.
    static let gateTimeoutMilliseconds: Int32 = 30_000
    /// How long SQLite itself waits for a lock of its own.
    static let busyTimeoutMilliseconds: Int32 = 10_000
    /// Frames of the log after which it is written back: 4 MB, what SQLite does by itself.
    static let checkpointFrames: Int32 = 1_000
    /// The same for a process that writes little: each process reads the whole log when it opens it.
    static let checkpointFramesOfFew: Int32 = 250
    /// Commits of a process that writes little.
    static let fewCommits = 4

    /// The database file.
    package let path: String
    /// Why nothing can be written; nil when it can.
    package let readOnlyReason: StorageError?
    let queue: DatabaseQueue
    let gate: Gate?
    let file: FileIdentity
    /// The write-ahead log that was there when the file was opened.
    let log: FileIdentity?
    // SAFETY: only touched inside `queue.inDatabase`, which lets one thread in at a time.
    nonisolated(unsafe) private let cache: StatementCache
    private let stopped = Mutex<StorageError?>(nil)

    init(
        path: String, readOnlyReason: StorageError?, queue: DatabaseQueue, gate: Gate?, file: FileIdentity,
        log: FileIdentity?, cache: StatementCache
    ) {
        self.log = log
        self.path = path
        self.readOnlyReason = readOnlyReason
        self.queue = queue
        self.gate = gate
        self.file = file
        self.cache = cache
    }

    deinit {
        let cache = cache
        queue.inDatabase { _ in cache.clear() }
        try? queue.close()
        gate?.shut()
    }

    /// Runs one transaction that sees one state of the database and changes nothing.
    /// - Throws: `StorageError`, and what `body` throws
    package func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try queue.inDatabase { database in
            let connection = try connection(database)
            try connection.statement("BEGIN").run()
            do {
                let value = try body(connection)
                try connection.statement("COMMIT").run()
                return value
            } catch {
                rollBack(connection)
                throw error
            }
        }
    }

    /// Runs one transaction inside the gate. It is durable when this returns; when it throws, nothing of it happened, but for
    /// the code `inputOutput`: then it is not known, and this process writes no more.
    /// - Throws: `StorageError`, and what `body` throws
    /// - Parameters:
    ///   - body: the transaction
    ///   - committed: called after the commit, still inside the gate, so that calls are in the order of the commits
    package func write<Value>(
        _ body: (Connection) throws -> Value, committed: (Value) -> Void = { _ in }
    ) throws -> Value {
        if let readOnlyReason { throw readOnlyReason }
        return try queue.inDatabase { database in
            if let error = stopped.withLock({ $0 }) { throw error }
            guard let gate else { throw StorageError(.readOnly, message: "\(path) may only be read") }
            try gate.enter(timeoutMilliseconds: Self.gateTimeoutMilliseconds)
            defer { gate.leave() }
            guard FileIdentity(path) == file, log == nil || FileIdentity(path + "-wal") == log else {
                throw stop(
                    StorageError(
                        .replaced, message: "\(path) or its log was replaced while it was open",
                        hint: "ai1 credits check tells what is there now"))
            }
            let connection = try connection(database)
            let value = try transaction(connection, body)
            committed(value)
            return value
        }
    }

    /// Prepares statements that will be needed.
    /// - Throws: `StorageError`
    package func prepare(_ statements: [StaticString]) throws {
        try queue.inDatabase { database in
            let connection = try connection(database)
            for statement in statements { _ = try connection.statement(statement) }
        }
    }

    private func transaction<Value>(_ connection: Connection, _ body: (Connection) throws -> Value) throws -> Value {
        try connection.statement("BEGIN IMMEDIATE").run()
        let value: Value
        do {
            value = try body(connection)
        } catch {
            rollBack(connection)
            if let error = error as? StorageError, error.code == .inputOutput { throw stop(error) }
            throw error
        }
        do {
            try connection.statement("COMMIT").run()
        } catch let error as StorageError {
            rollBack(connection)
            throw error.code == .inputOutput ? stop(error) : error
        }
        cache.commits += 1
        let limit = cache.commits > Self.fewCommits ? Self.checkpointFrames : Self.checkpointFramesOfFew
        if cache.frames.pointee > limit { checkpoint(connection) }
        return value
    }

    /// Writes the log back. Only inside the gate. What cannot be written back stays in the log.
    private func checkpoint(_ connection: Connection) {
        do {
            try connection.statement("PRAGMA wal_checkpoint(PASSIVE)").run()
        } catch let error as StorageError where error.code == .inputOutput {
            _ = stop(error)
        } catch {}
        cache.frames.pointee = 0
    }

    /// After a failed write nobody knows what the disk has: this process writes no more.
    private func stop(_ error: StorageError) -> StorageError {
        stopped.withLock { $0 = $0 ?? error }
        return error
    }

    private func rollBack(_ connection: Connection) {
        guard sqlite3_get_autocommit(connection.handle) == 0 else { return }
        _ = sqlite3_exec(connection.handle, "ROLLBACK", nil, nil, nil)
    }

    func connection(_ database: Database) throws -> Connection {
        guard let handle = database.sqliteConnection else {
            throw StorageError(.inputOutput, message: "\(path) is closed")
        }
        return Connection(handle: handle, cache: cache)
    }
}
