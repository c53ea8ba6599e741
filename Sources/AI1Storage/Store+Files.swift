internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Copies of a database, and putting one in the place of another.
extension Store {
    /// Opens a file that nobody writes to, such as a backup. Leaves nothing beside it when it has no log.
    /// - Throws: `StorageError`
    package static func openToRead(_ path: String, schema: Schema) throws -> Store {
        guard FileIdentity(path) != nil else {
            throw StorageError(.cannotCreate, message: "\(path) does not exist")
        }
        return try openReadOnly(path, schema, because: StorageError(.readOnly, message: "\(path) is only being read"))
    }

    /// Writes the database as it is now to another file, without a log. Reads only: others go on writing.
    /// - Parameter copy: a path where nothing is yet, or an empty file
    /// - Throws: `StorageError`
    package func copy(to copy: String) throws {
        try queue.inDatabase { database in
            try connection(database).query("VACUUM INTO ?") { statement in
                statement.bind(1, copy)
                try statement.run()
            }
        }
    }

    /// Writes the whole log back to the file and empties it.
    /// - Throws: `StorageError` of code `busy` when another process is reading the log
    package func flush() throws {
        guard let gate else { throw StorageError(.readOnly, message: "\(path) may only be read") }
        try queue.inDatabase { database in
            try gate.enter(timeoutMilliseconds: Self.gateTimeoutMilliseconds)
            defer { gate.leave() }
            let connection = try connection(database)
            // Others wait at the gate meanwhile: no waiting for readers.
            sqlite3_busy_timeout(connection.handle, 0)
            defer { sqlite3_busy_timeout(connection.handle, Self.busyTimeoutMilliseconds) }
            let isWhole = try connection.query("PRAGMA wal_checkpoint(TRUNCATE)") {
                try $0.step() ? $0.integer(0) == 0 : false
            }
            guard isWhole else {
                throw StorageError(.busy, message: "another process is reading \(path)", hint: "try again later")
            }
        }
    }

    /// Puts a file in the place of a database, inside the gate. The present one is kept with its log, so that its log
    /// is never applied to the new one. Processes that have it open can still read it; their next write ends with code
    /// `replaced`.
    /// - Parameters:
    ///   - path: the database
    ///   - replacement: a file in the same folder, without a log
    ///   - kept: where the present database goes
    ///   - replaced: called inside the gate afterwards
    /// - Throws: `StorageError`
    package static func replace(
        _ path: String, with replacement: String, keeping kept: String, replaced: () -> Void
    ) throws {
        let gate = try Gate.open(path + "-gate").get()
        defer { gate.shut() }
        try gate.enter(timeoutMilliseconds: gateTimeoutMilliseconds)
        defer { gate.leave() }
        // A second name before the first one goes: at no instant is there no database.
        if FileIdentity(path) != nil {
            try keep(path, kept)
            if FileIdentity(path + "-wal") != nil { try keep(path + "-wal", kept + "-wal") }
        }
        for name in [path + "-wal", path + "-shm"] {
            guard unlink(name) == 0 || errno == ENOENT else { throw SystemFailure(number: errno).error("remove", name) }
        }
        guard rename(replacement, path) == 0 else { throw SystemFailure(number: errno).error("replace", path) }
        let folder = openFolder(folder(of: path))
        if folder >= 0 {
            _ = fsync(folder)
            close(folder)
        }
        replaced()
    }

    private static func keep(_ path: String, _ name: String) throws {
        guard link(path, name) == 0 else { throw SystemFailure(number: errno).error("keep", path) }
    }
}

/// Opens a folder, to sync it.
private func openFolder(_ path: String) -> Int32 { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
