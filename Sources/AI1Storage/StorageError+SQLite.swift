internal import GRDBSQLite

extension StorageError {
    /// The error that a connection has just reported.
    init(sqlite connection: OpaquePointer) {
        self.init(
            sqliteCode: sqlite3_extended_errcode(connection), text: String(cString: sqlite3_errmsg(connection)))
    }

    /// - Parameters:
    ///   - sqliteCode: SQLite's extended result code
    ///   - text: SQLite's message
    init(sqliteCode: Int32, text: String) {
        let underlying = "SQLite \(sqliteCode): \(text)"
        switch sqliteCode & 0xFF {
        case SQLITE_FULL:
            self.init(
                .diskFull, message: "the disk is full; nothing was written", hint: "make room on that disk",
                underlying: underlying)
        case SQLITE_READONLY, SQLITE_PERM:
            self.init(
                .readOnly, message: "the database may only be read", hint: "check who owns the file and its folder",
                underlying: underlying)
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT:
            self.init(
                .corrupt, message: "the database is damaged: \(text)",
                hint: "restore a backup, and keep the damaged file", underlying: underlying)
        case SQLITE_BUSY, SQLITE_LOCKED:
            self.init(
                .busy, message: "another program keeps the database locked", hint: "try again later",
                underlying: underlying)
        case SQLITE_CANTOPEN:
            self.init(
                .cannotCreate, message: "the database cannot be opened", hint: "check the folder and its owner",
                underlying: underlying)
        case SQLITE_CONSTRAINT:
            self.init(.refused, message: "the database refused a row: \(text)", underlying: underlying)
        case SQLITE_IOERR:
            self.init(
                .inputOutput, message: "reading or writing the database failed",
                hint: "check the disk (dmesg), then try again", underlying: underlying)
        default:
            self.init(.inputOutput, message: "the database failed: \(text)", underlying: underlying)
        }
    }
}
