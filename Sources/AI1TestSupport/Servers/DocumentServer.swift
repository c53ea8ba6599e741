internal import AI1Sandbox
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A server on loopback that gives documents: whole, cut, with another status or as a redirect. One connection at a time.
package final class DocumentServer: Sendable {
    /// What a path is answered with.
    package struct Answer: Sendable {
        package var status = 200
        package var headers: [String] = []
        package var body: [UInt8]
        /// Octets of the body that are sent before the connection is closed; nil for all.
        package var sentBytes: Int?

        package init(_ body: [UInt8], status: Int = 200, headers: [String] = [], sentBytes: Int? = nil) {
            self.body = body
            self.status = status
            self.headers = headers
            self.sentBytes = sentBytes
        }
    }

    package let port: UInt16
    private let listener: Int32
    private let heads = Mutex<[String]>([])
    private let answer: Mutex<Answer>
    private static let largestHead = 65_536

    /// - Throws: `ProgramError` when no socket can be had
    package init(_ answer: Answer) throws(ProgramError) {
        self.answer = Mutex(answer)
        #if canImport(Glibc)
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let isBound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(descriptor, generic, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, generic, &size) == 0
            }
        }
        guard listener >= 0, isBound else { throw ProgramError("no socket can be had") }
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        port = UInt16(bigEndian: name.sin_port)
        guard let thread = PosixThread({ [self] in serve() }) else { throw ProgramError("no thread can be had") }
        thread.detach()
    }

    /// Ends the thread, after which the server goes out of use.
    package func stop() { _ = shutdown(listener, Int32(SHUT_RDWR)) }

    /// `http://127.0.0.1:PORT` and a path.
    package func url(_ path: String = "/api.json") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Answers otherwise from now on.
    package func set(_ answer: Answer) { self.answer.withLock { $0 = answer } }

    /// The heads of the requests so far.
    package var requests: [String] { heads.withLock { $0 } }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            if connection < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                break
            }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            if let head = Self.head(connection) {
                heads.withLock { $0.append(head) }
                Self.send(answer.withLock { $0 }, to: connection)
            }
            _ = shutdown(connection, Int32(SHUT_WR))
            close(connection)
        }
        close(listener)
    }

    private static func head(_ connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < largestHead, recv(connection, &byte, 1, 0) == 1 {
            bytes.append(byte)
            if bytes.suffix(4) == [13, 10, 13, 10] { return String(decoding: bytes, as: UTF8.self) }
        }
        return nil
    }

    private static func send(_ answer: Answer, to connection: Int32) {
        var text = "HTTP/1.1 \(answer.status) Status\r\nContent-Length: \(answer.body.count)\r\nConnection: close\r\n"
        for header in answer.headers { text += header + "\r\n" }
        let bytes = Array((text + "\r\n").utf8) + answer.body.prefix(answer.sentBytes ?? answer.body.count)
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count, let base = buffer.baseAddress {
                #if canImport(Glibc)
                    let count = Glibc.send(connection, base + sent, buffer.count - sent, Int32(MSG_NOSIGNAL))
                #else
                    let count = Darwin.send(connection, base + sent, buffer.count - sent, 0)
                #endif
                guard count > 0 else { return }
                sent += count
            }
        }
    }
}

/// Runs a test with a document server and stops it afterwards.
package func withDocumentServer<Value>(
    _ answer: DocumentServer.Answer, _ body: (DocumentServer) async throws -> Value
) async throws -> Value {
    let server = try DocumentServer(answer)
    defer { server.stop() }
    return try await body(server)
}
