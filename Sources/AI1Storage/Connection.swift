internal import GRDB
internal import GRDBSQLite

/// The connection inside a transaction. It must not leave the closure that it is given to.
package struct Connection {
    let handle: OpaquePointer
    let cache: StatementCache

    /// The prepared form of a statement, kept for the life of the connection.
    /// - Parameter sql: a literal; every call site has its own copy
    /// - Throws: `StorageError`
    package func statement(_ sql: StaticString) throws -> Statement {
        let key = Int(bitPattern: sql.utf8Start)
        if let statement = cache.statements[key] {
            sqlite3_reset(statement.handle)
            return statement
        }
        let statement = try prepare(UnsafeRawPointer(sql.utf8Start), sql.utf8CodeUnitCount, isKept: true)
        cache.statements[key] = statement
        return statement
    }

    /// Runs text that is not a literal, or several statements.
    /// - Throws: `StorageError`
    package func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw StorageError(sqlite: handle) }
    }

    /// A statement made from text, for one use.
    /// - Throws: `StorageError`, and what `body` throws
    package func query<Value>(_ sql: String, _ body: (Statement) throws -> Value) throws -> Value {
        var sql = sql
        let statement = try sql.withUTF8 { try prepare(UnsafeRawPointer($0.baseAddress!), $0.count, isKept: false) }
        defer { sqlite3_finalize(statement.handle) }
        return try body(statement)
    }

    /// The one integer of a statement's first row; nil without a row, and for NULL.
    /// - Throws: `StorageError`
    package func integer(_ sql: StaticString) throws -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInteger(0) : nil
    }

    /// The row id of the newest inserted row.
    package var lastRowID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Rows that the last statement changed.
    package var changes: Int64 { Int64(sqlite3_changes(handle)) }

    private func prepare(_ text: UnsafeRawPointer, _ count: Int, isKept: Bool) throws -> Statement {
        var prepared: OpaquePointer?
        let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let status = sqlite3_prepare_v3(
            handle, text.assumingMemoryBound(to: CChar.self), Int32(count), flags, &prepared, nil)
        guard status == SQLITE_OK, let prepared else { throw StorageError(sqlite: handle) }
        return Statement(handle: prepared, connection: handle)
    }
}

/// What belongs to a connection: its prepared statements by the address of their text, and counts.
final class StatementCache {
    var statements: [Int: Statement] = [:]
    /// Transactions that were committed through the connection.
    var commits = 0
    /// Frames in the write-ahead log after the last commit; SQLite writes here.
    let frames: UnsafeMutablePointer<Int32>

    init() {
        frames = .allocate(capacity: 1)
        frames.initialize(to: 0)
    }

    /// Frees the statements, which would keep the connection open.
    func clear() {
        for statement in statements.values { sqlite3_finalize(statement.handle) }
        statements = [:]
    }

    deinit { frames.deallocate() }
}
