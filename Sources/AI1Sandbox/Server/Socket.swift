internal import AI1Providers

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A TCP socket of IPv4 loopback, by its descriptor. Whoever made it closes it.
struct Socket: Sendable, Hashable {
    let descriptor: Int32

    #if canImport(Glibc)
        /// POLLRDHUP of <poll.h>, which Swift's Glibc does not show.
        private static let peerHangUp: Int16 = 0x2000
    #endif

    /// How waiting for a peer ended.
    enum Wait: Sendable { case elapsed, peerLeft }

    /// Listens at 127.0.0.1.
    /// - Throws: `SandboxError` of code `cannotListen`
    static func listen(port: UInt16) throws -> Socket {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
            if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        #endif
        guard descriptor >= 0 else { throw failure("no socket can be made") }
        let result = Socket(descriptor: descriptor)
        result.set(SOL_SOCKET, SO_REUSEADDR, 1)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        #if canImport(Glibc)
            let listening = bound == 0 ? Glibc.listen(descriptor, 512) : -1
        #else
            let listening = bound == 0 ? Darwin.listen(descriptor, 512) : -1
        #endif
        guard listening == 0 else {
            let error = failure("port \(port) of 127.0.0.1 cannot be listened at")
            result.close()
            throw error
        }
        return result
    }

    private static func failure(_ message: String) -> SandboxError {
        SandboxError(
            .cannotListen, message: "\(message): \(String(cString: strerror(errno)))",
            hint: "choose another port, or 0 for any free one")
    }

    /// The port that it is bound to.
    var port: UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &size) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Accepts a connection; nil when the system has none to give.
    func accept() -> Socket? {
        #if canImport(Glibc)
            let connection = Self.acceptPrivately(descriptor)
        #else
            let connection = Darwin.accept(descriptor, nil, nil)
        #endif
        guard connection >= 0 else { return nil }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        let result = Socket(descriptor: connection)
        result.set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        #if canImport(Darwin)
            result.set(SOL_SOCKET, SO_NOSIGPIPE, 1)
        #endif
        return result
    }

    #if canImport(Glibc)
        /// accept4(2), which Swift's Glibc does not show: a child that starts meanwhile must not inherit the connection, or
        /// closing it would not reach the peer.
        private static func acceptPrivately(_ listener: Int32) -> Int32 {
            typealias Accept4 =
                @convention(c) (Int32, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, Int32) -> Int32
            guard let symbol = dlsym(nil, "accept4") else { return Glibc.accept(listener, nil, nil) }
            return unsafeBitCast(symbol, to: Accept4.self)(listener, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
        }
    #endif

    /// Reads what there is.
    /// - Returns: the number of octets; 0 at the end, on an error or after the time-out
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            return max(0, count)
        }
    }

    /// Sends everything.
    /// - Returns: false when the peer is gone
    func write(_ bytes: [UInt8]) -> Bool {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return true }
            var sent = 0
            while sent < buffer.count {
                let count = send(descriptor, base + sent, buffer.count - sent, flags)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// Waits, and notices when the peer closes its side meanwhile. Nil waits until that happens.
    func wait(milliseconds: Int64?) -> Wait {
        var left = milliseconds ?? .max
        while left > 0 {
            let slice = Int32(clamping: min(left, 1_000))
            #if canImport(Glibc)
                var entry = pollfd(descriptor: descriptor, events: Self.peerHangUp)
                let gone = Self.peerHangUp | Int16(POLLHUP | POLLERR | POLLNVAL)
            #else
                var entry = pollfd(descriptor: descriptor, events: 0)
                let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
            #endif
            let count = poll(&entry, 1, slice)
            if count > 0, entry.revents & gone != 0 { return .peerLeft }
            if left != .max { left -= Int64(slice) }
        }
        return .elapsed
    }

    /// Whether there is something to read or accept within so long.
    func waitReadable(milliseconds: Int32) -> Bool {
        var entry = pollfd(descriptor: descriptor, events: Int16(POLLIN))
        return poll(&entry, 1, milliseconds) > 0
    }

    /// Waits without looking at anything.
    static func pause(milliseconds: Int32) { _ = poll(nil, 0, milliseconds) }

    func set(_ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// How long a read may wait.
    func setReadTimeout(seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Makes `close` send a reset.
    func resetOnClose() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        #if canImport(Darwin)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER_SEC, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        #else
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        #endif
    }

    /// Wakes whoever reads, writes or waits.
    func shutdownBoth() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Sends the end of the stream, and goes on reading for a while, so that the peer reads the answer before it
    /// learns that nobody takes the rest of its request (RFC 9112, section 9.6).
    func finish(drainSeconds: Int) {
        _ = shutdown(descriptor, Int32(SHUT_WR))
        guard drainSeconds > 0 else { return }
        setReadTimeout(seconds: drainSeconds)
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            for _ in 0..<8_192 where read(into: buffer) == 0 { return }
        }
    }

    func close() {
        #if canImport(Glibc)
            _ = Glibc.close(descriptor)
        #else
            _ = Darwin.close(descriptor)
        #endif
    }
}

extension pollfd {
    fileprivate init(descriptor: Int32, events: Int16) { self.init(fd: descriptor, events: events, revents: 0) }
}
