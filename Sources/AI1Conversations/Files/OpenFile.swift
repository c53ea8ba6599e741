internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// An open file that closes itself. Its lock, flock(2), is held by the kernel: it ends with the process, however that
/// ends.
struct OpenFile: ~Copyable, Sendable {
    /// How long to wait for another process's lock.
    static let lockTimeoutMilliseconds = 10_000

    let path: String
    private let descriptor: Int32

    /// Opens a file to read it; nil when nothing is there.
    /// - Throws: `SettingsError` of the codes `missing` and `inputOutput`
    init?(reading path: String) throws {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard opened >= 0 else {
            let failure = SystemFailure(number: errno)
            if failure.isMissing { return nil }
            throw failure.reading(path)
        }
        self.path = path
        descriptor = opened
    }

    /// Opens a file to change it, and makes it with mode 0600 when that is asked for; nil when nothing is there.
    /// - Throws: `SettingsError` of the codes `cannotCreate` and `inputOutput`
    init?(changing path: String, create: Bool = false) throws {
        let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (create ? O_CREAT : 0), 0o600)
        guard opened >= 0 else {
            let failure = SystemFailure(number: errno)
            if failure.isMissing, !create { return nil }
            throw failure.writing(path, "open")
        }
        self.path = path
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Takes the lock when nobody holds it.
    /// - Returns: false when somebody does
    /// - Throws: `SettingsError`
    func tryLock() throws -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            if number == EWOULDBLOCK { return false }
            guard number == EINTR else { throw SystemFailure(number: number).writing(path, "lock") }
        }
        return true
    }

    /// Waits for the lock, for at most ten seconds.
    /// - Throws: `ConversationError` of code `locked`, `SettingsError`
    func lock() throws {
        var waitedMilliseconds = 0
        while try !tryLock() {
            guard waitedMilliseconds < Self.lockTimeoutMilliseconds else {
                throw ConversationError(
                    .locked, "another ai1 holds \(Display.path(path)) for too long", hint: "try again in a moment")
            }
            usleep(5_000)
            waitedMilliseconds += 5
        }
    }

    /// Whether the path still leads to this very file, and not to none or to another that took its place.
    var isInPlace: Bool {
        var own = stat()
        var there = stat()
        return fstat(descriptor, &own) == 0 && lstat(path, &there) == 0 && own.st_ino == there.st_ino
            && own.st_dev == there.st_dev
    }

    /// Its length in octets.
    /// - Throws: `SettingsError` also when it is no regular file
    func size() throws -> Int {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw SystemFailure(number: errno).reading(path) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw SettingsError(.malformed, "\(Display.path(path)) is not a file")
        }
        return Int(facts.st_size)
    }

    /// The octets from an offset on: so many, or fewer when the file ends before.
    /// - Throws: `SettingsError`
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        var have = 0
        while have < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(descriptor, buffer.baseAddress.map { $0 + have }, buffer.count - have, off_t(offset + have))
            }
            if got == 0 { break }
            if got > 0 { have += got } else if errno != EINTR { throw SystemFailure(number: errno).reading(path) }
        }
        bytes.removeLast(bytes.count - have)
        return bytes
    }

    /// Writes at an offset, which becomes the file's new end, and waits until the disk has it. What fails half-way is
    /// taken back: the file then ends at `offset`.
    /// - Throws: `SettingsError`
    func write(_ bytes: [UInt8], at offset: Int) throws {
        do throws(SystemFailure) {
            try cut(offset)
            var done = 0
            while done < bytes.count {
                let count = bytes.withUnsafeBytes { buffer in
                    pwrite(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
                }
                if count > 0 {
                    done += count
                } else if count < 0, errno != EINTR {
                    throw SystemFailure(number: errno)
                }
            }
            guard fsync(descriptor) == 0 else { throw SystemFailure(number: errno) }
        } catch {
            ftruncate(descriptor, off_t(offset))
            throw error.writing(path)
        }
    }

    private func cut(_ length: Int) throws(SystemFailure) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw SystemFailure(number: errno) }
        guard Int(facts.st_size) != length else { return }
        while ftruncate(descriptor, off_t(length)) != 0 {
            guard errno == EINTR else { throw SystemFailure(number: errno) }
        }
    }
}
