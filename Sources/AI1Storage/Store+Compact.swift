internal import GRDB
internal import GRDBSQLite

extension Store {
    /// Writes the database anew without what was deleted, and empties its log: nothing of a deleted row is left in either. Takes
    /// as long as copying the file; others wait meanwhile.
    /// - Throws: `StorageError`
    package func compact() throws {
        if let readOnlyReason { throw readOnlyReason }
        guard let gate else { throw StorageError(.readOnly, message: "\(path) may only be read") }
        try queue.inDatabase { database in
            try gate.enter(timeoutMilliseconds: Self.gateTimeoutMilliseconds)
            defer { gate.leave() }
            let connection = try connection(database)
            try connection.query("VACUUM") { try $0.run() }
        }
        try flush()
    }
}
