internal import GRDBSQLite

extension Connection {
    /// Rows that the connection has changed since it was opened, those of virtual tables included.
    package var totalChanges: Int64 { Int64(sqlite3_total_changes(handle)) }
}
