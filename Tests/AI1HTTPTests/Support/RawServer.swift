import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A TCP server on loopback that does what a script says, one thread a connection, and remembers what it was sent.
/// It lives until the process ends: a test that waits for an answer may hold no reference to it.
final class RawServer: Sendable {
    let port: Int
    let address: String
    private let seen = Mutex((connections: 0, requests: [String]()))

    init(address: String = "127.0.0.1", script: @escaping @Sendable (Connection) -> Void) {
        self.address = address
        let (listener, port) = RawServer.bound(address)
        self.port = port
        precondition(listen(listener, 256) == 0)
        let note = self.note
        startThread {
            while true {
                let descriptor = accept(listener, nil, nil)
                if descriptor < 0 { return }
                note(nil)
                startThread {
                    let connection = Connection(descriptor: descriptor) { note($0) }
                    script(connection)
                    connection.close()
                }
            }
        }
    }

    /// A port of 127.0.0.1 that is taken and where nobody listens.
    static func deafPort() -> Int { bound("127.0.0.1").port }

    private static func bound(_ address: String) -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, streamType, 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, address, &name.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                precondition(bind(descriptor, generic, size) == 0)
                getsockname(descriptor, generic, &size)
            }
            return (descriptor, Int(UInt16(bigEndian: pointer.pointee.sin_port)))
        }
    }

    func url(_ path: String = "/") -> String { "http://\(address):\(port)\(path)" }

    /// Connections accepted so far.
    var connections: Int { seen.withLock { $0.connections } }

    /// Requests read so far, head and body as they were on the wire.
    var requests: [String] { seen.withLock { $0.requests } }

    private var note: @Sendable (String?) -> Void {
        { [self] request in
            seen.withLock { seen in
                if let request { seen.requests.append(request) } else { seen.connections += 1 }
            }
        }
    }

    private static var streamType: Int32 {
        #if canImport(Darwin)
            SOCK_STREAM
        #else
            Int32(SOCK_STREAM.rawValue)
        #endif
    }
}

/// Runs work on a thread of its own, so that a test's blocking servers take no thread from the tests.
func startThread(_ work: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    let argument = Unmanaged.passRetained(Box(work)).toOpaque()
    #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(
            &thread, nil,
            {
                Unmanaged<Box>.fromOpaque($0).takeRetainedValue().work()
                return nil
            }, argument)
    #else
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            {
                Unmanaged<Box>.fromOpaque($0!).takeRetainedValue().work()
                return nil
            }, argument)
    #endif
    precondition(code == 0)
}
