#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One writer at a time, over threads and processes: flock(2) on a file of its own, which stays.
package enum FileLock {
    /// Runs `body` while holding the lock.
    /// - Parameters:
    ///   - path: the lock file, made with mode 0600
    ///   - timeoutMilliseconds: how long to wait for other holders
    /// - Throws: `SettingsError` of code `locked`, `cannotCreate`, `inputOutput`, and what `body` throws
    package static func hold<Value>(
        _ path: String, timeoutMilliseconds: Int = 10_000, _ body: () throws(SettingsError) -> Value
    ) throws(SettingsError) -> Value {
        let descriptor: Int32
        switch SystemCall.retrying({ open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600) }) {
        case .success(let opened): descriptor = opened
        case .failure(let failure): throw failure.writing(path, "create")
        }
        defer { close(descriptor) }
        var waitedMilliseconds = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            guard number == EWOULDBLOCK || number == EINTR else {
                throw SystemFailure(number: number).writing(path, "lock")
            }
            guard waitedMilliseconds < timeoutMilliseconds else {
                throw SettingsError(
                    .locked, "another ai1 holds \(Display.path(path)) for too long", hint: "try again in a moment")
            }
            usleep(5_000)
            waitedMilliseconds += 5
        }
        return try body()
    }
}
