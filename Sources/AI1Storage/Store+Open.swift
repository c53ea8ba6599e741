internal import CStorage
internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension Store {
    /// Opens a database, and makes it when it is not there. A file or folder that may only be read, and a file of a newer
    /// version, can still be read.
    /// - Parameters:
    ///   - path: the database file; its folder must exist
    ///   - schema: what the file must be
    ///   - durability: what a machine that loses its power may take with it
    /// - Throws: `StorageError`
    package static func open(
        _ path: String, schema: Schema, durability: Durability = .everyCommit
    ) throws -> Store {
        if let system = ai1_network_file_system(folder(of: path)) {
            throw StorageError(
                .networkFileSystem, message: "\(path) is on a network file system (\(String(cString: system)))",
                hint: "its locks cannot be relied on: set AI1_HOME or XDG_DATA_HOME to a local folder")
        }
        switch Gate.open(path + "-gate") {
        case .failure(let error):
            guard error.code == .readOnly, FileIdentity(path) != nil else { throw error }
            return try openReadOnly(path, schema, because: error)
        case .success(let gate):
            do {
                return try open(path, schema, gate, durability)
            } catch {
                gate.shut()
                throw error
            }
        }
    }

    private static func open(
        _ path: String, _ schema: Schema, _ gate: Gate, _ durability: Durability
    ) throws -> Store {
        try gate.enter(timeoutMilliseconds: gateTimeoutMilliseconds)
        defer { gate.leave() }
        try make(path)
        guard access(path, W_OK) == 0, access(folder(of: path), W_OK) == 0 else {
            defer { gate.shut() }
            return try openReadOnly(
                path, schema, because: StorageError(.readOnly, message: "\(path) may only be read"))
        }
        return try openWritable(path, schema, gate, durability)
    }

    private static func openWritable(
        _ path: String, _ schema: Schema, _ gate: Gate, _ durability: Durability
    ) throws -> Store {
        let cache = StatementCache()
        var configuration = configuration(cache, durability)
        configuration.busyMode = .timeout(Double(busyTimeoutMilliseconds) / 1_000)
        let queue = try mapped { try DatabaseQueue(path: path, configuration: configuration) }
        guard let file = FileIdentity(path) else {
            throw StorageError(.replaced, message: "\(path) was removed while it was being opened")
        }
        var newer: StorageError?
        try queue.inDatabase { database in
            let connection = Connection(handle: database.sqliteConnection!, cache: cache)
            // GRDB watches the compilation of statements for its observers, at a third of the time it takes. There are none.
            sqlite3_set_authorizer(connection.handle, nil, nil)
            newer = try Migrator(schema: schema, path: path).bring(connection)
            try verifyRules(connection, path, durability)
        }
        return Store(
            path: path, readOnlyReason: newer, queue: queue, gate: gate, file: file,
            log: FileIdentity(path + "-wal"), cache: cache)
    }

    /// Opens a file that is on a medium, or belongs to somebody, that does not let us write.
    static func openReadOnly(_ path: String, _ schema: Schema, because reason: StorageError) throws -> Store {
        let cache = StatementCache()
        var configuration = configuration(cache)
        configuration.readonly = true
        // Without a log to read, the file itself is the whole database, and needs no lock.
        let hasLog = FileIdentity(path + "-wal") != nil
        let address = hasLog ? path : "file:\(escaped(path))?immutable=1"
        let queue = try mapped { try DatabaseQueue(path: address, configuration: configuration) }
        guard let file = FileIdentity(path) else {
            throw StorageError(.replaced, message: "\(path) was removed while it was being opened")
        }
        try queue.inDatabase { database in
            let connection = Connection(handle: database.sqliteConnection!, cache: cache)
            // GRDB watches the compilation of statements for its observers, at a third of the time it takes. There are none.
            sqlite3_set_authorizer(connection.handle, nil, nil)
            try Migrator(schema: schema, path: path).check(connection)
        }
        return Store(path: path, readOnlyReason: reason, queue: queue, gate: nil, file: file, log: nil, cache: cache)
    }

    /// Makes an empty file with the right mode; SQLite gives its side files the same.
    private static func make(_ path: String) throws {
        guard FileIdentity(path) == nil else { return }
        let descriptor = createFile(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SystemFailure(number: errno).error("make", path) }
        close(descriptor)
    }

    private static func configuration(
        _ cache: StatementCache, _ durability: Durability = .everyCommit
    ) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        let frames = UInt(bitPattern: cache.frames)
        configuration.prepareDatabase { database in
            guard let handle = database.sqliteConnection else { return }
            guard ai1_sqlite_no_checkpoint_on_close(handle) == 0 else {
                throw StorageError(.inputOutput, message: "SQLite cannot leave out the checkpoint at its close")
            }
            ai1_sqlite_count_log_frames(handle, UnsafeMutablePointer(bitPattern: frames))
            for pragma in ["synchronous=\(durability.rawValue)", "trusted_schema=OFF", "mmap_size=0"] {
                guard sqlite3_exec(handle, "PRAGMA \(pragma)", nil, nil, nil) == SQLITE_OK else {
                    throw StorageError(sqlite: handle)
                }
            }
        }
        return configuration
    }

    /// Reads the rules back: a build of SQLite that ignores one of them is refused.
    private static func verifyRules(
        _ connection: Connection, _ path: String, _ durability: Durability
    ) throws {
        let expected: [(String, String)] = [
            ("journal_mode", "wal"), ("synchronous", "\(durability.rawValue)"), ("foreign_keys", "1"),
            ("trusted_schema", "0"),
        ]
        for (pragma, value) in expected {
            let found = try connection.query("PRAGMA \(pragma)") { try $0.step() ? $0.text(0) : "" }
            guard found == value else {
                throw StorageError(
                    .inputOutput, message: "\(path): SQLite has \(pragma) \(found) where \(value) is needed",
                    hint: "another program may have changed the file's mode, or the file system cannot map memory")
            }
        }
    }

    /// Errors of GRDB as ours.
    static func mapped<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StorageError(
                sqliteCode: error.extendedResultCode.rawValue, text: error.message ?? "no message")
        }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path as it may stand in a URI.
    private static func escaped(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "%"): "%25"
            case UInt8(ascii: "?"): "%3f"
            case UInt8(ascii: "#"): "%23"
            default: String(UnicodeScalar(byte))
            }
        }.joined()
    }
}

/// open(2), named apart from `Store.open`.
private func createFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
