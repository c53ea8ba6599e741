import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A terminal whose other side the test holds.
final class PseudoTerminal: Sendable {
    struct Failure: Error { let step: String }

    /// The side that a person sits at.
    let person: Int32
    /// The side that a program has as its terminal.
    let device: Int32
    private let isHungUp = Atomic<Bool>(false)

    init() throws {
        var person: Int32 = -1
        var device: Int32 = -1
        guard openpty(&person, &device, nil, nil, nil) == 0 else { throw Failure(step: "openpty") }
        self.person = person
        self.device = device
    }

    deinit {
        close(device)
        hangUp()
    }

    /// Closes the person's side, as a terminal window does.
    func hangUp() {
        if !isHungUp.exchange(true, ordering: .relaxed) { close(person) }
    }

    func resize(columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(device, UInt(TIOCSWINSZ), &size)
    }

    func type(_ bytes: [UInt8]) { _ = bytes.withUnsafeBytes { write(person, $0.baseAddress, $0.count) } }

    func type(_ text: String) { type(Array(text.utf8)) }

    /// Reads what the program wrote until `text` has come.
    func read(until text: String) async -> String { await onOwnThread { self.readNow(until: text) } }

    private func readNow(until text: String) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let wanted = Array(text.utf8)
        // By octets: to a string, CR LF is one character that does not contain LF.
        while bytes.firstRange(of: wanted) == nil {
            let count = buffer.withUnsafeMutableBytes { Self.readBytes(person, $0) }
            if count <= 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    var settings: [UInt] {
        var settings = termios()
        guard tcgetattr(device, &settings) == 0 else { return [] }
        let keys = withUnsafeBytes(of: settings.c_cc) { $0.map { UInt($0) } }
        return [UInt(settings.c_iflag), UInt(settings.c_oflag), UInt(settings.c_cflag), UInt(settings.c_lflag)] + keys
    }

    var echoes: Bool {
        var settings = termios()
        return tcgetattr(device, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }
}

/// Runs a body that blocks on a thread of its own, so that no thread of the concurrency pool is held.
func onOwnThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        let box = Unmanaged.passRetained(ThreadBody { continuation.resume(returning: body()) })
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        pthread_create(
            &thread, nil,
            { argument in
                #if canImport(Glibc)
                    let raw = argument!
                #else
                    let raw = argument
                #endif
                Unmanaged<ThreadBody>.fromOpaque(raw).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        #if canImport(Glibc)
            pthread_detach(thread)
        #else
            if let thread { pthread_detach(thread) }
        #endif
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
