package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What a command may touch of the world: its environment, its streams, the clock. Made once in `Program`.
package struct CommandContext: Sendable {
    package var environment: [String: String]
    package var workingDirectory: String
    package var output: OutputStream
    package var errors: OutputStream
    /// The descriptor that input is read from.
    package var input: Int32
    package var inputIsTerminal: Bool
    package var clock: any WallClock
    package var random: any RandomSource
    /// Sends requests. Nothing is loaded or started before the first one.
    package var transport: any HTTPTransport
    /// Who takes the terminal's signals.
    package var signals: SignalRoute

    package init(
        environment: [String: String], workingDirectory: String, output: OutputStream, errors: OutputStream,
        input: Int32, inputIsTerminal: Bool, clock: any WallClock, random: any RandomSource,
        transport: any HTTPTransport, signals: SignalRoute = SignalRoute()
    ) {
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.output = output
        self.errors = errors
        self.input = input
        self.inputIsTerminal = inputIsTerminal
        self.clock = clock
        self.random = random
        self.transport = transport
        self.signals = signals
    }

    /// Whether a question may be asked: somebody is there to read it and to answer.
    var isInteractive: Bool { inputIsTerminal && errors.isTerminal }

    /// A new request's id.
    func newRequestID() -> RequestID { RequestID(time: clock.now, random: (random.next(), random.next())) }
}

/// The environment of this process as a dictionary. Entries that are not UTF-8 are left out.
func processEnvironment() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
        if let mark = strchr(pointer, 61) {
            let name = UnsafeBufferPointer(start: pointer, count: mark - pointer).map { UInt8(bitPattern: $0) }
            if let name = String(validating: name, as: UTF8.self), let value = String(validatingCString: mark + 1) {
                variables[name] = variables[name] ?? value
            }
        }
        entry += 1
    }
    return variables
}

/// The working folder, or `/` when it has been removed.
func processWorkingDirectory() -> String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
}
