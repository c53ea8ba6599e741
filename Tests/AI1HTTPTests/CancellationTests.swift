import AI1Core
import Testing

@testable import AI1HTTP

@Suite("giving up", .timeLimit(.minutes(1)))
struct CancellationTests {
    /// A server that answers with a head and `body`, and says when the client went away.
    private func server(_ body: String?, arrived: Signal<Void>, closed: Signal<Void>) -> RawServer {
        RawServer { connection in
            connection.readRequest()
            if let body { connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + body) }
            arrived.set(())
            connection.waitForClose()
            closed.set(())
        }
    }

    @Test("cancelling the task before the head closes the transfer")
    func beforeHead() async throws {
        let (arrived, closed) = (Signal<Void>(), Signal<Void>())
        let server = server(nil, arrived: arrived, closed: closed)
        let transport = makeTransport()
        let task = Task { _ = try await transport.send(HTTPRequest(method: .get, url: server.url())) }
        await arrived.wait()
        task.cancel()
        await closed.wait()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("cancelling the task that reads closes the transfer")
    func whileReading() async throws {
        let (arrived, closed) = (Signal<Void>(), Signal<Void>())
        let server = server("part", arrived: arrived, closed: closed)
        let transport = makeTransport()
        let read = Signal<Void>()
        let task = Task {
            let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))
            var piece: [UInt8] = []
            while try await response.body.next(into: &piece) { read.set(()) }
        }
        await read.wait()
        task.cancel()
        await closed.wait()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("a body that is cancelled closes the transfer, and reading it then throws")
    func bodyCancel() async throws {
        let (arrived, closed) = (Signal<Void>(), Signal<Void>())
        let server = server("part", arrived: arrived, closed: closed)
        let response = try await makeTransport().send(HTTPRequest(method: .get, url: server.url()))
        response.body.cancel()
        await closed.wait()
        var piece: [UInt8] = []
        await #expect(throws: CancellationError.self) { _ = try await response.body.next(into: &piece) }
    }

    @Test("a body that is dropped closes the transfer")
    func bodyDropped() async throws {
        let (arrived, closed) = (Signal<Void>(), Signal<Void>())
        let server = server("part", arrived: arrived, closed: closed)
        let transport = makeTransport()
        _ = try await transport.send(HTTPRequest(method: .get, url: server.url()))
        await closed.wait()
    }

    @Test("a task that is cancelled already sends nothing")
    func cancelledAlready() async throws {
        let server = RawServer { $0.waitForClose() }
        let transport = makeTransport()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await transport.send(HTTPRequest(method: .get, url: server.url()))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(server.connections == 0)
    }

    @Test("a dropped transport with idle connections closes them")
    func transportDropped() async throws {
        let closed = Signal<Void>()
        let server = RawServer { connection in
            connection.readRequest()
            connection.send(answer("x"))
            connection.waitForClose()
            closed.set(())
        }
        _ = try await makeTransport().text(server.url())
        await closed.wait()
    }

    @Test("a thousand exchanges cancelled at any moment leave the engine in order")
    func storm() async throws {
        let server = RawServer { connection in
            while connection.readRequest() != nil { connection.send(answer("hello")) }
        }
        let transport = makeTransport()
        for round in 0..<20 {
            await withTaskGroup { group in
                for number in 0..<50 {
                    group.addTask { _ = try? await transport.text(server.url("/\(round)/\(number)")) }
                }
                for _ in 0..<(round * 2) { await group.next() }
                group.cancelAll()
            }
        }
        #expect(try await transport.text(server.url()) == "hello")
    }
}
