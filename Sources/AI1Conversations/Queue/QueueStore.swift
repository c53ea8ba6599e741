package import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Requests that are sent later: a file each, `<id>.json`, which is replaced as a whole, and a lock beside it. Any
/// number of processes may flush at once; each entry is sent by one of them, once.
package struct QueueStore: Sendable {
    /// What is in the queue.
    package struct Listing: Sendable, Hashable {
        /// The oldest first.
        package var entries: [QueueEntry]
        /// Files that cannot be read, with the reason.
        package var damaged: [String]

        package init(entries: [QueueEntry] = [], damaged: [String] = []) {
            self.entries = entries
            self.damaged = damaged
        }
    }

    let folder: String
    let limits: QueueLimits
    let clock: any WallClock

    /// - Parameter folder: `queue` in the data folder; made with mode 0700 with the first entry
    package init(folder: String, clock: any WallClock, limits: QueueLimits = QueueLimits()) {
        self.folder = folder
        self.limits = limits
        self.clock = clock
    }

    /// Keeps a request; when this returns, the disk has it.
    /// - Parameters:
    ///   - request: its id becomes the entry's, and its idempotency key
    ///   - notBefore: the earliest moment of sending
    ///   - expires: it is not sent from this moment on
    /// - Throws: `ConversationError` of code `tooLarge`; `SettingsError`
    @discardableResult
    package func add(
        _ request: ChatRequest, wishes: QueueWishes, notBefore: Timestamp? = nil, expires: Timestamp? = nil
    ) throws -> QueueEntry {
        let open = list().entries.count { ![.done, .failed].contains($0.state) }
        guard open < limits.openEntries else {
            throw ConversationError(
                .tooLarge, "\(grouped(Int64(open))) requests are waiting already",
                hint: "send them first: ai1 ask --flush")
        }
        try Directory.ensure(folder)
        let entry = QueueEntry(
            request: request, wishes: wishes, created: clock.now, notBefore: notBefore, expires: expires)
        try write(entry)
        return entry
    }

    /// Everything in the queue. An entry that a killed process was sending is shown as `unknown`.
    package func list() -> Listing {
        var listing = Listing()
        for id in ids() {
            do {
                if let entry = try find(id) { listing.entries.append(entry) }
            } catch {
                listing.damaged.append(
                    (error as? any AI1Error)?.message ?? "\(Display.path(path(of: id))) is unreadable")
            }
        }
        return listing
    }

    /// The ids of everything in the queue, readable or not, the oldest first.
    package func ids() -> [RequestID] {
        FolderNames.list(folder).compactMap { $0.hasSuffix(".json") ? RequestID(String($0.dropLast(5))) : nil }
    }

    /// The ids of what may be sent at a time, the oldest first.
    package func due(at time: Timestamp) -> [RequestID] { list().entries.filter { $0.isDue(at: time) }.map(\.id) }

    /// One entry; nil when there is none. One that a killed process was sending is shown as `unknown`.
    /// - Throws: `ConversationError` of code `damaged`; `SettingsError`
    package func find(_ id: RequestID) throws -> QueueEntry? {
        let entry = try read(id)
        guard let entry, entry.state == .sending else { return entry }
        // Nobody holds the lock: whoever was sending it is dead. It may have finished meanwhile: read again under the
        // lock.
        guard let lock = try QueueLock(lockPath(of: id)) else { return entry }
        return try withExtendedLifetime(lock) { try settled(id) }
    }

    func path(of id: RequestID) -> String { "\(folder)/\(id).json" }

    func lockPath(of id: RequestID) -> String { "\(folder)/\(id).lock" }

    /// Under the lock: the entry as it is, `unknown` when it was left in the middle of a sending.
    func settled(_ id: RequestID) throws -> QueueEntry? {
        guard var entry = try read(id) else { return nil }
        guard entry.state == .sending else { return entry }
        entry.state = .unknown
        entry.changed = clock.now
        entry.lastError = "the program ended while it was sending this"
        try write(entry)
        return entry
    }

    func read(_ id: RequestID) throws -> QueueEntry? {
        guard let file = try OpenFile(reading: path(of: id)) else { return nil }
        let size = try file.size()
        guard size <= limits.entryBytes * 2, let value = try? JSONParser.parse(try file.read(at: 0, count: size)),
            let entry = QueueCodec.decode(value), entry.id == id
        else {
            throw ConversationError(
                .damaged, "\(Display.path(path(of: id))) is damaged", hint: "remove it, and ask again")
        }
        return entry
    }

    func write(_ entry: QueueEntry) throws {
        let bytes = QueueCodec.encode(entry).encoded() + [0x0A]
        guard bytes.count <= limits.entryBytes else {
            throw ConversationError(
                .tooLarge,
                "the request has \(ShownBytes.text(bytes.count)), the queue keeps at most "
                    + "\(ShownBytes.text(limits.entryBytes)) of one", hint: "send less at once")
        }
        try AtomicFile.write(bytes, to: path(of: entry.id))
    }
}
