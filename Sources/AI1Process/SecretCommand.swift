#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A shell command whose output is a secret: it is read from a pipe straight into memory of the caller's, and no copy is made.
package struct SecretCommand: Sendable {
    private static let shell = "/bin/sh"
    /// How long one wait for output takes before cancellation is looked at.
    private static let stepMilliseconds: Int32 = 100

    private let line: String
    private let environment: [String: String]
    private let isInteractive: Bool
    private let timeoutMilliseconds: Int64

    /// - Parameters:
    ///   - line: handed to `/bin/sh -c` as it is
    ///   - environment: this process's; the child gets the allowed part of it
    ///   - isInteractive: whether it may ask on the terminal, as agents for passphrases do
    package init(
        _ line: String, environment: [String: String], isInteractive: Bool, timeoutMilliseconds: Int64 = 60_000
    ) {
        self.line = line
        self.environment = environment
        self.isInteractive = isInteractive
        self.timeoutMilliseconds = timeoutMilliseconds
    }

    /// Runs it to its end, and blocks its thread as long as a question would. Cancelling the task kills it.
    /// - Parameter memory: where the output goes
    /// - Returns: how many octets there were, line end included
    /// - Throws: `ProcessError`: `notStarted`, `timedOut`, `tooMuchOutput`, `broken` (it failed); `CancellationError`
    package func run(into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        var ends: (read: Int32, write: Int32) = (-1, -1)
        guard withUnsafeMutableBytes(of: &ends, { pipe($0.bindMemory(to: Int32.self).baseAddress!) }) == 0 else {
            throw ProcessError(.notStarted, "no pipe for the password command")
        }
        defer { close(ends.read) }
        _ = fcntl(ends.read, F_SETFD, FD_CLOEXEC)
        let child: pid_t
        do {
            defer { close(ends.write) }
            ChildSpawn.closeOnExec()
            child = try ChildSpawn.start(
                Self.shell, [Self.shell, "-c", line.hasPrefix("-") ? " " + line : line],
                environment: ChildEnvironment.allowed(from: environment, isInteractive: isInteractive),
                output: ends.write, isInteractive: isInteractive)
        }
        do {
            let count = try readAll(ends.read, into: memory)
            // What it prints no more, it may still wait with its end.
            let status = try wait(for: child)
            guard status == 0 else {
                throw ProcessError(
                    .broken, "the password command failed (\(Self.words(status)))",
                    hint: "run it by hand to see what it says")
            }
            return count
        } catch {
            // Its own group where it has one: what it started ends with it.
            kill(isInteractive ? child : -child, SIGKILL)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            throw error
        }
    }

    private func readAll(_ descriptor: Int32, into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        var count = 0
        var waitedMilliseconds: Int64 = 0
        while true {
            try Task.checkCancellation()
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&wanted, 1, Self.stepMilliseconds) > 0 else {
                waitedMilliseconds += Int64(Self.stepMilliseconds)
                guard waitedMilliseconds < timeoutMilliseconds else { throw late() }
                continue
            }
            guard count < memory.count else {
                throw ProcessError(.tooMuchOutput, "the password command printed more than \(memory.count) bytes")
            }
            let got = readSome(descriptor, UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw ProcessError(.broken, "the password command's output cannot be read") }
            if got == 0 { return count }
            count += got
        }
    }

    private func wait(for child: pid_t) throws -> Int32 {
        var status: Int32 = 0
        var waitedMilliseconds: Int64 = 0
        while true {
            let found = waitpid(child, &status, WNOHANG)
            if found == child { return status }
            guard found == 0 || errno == EINTR else { return 0xFF << 8 }
            try Task.checkCancellation()
            guard waitedMilliseconds < timeoutMilliseconds else { throw late() }
            usleep(2_000)
            waitedMilliseconds += 2
        }
    }

    private func late() -> ProcessError {
        ProcessError(
            .timedOut, "the password command did not end within \(timeoutMilliseconds / 1_000) s, killed",
            hint: "run it by hand to see what it waits for")
    }

    private static func words(_ status: Int32) -> String {
        status & 0x7F == 0 ? "exit \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
    }
}

/// read(2), named apart from methods.
private func readSome(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, memory.baseAddress, memory.count)
}
