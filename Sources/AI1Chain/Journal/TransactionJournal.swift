package import AI1Core
internal import AI1Storage

/// What this machine has signed: every transaction is written here, durably, before an octet of it is sent. A SQLite
/// file that any number of processes may have open.
package final class TransactionJournal: Sendable {
    /// The file's name in the data folder.
    package static let name = "wallet.sqlite"

    let store: Store
    let clock: any WallClock

    private init(store: Store, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// Opens the journal, and makes it with mode 0600 on first use. Its folder must exist. A file that may only be
    /// read, and one that a newer ai1 wrote, can still be read.
    /// - Parameter path: the file, in the data folder
    /// - Throws: `StorageError`
    package static func open(_ path: String, clock: any WallClock) throws -> TransactionJournal {
        try mapped {
            TransactionJournal(
                store: try Store.open(path, schema: JournalSchema.schema, durability: .everyCommit), clock: clock)
        }
    }

    /// A transaction that only reads.
    func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try Self.mapped { try store.read(body) }
    }

    /// A transaction that is on the disk when this returns.
    func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try Self.mapped { try store.write(body) }
    }

    /// Errors of the file store, in the journal's terms.
    private static func mapped<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StorageError {
            throw StorageError(
                error.code, message: "the journal of transactions: \(error.message)", hint: hint(error),
                underlying: error.underlying)
        }
    }

    private static func hint(_ error: StorageError) -> String? {
        switch error.code {
        case .replaced: "run the command again"
        case .corrupt:
            "put back a copy, or move it away with its -wal and -shm once nothing of yours is pending on any chain"
        case .cannotCreate, .readOnly, .diskFull, .inputOutput, .newer, .busy, .networkFileSystem, .refused: error.hint
        }
    }
}
