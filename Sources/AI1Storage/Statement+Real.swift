internal import GRDBSQLite

/// Numbers with a fraction. Money is never one of them.
extension Statement {
    package func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(handle, index, value) }

    package func bind(_ index: Int32, _ value: Double?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    package func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    package func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }
}
