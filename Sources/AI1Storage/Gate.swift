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
/// holder dies, and whoever waited for a dead one goes on. Nobody starves, and nobody is overtaken.
struct Gate: Sendable {
    /// The octet that guards the counter.
    private static let door: Int64 = 0
    /// Where the counter stands in the file.
    private static let counter: Int64 = 8
    /// The octet of ticket 0.
    private static let tickets: Int64 = 64
    /// The highest ticket, after which the count starts again; no machine gets there.
    private static let highest: UInt64 = 1 << 60

    let descriptor: Int32
    let path: String

    /// Opens the side file, and makes it when it is not there.
    static func open(_ path: String) -> Result<Gate, StorageError> {
        let descriptor = openFile(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return .failure(SystemFailure(number: errno).error("open", path)) }
        return .success(Gate(descriptor: descriptor, path: path))
    }

    /// Waits for its turn.
    /// - Throws: `StorageError` of code `busy` when others keep the gate for longer than the time-out
    func enter(timeoutMilliseconds: Int32) throws {
        try lock(Self.door, 1, timeoutMilliseconds)
        var ticket: UInt64 = 0
        // A new file is empty, and its first ticket is 0.
        guard pread(descriptor, &ticket, 8, off_t(Self.counter)) >= 0 else { throw failure("read") }
        if ticket >= Self.highest { ticket = 0 }
        var next = ticket + 1
        guard pwrite(descriptor, &next, 8, off_t(Self.counter)) == 8 else { throw failure("write") }
        let own = Self.tickets + Int64(ticket)
        try lock(own, 1, 0)
        _ = ai1_range_unlock(descriptor, Self.door, 1)
        guard ticket > 0 else { return }
        // The one before first: so a departure wakes one process, not all. Then all others, in case it died while waiting.
        try lock(own - 1, 1, timeoutMilliseconds)
        try lock(Self.tickets, Int64(ticket), timeoutMilliseconds)
    }

    /// Lets the next one in.
    func leave() { _ = ai1_range_unlock_all(descriptor) }

    func shut() { _ = close(descriptor) }

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

    private func failure(_ action: String) -> StorageError {
        let error = SystemFailure(number: errno).error(action, path)
        leave()
        return error
    }
}

/// open(2), named apart from `Gate.open`.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
