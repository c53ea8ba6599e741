package import AI1Core
package import AI1Wallet

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// One sender at a time for each account on a chain, over threads and processes: flock(2) on a file of its own. The
/// kernel frees it when its holder dies.
package struct NonceLock: Sendable {
    /// How long to wait before looking again.
    private static let pauseMilliseconds: Int64 = 10
    /// Octets of a process number in decimal.
    private static let longestHolder = 20

    private let folder: String
    private let clock: any WallClock
    private let waitMilliseconds: Int64

    /// - Parameters:
    ///   - folder: where the lock files are, the state folder; made with mode 0700 when it is not there
    ///   - waitMilliseconds: how long to wait for others
    package init(folder: String, clock: any WallClock, waitMilliseconds: Int64 = 30_000) {
        self.folder = folder
        self.clock = clock
        self.waitMilliseconds = waitMilliseconds
    }

    /// Runs `body` while no other process or task sends from the account.
    /// - Parameter waiting: called once when another one holds the lock, with its process number where it is known
    /// - Throws: `ChainError` of code `tryLater` when others held it too long, `lock` when the file cannot be made;
    ///   `CancellationError`; what `body` throws
    package func hold<Value>(
        chain: UInt64, sender: Address, waiting: (String?) -> Void = { _ in }, _ body: () async throws -> Value
    ) async throws -> Value {
        let path = "\(folder)/wallet-\(chain)-\(sender.lowercased).lock"
        let descriptor = try openLock(path)
        defer {
            // A child that was forked a moment ago still has a copy of the descriptor: closing ours alone would not do.
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
        let start = clock.monotonicNanoseconds
        var hasTold = false
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            guard number == EWOULDBLOCK || number == EINTR else { throw Self.failure("lock", path, number) }
            let holder = Self.holder(descriptor)
            if !hasTold { waiting(holder) }
            hasTold = true
            guard (clock.monotonicNanoseconds - start) / 1_000_000 < waitMilliseconds else {
                let name = holder.map { "process \($0)" } ?? "another ai1"
                throw ChainError(
                    .tryLater, "\(name) has been sending from \(sender.short) on chain \(chain) for too long",
                    hint: "try again in a moment")
            }
            try await clock.sleep(milliseconds: Self.pauseMilliseconds)
        }
        Self.write(getpid(), to: descriptor)
        return try await body()
    }

    private func openLock(_ path: String) throws(ChainError) -> Int32 {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw Self.failure("make", folder, errno) }
        let descriptor = openFile(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open", path, errno) }
        return descriptor
    }

    /// For people only: who waits can say for whom.
    private static func write(_ process: pid_t, to descriptor: Int32) {
        let text = Array("\(process)\n".utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func holder(_ descriptor: Int32) -> String? {
        var text = [UInt8](repeating: 0, count: longestHolder)
        let count = text.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let digits = text.prefix(max(0, count)).prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
    }

    private static func failure(_ action: String, _ path: String, _ number: Int32) -> ChainError {
        ChainError(
            .lock, "cannot \(action) \(path): \(String(cString: strerror(number)).lowercased())",
            hint: "check the folder, or set AI1_HOME to another")
    }
}

/// open(2), by a name of its own.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
