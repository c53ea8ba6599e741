internal import AI1Core
internal import AI1Storage

/// The history in a SQLite file. Any number of processes may have it open; every change is one transaction inside the gate
/// of the store. Whoever records must go on when it throws: an answer is never lost for its record.
package final class HistoryFile: Sendable {
    /// The file's name in the data folder.
    package static let name = "history.db"

    let store: Store

    private init(store: Store) { self.store = store }

    /// Opens the history, and makes it with mode 0600 on first use. Its folder must exist. A file that may only be read, or
    /// that a newer ai1 wrote, can still be read.
    /// - Throws: `HistoryError`
    package static func open(_ path: String) throws -> HistoryFile {
        try mapped {
            // After a power cut the last requests may be missing: waiting for the disk would cost every request more than
            // everything else that is done here.
            let store = try Store.open(path, schema: HistorySchema.schema, durability: .order)
            // What is deleted is overwritten: it was somebody's words.
            try store.read { try $0.execute("PRAGMA secure_delete=ON") }
            return HistoryFile(store: store)
        }
    }

    /// Why nothing can be written; nil when it can.
    package var readOnlyReason: HistoryError? { store.readOnlyReason.map { HistoryError($0) } }

    /// Prepares the statements of `record`, which takes a millisecond that is free while an answer is waited for. What
    /// fails is prepared when it is needed.
    package func prepareRecording() { try? store.prepare(HistorySQL.recording) }

    /// A transaction that only reads.
    func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try Self.mapped { try store.read(body) }
    }

    func write<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try Self.mapped { try store.write(body) }
    }

    /// Errors of the file store as the history's.
    static func mapped<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StorageError {
            throw HistoryError(error)
        }
    }
}
