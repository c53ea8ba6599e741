/// The sole right to send an entry. It ends when this value goes out of use, or with the process, however that ends.
package final class QueueClaim: Sendable {
    /// The entry as it was written before anything was sent: in state `sending`.
    package let entry: QueueEntry
    let lock: QueueLock

    init(entry: QueueEntry, lock: consuming QueueLock) {
        self.entry = entry
        self.lock = lock
    }
}

/// The lock of one entry, held by the kernel.
struct QueueLock: ~Copyable, Sendable {
    private let file: OpenFile

    /// Takes the lock; nil when somebody else has it, or has just removed it.
    /// - Throws: `SettingsError`
    init?(_ path: String) throws {
        guard let file = try OpenFile(changing: path, create: true) else { return nil }
        guard try file.tryLock(), file.isInPlace else { return nil }
        self.file = file
    }
}
