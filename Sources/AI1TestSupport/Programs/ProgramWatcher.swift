#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Moves octets between a program and its test until the program has ended, on a thread of its own.
struct ProgramWatcher: Sendable {
    /// How often wishes of the test and the end of the program are looked for when no octets move.
    private static let tickMilliseconds: Int32 = 5
    private static let bufferBytes = 256 * 1024
    /// A descriptor that a grandchild still holds is given up so long after the program's end.
    private static let lingerTicks = 100

    let program: RunningProgram
    let channels: ProgramChannels
    let options: ProgramOptions

    private struct Open {
        var input: Int32
        var output: Int32
        var errors: Int32
        var terminal: Int32

        var reading: [Int32] { [output, errors, terminal].filter { $0 >= 0 } }
    }

    func run() {
        var open = Open(
            input: channels.input, output: channels.output, errors: channels.errors, terminal: channels.terminal)
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(options.timeoutSeconds))
        var buffer = [UInt8](repeating: 0, count: Self.bufferBytes)
        var ended = false
        var ticksAfterEnd = 0
        while !ended || (!open.reading.isEmpty && ticksAfterEnd < Self.lingerTicks) {
            let moved = step(&open, &buffer)
            if !ended {
                ended = reap()
                if !ended, clock.now > end { killForTime() }
            } else if !moved {
                // A terminal has no end of its own: once its program is gone and it is silent, it is done.
                if open.terminal >= 0, ticksAfterEnd > 2 { close(&open.terminal) }
                ticksAfterEnd += 1
            }
        }
        close(&open.input)
        close(&open.output)
        close(&open.errors)
        close(&open.terminal)
        program.finish()
    }

    /// One round of polling.
    /// - Returns: whether octets moved
    private func step(_ open: inout Open, _ buffer: inout [UInt8]) -> Bool {
        let wishes = program.update { ($0.inputIsWritten, $0.closesInput, $0.closesOutput) }
        if wishes.0, wishes.1 { close(&open.input) }
        if wishes.2 { close(&open.output) }
        var entries = open.reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let sink = open.input >= 0 ? open.input : open.terminal
        if sink >= 0, !wishes.0 { entries.append(pollfd(fd: sink, events: Int16(POLLOUT), revents: 0)) }
        guard poll(&entries, nfds_t(entries.count), Self.tickMilliseconds) > 0 else { return false }
        var moved = false
        for entry in entries where entry.revents != 0 {
            if entry.events == Int16(POLLOUT) {
                moved = write(sink, &open) || moved
            } else {
                moved = read(entry.fd, &open, &buffer) || moved
            }
        }
        return moved
    }

    private func write(_ descriptor: Int32, _ open: inout Open) -> Bool {
        let piece = program.update { Array($0.input[$0.inputStart...].prefix(65_536)) }
        let count = piece.withUnsafeBytes { writeBytes(descriptor, $0) }
        if count > 0 {
            program.update { $0.inputStart += count }
            return true
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return false }
        program.update { $0.inputStart = $0.input.count }
        if descriptor == open.input { close(&open.input) }
        return false
    }

    /// A closed pipe must not end the tests by SIGPIPE: the signal is blocked in this thread.
    private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        #if canImport(Glibc)
            return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
            return Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }

    private func read(_ descriptor: Int32, _ open: inout Open, _ buffer: inout [UInt8]) -> Bool {
        #if canImport(Glibc)
            let count = Glibc.read(descriptor, &buffer, buffer.count)
        #else
            let count = Darwin.read(descriptor, &buffer, buffer.count)
        #endif
        guard count > 0 else {
            if count < 0, errno == EAGAIN || errno == EINTR { return false }
            if descriptor == open.output { close(&open.output) }
            if descriptor == open.errors { close(&open.errors) }
            if descriptor == open.terminal { close(&open.terminal) }
            return false
        }
        keep(buffer[..<count], descriptor, &open)
        return true
    }

    private func keep(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32, _ open: inout Open) {
        let total = program.update { state in
            if descriptor == channels.output {
                state.result.outputCount += bytes.count
                if options.output != .counted { state.result.output += bytes }
                return state.result.outputCount
            }
            if descriptor == channels.errors {
                if options.errors != .counted { state.result.errors += bytes }
                return state.result.errors.count
            }
            state.result.terminal += bytes
            return 0
        }
        if descriptor == open.output, case .closedAfter(let limit) = options.output, total >= limit {
            close(&open.output)
        }
        if descriptor == open.errors, case .closedAfter(let limit) = options.errors, total >= limit {
            close(&open.errors)
        }
    }

    /// Whether the program has ended.
    private func reap() -> Bool {
        program.update { state in
            var status: Int32 = 0
            var usage = rusage()
            guard wait4(program.processID, &status, WNOHANG, &usage) == program.processID else { return false }
            state.reaped = true
            #if canImport(Darwin)
                state.result.peakKiB = Int(usage.ru_maxrss) / 1_024
            #else
                state.result.peakKiB = Int(usage.ru_maxrss)
            #endif
            let signal = status & 0x7F
            if signal == 0 {
                state.result.status = (status >> 8) & 0xFF
            } else {
                state.result.signal = signal
            }
            return true
        }
    }

    /// Ends the program and everything that it started.
    private func killForTime() {
        program.update { state in
            guard !state.reaped else { return }
            state.result.timedOut = true
            _ = kill(-program.processID, SIGKILL)
            _ = kill(program.processID, SIGKILL)
        }
    }

    private func close(_ descriptor: inout Int32) {
        guard descriptor >= 0 else { return }
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
        descriptor = -1
    }
}
