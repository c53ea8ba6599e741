internal import GRDBSQLite

/// A prepared statement. Valid inside the closure that it was made in; its parameters count from 1, its columns from 0.
package struct Statement {
    let handle: OpaquePointer
    let connection: OpaquePointer

    package func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

    package func bind(_ index: Int32, _ value: Int64?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    package func bind(_ index: Int32, _ value: Int) { bind(index, Int64(value)) }

    package func bind(_ index: Int32, _ value: String) {
        _ = value.withCString { sqlite3_bind_text(handle, index, $0, Int32(value.utf8.count), transient) }
    }

    package func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    package func bind(_ index: Int32, _ value: [UInt8]) {
        // An empty array may have no address, and NULL would stand for it.
        guard !value.isEmpty else {
            sqlite3_bind_zeroblob(handle, index, 0)
            return
        }
        _ = value.withUnsafeBytes { sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient) }
    }

    package func bind(_ index: Int32, _ value: [UInt8]?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Goes to the next row; false when there is none, and the statement is then ready to be used again.
    /// - Throws: `StorageError`
    package func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let error = StorageError(sqlite: connection)
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Executes a statement that returns nothing of interest.
    /// - Throws: `StorageError`
    package func run() throws { while try step() {} }

    /// Ends the reading before the last row.
    package func reset() { sqlite3_reset(handle) }

    package func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    package func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    package func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    package func text(_ column: Int32) -> String {
        guard let pointer = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self)
    }

    package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    package func bytes(_ column: Int32) -> [UInt8] {
        guard let pointer = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: pointer, count: Int(sqlite3_column_bytes(handle, column))))
    }

    package func optionalBytes(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    /// Reads the bytes of a column without copying them.
    package func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        let pointer = sqlite3_column_blob(handle, column)
        return try body(UnsafeRawBufferPointer(start: pointer, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// The storage class of a column's value: 1 integer, 2 real, 3 text, 4 blob, 5 null.
    package func storageClass(_ column: Int32) -> Int32 { sqlite3_column_type(handle, column) }
}

/// SQLite copies what it is given.
private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
