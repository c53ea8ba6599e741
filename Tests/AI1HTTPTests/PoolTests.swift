import AI1Core
import Testing

@testable import AI1HTTP

@Suite("many requests", .timeLimit(.minutes(1)))
struct PoolTests {
    @Test("requests one after the other use one connection")
    func reuse() async throws {
        let server = RawServer { connection in
            while connection.readRequest() != nil { connection.send(answer("x")) }
        }
        let transport = makeTransport()
        for number in 0..<20 { #expect(try await transport.text(server.url("/\(number)")) == "x") }
        #expect(server.connections == 1)
        #expect(server.requests.count == 20)
    }

    @Test("a kept connection that the server closed is replaced, also for a large body that is sent again")
    func staleConnection() async throws {
        let gate = Gate()
        let server = RawServer { connection in
            connection.readRequest()
            connection.send(answer("x"))
            gate.open()
        }
        let transport = makeTransport()
        let body = [UInt8](repeating: 65, count: 3_000_000)
        for number in 1...3 {
            let request = HTTPRequest(method: .post, url: server.url(), body: body)
            #expect(try await transport.fetch(request).body == Array("x".utf8))
            gate.wait()
            #expect(server.connections == number)
        }
        #expect(server.requests.allSatisfy { $0.hasSuffix("AAAA") && $0.utf8.count > body.count })
    }

    @Test("64 requests at once each get their own answer")
    func parallel() async throws {
        let server = RawServer { connection in
            while let request = connection.readRequest() {
                let path = request.split(separator: " ")[1]
                connection.send(answer(String(repeating: path + "\n", count: 10_000)))
            }
        }
        let transport = makeTransport()
        try await withThrowingTaskGroup { group in
            for number in 0..<64 {
                group.addTask { (number, try await transport.text(server.url("/\(number)"))) }
            }
            for try await (number, text) in group {
                #expect(text == String(repeating: "/\(number)\n", count: 10_000))
            }
        }
        #expect(server.requests.count == 64)
        #expect(server.connections <= 64)
    }

    @Test("several transports live side by side")
    func severalTransports() async throws {
        let server = RawServer { connection in
            while connection.readRequest() != nil { connection.send(answer("x")) }
        }
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { try await makeTransport().text(server.url()) }
            }
            for try await text in group { #expect(text == "x") }
        }
        #expect(server.connections == 8)
    }
}
