internal import CStorage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One writer at a time over all processes, in the order of their coming.
///
/// A side file holds the number of the next ticket. Whoever comes takes a number, locks the octet that belongs to it, and
/// waits until no lower number is locked. Every lock belongs to an open file description, so the kernel frees it when its
/// holder dies, and whoever waited for a dead one goes on. A process that comes back at once may use its last ticket a few
/// times more, since changing over costs as much as a commit; then it queues again. Nobody starves.
struct Gate: Sendable {
    /// The octet that guards the counter.
    private static let door: Int64 = 0
    /// Where the counter stands in the file.
    private static let counter = 8
    /// The octet of ticket 0.
    private static let tickets: Int64 = 64
    /// The highest ticket, after which the count starts again; no machine gets there.
    private static let highest: UInt64 = 1 << 60

    /// How often a ticket may be used again.
    private static let returns = 32

    /// The file is as large as a page of memory.
    private static let fileBytes = 4_096

    let descriptor: Int32
    let path: String
    // SAFETY: memory shared with other processes; only touched while the door is locked.
    nonisolated(unsafe) private let page: UnsafeMutableRawPointer

    // SAFETY: one thread at a time enters a gate; the store's queue sees to it.
    nonisolated(unsafe) private let turn: UnsafeMutablePointer<Turn>

    /// The last ticket, and how often it may still be used.
    private struct Turn {
        var ticket: UInt64 = 0
        var returns = 0
    }

    private init(descriptor: Int32, path: String, page: UnsafeMutableRawPointer) {
        self.descriptor = descriptor
        self.path = path
        self.page = page
        turn = .allocate(capacity: 1)
        turn.initialize(to: Turn())
    }

    /// Opens the side file, and makes it when it is not there.
    static func open(_ path: String) -> Result<Gate, StorageError> {
        let descriptor = openFile(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return .failure(SystemFailure(number: errno).error("open", path)) }
        // Written, not only made longer: a hole that cannot be filled would end the process at the first store.
        guard fill(descriptor),
            let page = mmap(nil, fileBytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), page != MAP_FAILED
        else {
            let error = SystemFailure(number: errno).error("prepare", path)
            close(descriptor)
            return .failure(error)
        }
        return .success(Gate(descriptor: descriptor, path: path, page: page))
    }

    /// Gives a new file its size.
    private static func fill(_ descriptor: Int32) -> Bool {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return false }
        guard facts.st_size < fileBytes else { return true }
        guard ai1_range_lock(descriptor, door, 1, 10_000) == 0 else { return false }
        defer { _ = ai1_range_unlock(descriptor, door, 1) }
        guard fstat(descriptor, &facts) == 0 else { return false }
        let missing = [UInt8](repeating: 0, count: max(0, fileBytes - Int(facts.st_size)))
        return missing.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, facts.st_size) } == missing.count
    }

    /// Waits for its turn.
    /// - Throws: `StorageError` of code `busy` when others keep the gate for longer than the time-out
    func enter(timeoutMilliseconds: Int32) throws {
        if comesBack() { return }
        try lock(Self.door, 1, timeoutMilliseconds)
        // Through memory, not by write(2): that would make every commit also write this file's times.
        var ticket = page.load(fromByteOffset: Self.counter, as: UInt64.self)
        if ticket >= Self.highest { ticket = 0 }
        page.storeBytes(of: ticket + 1, toByteOffset: Self.counter, as: UInt64.self)
        let own = Self.tickets + Int64(ticket)
        try lock(own, 1, 0)
        _ = ai1_range_unlock(descriptor, Self.door, 1)
        if ticket > 0 {
            // The one before first: so a departure wakes one process, not all. Then all others, in case it died while
            // waiting.
            try lock(own - 1, 1, timeoutMilliseconds)
            try lock(Self.tickets, Int64(ticket), timeoutMilliseconds)
        }
        turn.pointee = Turn(ticket: ticket, returns: Self.returns)
    }

    /// Takes the last ticket again, with all below it, if nobody has gone in since. Whoever is inside has the octet of
    /// ticket 0.
    private func comesBack() -> Bool {
        guard turn.pointee.returns > 0 else { return false }
        turn.pointee.returns -= 1
        guard ai1_range_lock(descriptor, Self.tickets, Int64(turn.pointee.ticket) + 1, 0) == 0 else {
            turn.pointee.returns = 0
            return false
        }
        return true
    }

    /// Lets the next one in.
    func leave() { _ = ai1_range_unlock_all(descriptor) }

    func shut() {
        munmap(page, Self.fileBytes)
        turn.deallocate()
        _ = close(descriptor)
    }

    private func lock(_ start: Int64, _ length: Int64, _ timeoutMilliseconds: Int32) throws {
        let status = ai1_range_lock(descriptor, start, length, timeoutMilliseconds)
        guard status != 0 else { return }
        leave()
        guard status == ETIMEDOUT || status == EAGAIN else {
            throw SystemFailure(number: status).error("lock", path)
        }
        throw StorageError(
            .busy, message: "another ai1 keeps \(path) locked",
            hint: "look for a stopped ai1 (ps -C ai1), or try again later")
    }
}

/// open(2), named apart from `Gate.open`.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
