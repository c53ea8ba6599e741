/// Brings a database to the version that this program knows, and knows a foreign or newer one.
struct Migrator {
    let schema: Schema
    let path: String

    /// Makes or migrates the database. Inside the gate.
    /// - Returns: the error that every write must end with, when a newer program wrote the file
    /// - Throws: `StorageError`
    func bring(_ connection: Connection) throws -> StorageError? {
        var version = try pragma(connection, "user_version")
        let application = try pragma(connection, "application_id")
        let isEmpty = try connection.query("SELECT count(*) FROM sqlite_schema") {
            try $0.step() ? $0.integer(0) == 0 : true
        }
        if isEmpty {
            guard version == 0, application == 0 else { throw foreign() }
            try connection.execute("PRAGMA journal_mode=WAL")
            version = 0
        } else if application != Int64(schema.applicationID) {
            throw foreign()
        } else {
            try connection.execute("PRAGMA journal_mode=WAL")
        }
        if version > schema.version { return newer(version) }
        guard version < schema.version else { return nil }
        if version > 0 { try checkSteps(connection, upTo: version) }
        try connection.execute("BEGIN IMMEDIATE")
        do {
            if version == 0 {
                try connection.execute(
                    "CREATE TABLE migration(version INTEGER PRIMARY KEY, checksum INTEGER NOT NULL) STRICT")
            }
            for step in schema.migrations where step.version > version {
                try connection.execute(step.sql)
                try step.seed(connection)
                try connection.execute("INSERT INTO migration VALUES(\(step.version), \(step.checksum))")
            }
            try connection.execute("PRAGMA application_id=\(schema.applicationID)")
            try connection.execute("PRAGMA user_version=\(schema.version)")
            try connection.execute("COMMIT")
        } catch {
            try? connection.execute("ROLLBACK")
            throw error
        }
        return nil
    }

    /// Refuses a file that is not of this kind.
    /// - Throws: `StorageError`
    func check(_ connection: Connection) throws {
        guard try pragma(connection, "application_id") == Int64(schema.applicationID) else { throw foreign() }
        let version = try pragma(connection, "user_version")
        if version > schema.version { return }
        guard version == schema.version else {
            throw StorageError(
                .readOnly, message: "\(path) is of an older version and may only be read",
                hint: "copy it to a folder that can be written to")
        }
    }

    /// Refuses a history of steps that is not ours.
    /// - Throws: `StorageError` of code `corrupt`
    func checkSteps(_ connection: Connection, upTo version: Int64) throws {
        var found: [Int64: Int64] = [:]
        try connection.query("SELECT version, checksum FROM migration") { rows in
            while try rows.step() { found[rows.integer(0)] = rows.integer(1) }
        }
        for step in schema.migrations where step.version <= version {
            guard found.removeValue(forKey: step.version) == step.checksum else {
                throw StorageError(
                    .corrupt, message: "\(path): step \(step.version) of its schema is not the one that was released")
            }
        }
        guard found.keys.allSatisfy({ $0 > version }) else {
            throw StorageError(.corrupt, message: "\(path): its schema has steps that do not belong to it")
        }
    }

    private func pragma(_ connection: Connection, _ name: String) throws -> Int64 {
        try connection.query("PRAGMA \(name)") { try $0.step() ? $0.integer(0) : 0 }
    }

    private func foreign() -> StorageError {
        StorageError(
            .corrupt, message: "\(path) is not a file of ai1, or of another kind",
            hint: "move it away, or set AI1_HOME to another folder")
    }

    private func newer(_ version: Int64) -> StorageError {
        StorageError(
            .newer,
            message: "\(path) was written by a newer ai1 (version \(version), this one knows \(schema.version))",
            hint: "update ai1; until then it can be read only")
    }
}
