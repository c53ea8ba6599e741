#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The descriptors between a test and the program that it runs.
struct ProgramChannels: Sendable {
    /// What a standard descriptor of the child becomes.
    enum ChildEnd: Sendable {
        case descriptor(Int32)
        case file(String, flags: Int32)
        case terminal
        case closed
    }

    private(set) var child: [ChildEnd] = []
    /// The test's ends; -1 for none.
    private(set) var input: Int32 = -1
    private(set) var output: Int32 = -1
    private(set) var errors: Int32 = -1
    private(set) var terminal: Int32 = -1
    private(set) var terminalName = ""

    init(_ options: ProgramOptions) throws(ProgramError) {
        let usesTerminal = options.input == .terminal || options.output == .terminal || options.errors == .terminal
        if usesTerminal { try openTerminal(options.terminalSize) }
        switch options.input {
        case .none: child.append(.file("/dev/null", flags: O_RDONLY))
        case .file(let path): child.append(.file(path, flags: O_RDONLY))
        case .terminal: child.append(.terminal)
        case .closed: child.append(.closed)
        case .bytes, .held:
            let ends = try Self.makePipe()
            child.append(.descriptor(ends.read))
            input = ends.write
            _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
        }
        output = try attach(options.output)
        errors = try attach(options.errors)
    }

    private mutating func attach(_ target: ProgramOptions.Output) throws(ProgramError) -> Int32 {
        switch target {
        case .captured, .closedAfter, .counted:
            let ends = try Self.makePipe()
            child.append(.descriptor(ends.write))
            return ends.read
        case .file(let path): child.append(.file(path, flags: O_WRONLY | O_CREAT | O_TRUNC))
        case .terminal: child.append(.terminal)
        case .closed: child.append(.closed)
        }
        return -1
    }

    private static func makePipe() throws(ProgramError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Self.openPipe(&ends) == 0 else { throw ProgramError("no pipe can be made") }
        // Above the standard descriptors, so that putting one in place never covers another.
        let read = fcntl(ends[0], F_DUPFD_CLOEXEC, 10)
        let write = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
        _ = close(ends[0])
        _ = close(ends[1])
        guard read >= 0, write >= 0 else { throw ProgramError("no pipe can be made") }
        return (read, write)
    }

    #if canImport(Glibc)
        /// pipe2(2), which Swift's Glibc does not show: a child that starts meanwhile must not inherit the pipe, or its reader
        /// would wait for that child's end too.
        private static func openPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 {
            typealias Pipe2 = @convention(c) (UnsafeMutablePointer<Int32>, Int32) -> Int32
            guard let symbol = dlsym(nil, "pipe2") else { return pipe(ends) }
            return unsafeBitCast(symbol, to: Pipe2.self)(ends, O_CLOEXEC)
        }
    #else
        private static func openPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
    #endif

    private mutating func openTerminal(_ size: (columns: UInt16, rows: UInt16)) throws(ProgramError) {
        guard let (descriptor, name) = Self.makeTerminal() else {
            throw ProgramError("no pseudo-terminal can be made")
        }
        terminal = descriptor
        terminalName = name
        _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
        _ = fcntl(terminal, F_SETFL, fcntl(terminal, F_GETFL) | O_NONBLOCK)
        var window = winsize(ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
    }

    #if canImport(Glibc)
        /// Swift's Glibc shows neither openpty nor posix_openpt: these are the requests that they make (ioctl_tty(2)).
        private static func makeTerminal() -> (Int32, String)? {
            let unlock: UInt = 0x4004_5431
            let askNumber: UInt = 0x8004_5430
            let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            var locked: Int32 = 0
            var number: UInt32 = 0
            guard ioctl(descriptor, unlock, &locked) == 0, ioctl(descriptor, askNumber, &number) == 0 else {
                _ = close(descriptor)
                return nil
            }
            return (descriptor, "/dev/pts/\(number)")
        }
    #else
        private static func makeTerminal() -> (Int32, String)? {
            let descriptor = posix_openpt(O_RDWR | O_NOCTTY)
            guard descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0, let name = ptsname(descriptor)
            else {
                return nil
            }
            return (descriptor, String(cString: name))
        }
    #endif

    func closeChildEnds() {
        for case .descriptor(let descriptor) in child { _ = close(descriptor) }
    }

    func closeAll() {
        closeChildEnds()
        for descriptor in [input, output, errors, terminal] where descriptor >= 0 { _ = close(descriptor) }
    }
}
