#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The server's end of one connection. Used by its own thread only.
final class Connection {
    private let descriptor: Int32
    private let note: (String) -> Void
    private var buffer: [UInt8] = []
    private var isOpen = true

    init(descriptor: Int32, note: @escaping (String) -> Void) {
        self.descriptor = descriptor
        self.note = note
        #if canImport(Darwin)
            var one: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &one, socklen_t(MemoryLayout<Int32>.size))
        #endif
    }

    /// Reads one request, its body by Content-Length, and reports it.
    /// - Returns: nil when the client closed
    @discardableResult func readRequest() -> String? {
        while true {
            if let end = headEnd() {
                let head = String(decoding: buffer[..<end], as: UTF8.self)
                let length =
                    head.lowercased().split(separator: "\r\n")
                    .first { $0.hasPrefix("content-length:") }
                    .flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
                while buffer.count < end + length { guard fill() else { return nil } }
                let request = String(decoding: buffer[..<(end + length)], as: UTF8.self)
                buffer.removeFirst(end + length)
                note(request)
                return request
            }
            guard fill() else { return nil }
        }
    }

    private func headEnd() -> Int? {
        guard buffer.count >= 4 else { return nil }
        return (0...(buffer.count - 4)).first { buffer[$0..<($0 + 4)].elementsEqual("\r\n\r\n".utf8) }.map { $0 + 4 }
    }

    private func fill() -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { return false }
        buffer.append(contentsOf: piece.prefix(count))
        return true
    }

    /// Takes a request with a body of that many octets, a little at a time.
    func readSlowly(bodyOctets: Int, atOnce: Int, pauseMicroseconds: UInt32) {
        var small = Int32(65_536)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &small, socklen_t(MemoryLayout<Int32>.size))
        while headEnd() == nil { guard fill() else { return } }
        var left = bodyOctets - (buffer.count - (headEnd() ?? 0))
        var piece = [UInt8](repeating: 0, count: atOnce)
        while left > 0 {
            let count = recv(descriptor, &piece, min(atOnce, left), Int32(MSG_WAITALL))
            guard count > 0 else { return }
            left -= count
            usleep(pauseMicroseconds)
        }
    }

    /// Sends all, or as much as the client takes before it goes away.
    /// - Returns: whether all was taken
    @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { sendNow($0, flags: 0) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// What became of a sender that stops when it is blocked.
    enum Progress: Sendable { case all, blocked(atBytes: Int), gone }

    /// Sends `count` zeros; stops when the client has taken nothing for `quietMilliseconds`.
    func sendZeros(from start: Int, to count: Int, quietMilliseconds: Int32) -> Progress {
        let zeros = [UInt8](repeating: 0, count: 65_536)
        var sent = start
        while sent < count {
            var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&poller, 1, quietMilliseconds) == 0 { return .blocked(atBytes: sent) }
            let piece = zeros.prefix(count - sent).withUnsafeBytes { sendNow($0, flags: Int32(MSG_DONTWAIT)) }
            if piece > 0 { sent += piece } else if errno != EAGAIN { return .gone }
        }
        return .all
    }

    private func sendNow(_ bytes: UnsafeRawBufferPointer, flags: Int32) -> Int {
        #if canImport(Darwin)
            Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
        #else
            Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags | Int32(MSG_NOSIGNAL))
        #endif
    }

    /// Blocks until the client closes or resets the connection.
    func waitForClose() { while fill() {} }

    /// Closes with a TCP reset.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        #if canImport(Darwin)
            _ = Darwin.close(descriptor)
        #else
            _ = Glibc.close(descriptor)
        #endif
    }
}
