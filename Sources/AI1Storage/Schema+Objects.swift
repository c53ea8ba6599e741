internal import GRDB

extension Schema {
    /// A table, index or trigger as the database itself describes it.
    package struct Object: Sendable, Hashable {
        package let type: String
        package let name: String
        package let table: String
        /// Nil for what SQLite makes of itself.
        package let sql: String?
    }

    /// What a database of this schema consists of: it is made once in memory.
    /// - Throws: `StorageError`
    package func objects() throws -> Set<Object> {
        let cache = StatementCache()
        defer { cache.clear() }
        let queue = try Store.mapped { try DatabaseQueue() }
        return try queue.inDatabase { database in
            guard let handle = database.sqliteConnection else {
                throw StorageError(.inputOutput, message: "SQLite cannot make a database in memory")
            }
            let connection = Connection(handle: handle, cache: cache)
            defer { cache.clear() }
            _ = try Migrator(schema: self, path: "memory").bring(connection)
            return try Self.objects(connection)
        }
    }

    /// What a database consists of.
    /// - Throws: `StorageError`
    package static func objects(_ connection: Connection) throws -> Set<Object> {
        try connection.query("SELECT type, name, tbl_name, sql FROM sqlite_schema") { rows in
            var objects: Set<Object> = []
            while try rows.step() {
                objects.insert(
                    Object(type: rows.text(0), name: rows.text(1), table: rows.text(2), sql: rows.optionalText(3)))
            }
            return objects
        }
    }
}
