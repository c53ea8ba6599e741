#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A TCP client without any protocol of its own, to see what really is on the wire.
package final class RawClient: Sendable {
    /// Why nothing more comes.
    package enum End: Sendable, Equatable { case closed, reset, timedOut }

    private let descriptor: Int32

    /// Connects to a port of 127.0.0.1.
    /// - Parameter timeoutSeconds: how long a read may wait
    package init(port: UInt16, timeoutSeconds: Int = 10) throws(ProgramError) {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard code == 0 else { throw ProgramError("cannot connect: \(String(cString: strerror(errno)))") }
        var time = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var one: Int32 = 1
        #if canImport(Darwin)
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &one, socklen_t(MemoryLayout<Int32>.size))
        #endif
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { _ = close(descriptor) }

    /// Sends octets; false when the server is gone.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        #if canImport(Glibc)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            let flags: Int32 = 0
        #endif
        return bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count, let base = buffer.baseAddress {
                let count = sendBytes(base + sent, buffer.count - sent, flags)
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    private func sendBytes(_ base: UnsafeRawPointer, _ count: Int, _ flags: Int32) -> Int {
        #if canImport(Glibc)
            Glibc.send(descriptor, base, count, flags)
        #else
            Darwin.send(descriptor, base, count, flags)
        #endif
    }

    /// Sends text.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends a request with a JSON body.
    package func post(_ path: String, _ body: String, headers: [String] = []) {
        let fields = (["Host: 127.0.0.1", "Content-Type: application/json"] + headers).joined(separator: "\r\n")
        send("POST \(path) HTTP/1.1\r\n\(fields)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// Sends a request without a body.
    package func get(_ path: String, headers: [String] = []) {
        let fields = (["Host: 127.0.0.1"] + headers).joined(separator: "\r\n")
        send("GET \(path) HTTP/1.1\r\n\(fields)\r\n\r\n")
    }

    /// One read of at most `limit` octets.
    package func read(limit: Int = 65_536) -> (bytes: [UInt8], end: End?) {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = recv(descriptor, &buffer, limit, 0)
        if count > 0 { return (Array(buffer[..<count]), nil) }
        if count == 0 { return ([], .closed) }
        return ([], errno == EAGAIN || errno == EWOULDBLOCK ? .timedOut : .reset)
    }

    /// Reads to the end.
    package func readToEnd() -> (bytes: [UInt8], end: End) {
        var all: [UInt8] = []
        while true {
            let (bytes, end) = read()
            all += bytes
            if let end { return (all, end) }
        }
    }

    /// Reads until so much text has come, or the end.
    package func read(until text: String) -> (bytes: [UInt8], end: End?) {
        var all: [UInt8] = []
        let wanted = Array(text.utf8)
        while !Self.ends(all, with: wanted) {
            let (bytes, end) = read(limit: 1)
            all += bytes
            if let end { return (all, end) }
        }
        return (all, nil)
    }

    /// Reads one whole response with a length or chunks.
    package func readResponse() -> RawResponse { RawResponse.read(from: self) }

    private static func ends(_ bytes: [UInt8], with wanted: [UInt8]) -> Bool {
        bytes.count >= wanted.count && bytes[(bytes.count - wanted.count)...].elementsEqual(wanted)
    }
}
