internal import AI1Core
internal import AI1Providers

/// Serves the requests of one connection, one after the other, on the thread that runs it.
struct Connection {
    /// An idle connection is closed after so long.
    private static let idleSeconds = 60
    private static let drainSeconds = 2
    private static let bufferBytes = 64 * 1024

    let socket: Socket
    let server: SandboxServer
    /// Beyond the limit of connections: the answer is 503.
    let isSurplus: Bool

    func run() {
        socket.setReadTimeout(seconds: isSurplus ? Self.drainSeconds : Self.idleSeconds)
        withUnsafeTemporaryAllocation(byteCount: Self.bufferBytes, alignment: 16) { buffer in
            serve(buffer)
        }
    }

    private func serve(_ buffer: UnsafeMutableRawBufferPointer) {
        var parser = RequestParser()
        while true {
            let count = socket.read(into: buffer)
            guard count > 0 else { return }
            var position = 0
            while position < count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[position..<count])
                let outcome: Exchange.Outcome
                do throws(RequestParser.Failure) {
                    let (used, parsed) = try parser.feed(rest)
                    position += used
                    guard let parsed else {
                        guard letClientContinue(&parser) else { return }
                        continue
                    }
                    if isSurplus { return refuse(503, "too many connections") }
                    outcome = answer(parsed)
                } catch {
                    return refuse(error.status, error.message)
                }
                switch outcome {
                case .keepAlive: continue
                case .close: return socket.finish(drainSeconds: 0)
                case .reset: return socket.resetOnClose()
                case .aborted: return
                }
            }
        }
    }

    private func letClientContinue(_ parser: inout RequestParser) -> Bool {
        guard parser.awaitsContinue else { return true }
        parser.continued()
        return socket.write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }

    private func answer(_ parsed: RequestParser.Parsed) -> Exchange.Outcome {
        var parsed = parsed
        server.begin(&parsed)
        let outcome = Exchange(parsed, socket: socket, server: server).run()
        server.end(outcome)
        return outcome
    }

    private func refuse(_ status: Int, _ message: String) {
        let body = OpenAIError.body(SandboxFailure(status: status, message: message))
        let head = ResponseHead(
            status: status, contentType: "application/json", body: .fixed(body.count), keepAlive: false)
        if socket.write(head.rendered() + body) { socket.finish(drainSeconds: Self.drainSeconds) }
    }
}
