import AI1Core
import Testing

@testable import AI1HTTP

@Suite("streaming a body", .timeLimit(.minutes(2)))
struct StreamingTests {
    @Test("each piece arrives before the next is sent")
    func pieces() async throws {
        let gate = Gate()
        let server = RawServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for number in 1...5 {
                gate.wait()
                connection.send("3\r\nno\(number)\r\n")
            }
            gate.wait()
            connection.send("0\r\nX-Trailer: ignored\r\n\r\n")
        }
        let response = try await makeTransport().send(HTTPRequest(method: .get, url: server.url()))
        #expect(response.head.status == 200)
        var piece: [UInt8] = []
        for number in 1...5 {
            gate.open()
            #expect(try await response.body.next(into: &piece))
            #expect(String(decoding: piece, as: UTF8.self) == "no\(number)")
        }
        gate.open()
        #expect(try await response.body.next(into: &piece) == false)
        #expect(try await response.body.next(into: &piece) == false)
    }

    @Test("a reader that does not read holds up a body of 200 MB, and then gets all of it")
    func backPressure() async throws {
        let size = 200_000_000
        let held = Signal<Connection.Progress>()
        let end = Signal<Connection.Progress>()
        let server = RawServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            let progress = connection.sendZeros(from: 0, to: size, quietMilliseconds: 500)
            held.set(progress)
            guard case .blocked(let sent) = progress else { return end.set(progress) }
            end.set(connection.sendZeros(from: sent, to: size, quietMilliseconds: 30_000))
        }
        var request = HTTPRequest(method: .get, url: server.url())
        // A reader that is slower than the stall time-out is no stall.
        request.limits = limits { $0.stallTimeoutMilliseconds = 100 }
        let response = try await makeTransport().send(request)
        guard case .blocked(let sent) = await held.wait() else {
            Issue.record("the server was never held up")
            return
        }
        // The kernel's socket buffers at both ends, libcurl's and the channel's.
        #expect(sent < 24_000_000)
        var piece: [UInt8] = []
        var total = 0
        var largest = 0
        while try await response.body.next(into: &piece) {
            total += piece.count
            largest = max(largest, piece.count)
        }
        #expect(total == size)
        #expect(largest <= 256 * 1024)
        guard case .all = await end.wait() else {
            Issue.record("the server could not send all")
            return
        }
    }

    @Test("a body larger than its limit is malformed, with or without a stated length", arguments: [true, false])
    func bodyLimit(_ stated: Bool) async throws {
        let closed = Signal<Void>()
        let server = RawServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n\(stated ? "Content-Length: 1001\r\n" : "")\r\n")
            connection.send([UInt8](repeating: 65, count: 1001))
            connection.waitForClose()
            closed.set(())
        }
        var request = HTTPRequest(method: .get, url: server.url())
        request.limits = limits { $0.bodyBytes = 1000 }
        let fault = await fault { [request] in _ = try await makeTransport().fetch(request) }
        #expect(fault?.kind == .malformed)
        #expect(fault?.message == "the answer is larger than 1000 bytes")
        await closed.wait()
    }

    @Test("a body of exactly its limit is whole")
    func bodyAtLimit() async throws {
        let server = RawServer { connection in
            connection.readRequest()
            connection.send(answer(String(repeating: "a", count: 1000)))
        }
        var request = HTTPRequest(method: .get, url: server.url())
        request.limits = limits { $0.bodyBytes = 1000 }
        #expect(try await makeTransport().fetch(request).body.count == 1000)
    }
}
