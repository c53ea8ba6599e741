internal import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Reads what is piped in, without ever hanging on a standard input that nobody closes.
struct StandardInput {
    /// The largest input in octets.
    static let limitBytes = 64 * 1_048_576
    /// Silence after which a hint is given, in milliseconds.
    private static let hintMilliseconds: Int64 = 2_000

    let descriptor: Int32
    let clock: any WallClock
    /// Silence before the first octet after which reading is given up, in milliseconds; nil to wait for ever.
    let timeoutMilliseconds: Int64?
    /// Says something to the user, once.
    let hint: @Sendable (String) -> Void

    /// All octets up to the end of the input; nil when there is none: closed, or silent for too long.
    /// - Throws: `CommandError`; `CancellationError`
    func read() throws -> [UInt8]? {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return nil }
        var bytes: [UInt8] = []
        var waits = facts.st_mode & S_IFMT != S_IFREG
        if !waits, facts.st_size > Self.limitBytes { throw Self.tooLarge }
        let started = clock.monotonicNanoseconds
        var hinted = false
        var piece = [UInt8](repeating: 0, count: 256 * 1_024)
        while true {
            if waits {
                guard try waitForFirst(since: started, &hinted) else { return nil }
                waits = false
            }
            let count = piece.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EAGAIN {
                    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    poll(&wait, 1, 100)
                    try Task.checkCancellation()
                    continue
                }
                // A background job that may not read its terminal, or a closed descriptor, has no input.
                if errno == EIO || errno == EBADF { return nil }
                throw CommandError(
                    .badInput, message: "cannot read standard input: \(systemMessage(errno))", hint: "--no-stdin")
            }
            bytes.append(contentsOf: piece[..<count])
            guard bytes.count <= Self.limitBytes else { throw Self.tooLarge }
        }
    }

    /// Waits for something to read, or for the end of the input.
    /// - Returns: false when the time is up
    private func waitForFirst(since started: Int64, _ hinted: inout Bool) throws -> Bool {
        while true {
            try Task.checkCancellation()
            let elapsed = (clock.monotonicNanoseconds - started) / 1_000_000
            if let timeoutMilliseconds, elapsed >= timeoutMilliseconds {
                hint("nothing on standard input for \(timeoutMilliseconds / 1_000) s: going on without it")
                return false
            }
            if !hinted, elapsed >= Self.hintMilliseconds {
                hinted = true
                hint("waiting for standard input; close it, or use --no-stdin")
            }
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            var bound = min(timeoutMilliseconds.map { $0 - elapsed } ?? 100, 100)
            if !hinted { bound = min(bound, max(1, Self.hintMilliseconds - elapsed)) }
            if poll(&wait, 1, Int32(bound)) > 0 { return true }
        }
    }

    private static var tooLarge: CommandError {
        CommandError(
            .badInput, message: "standard input is larger than \(limitBytes / 1_048_576) MiB",
            hint: "send a part of it, such as: head -c 1M FILE | ai1 ask …")
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
