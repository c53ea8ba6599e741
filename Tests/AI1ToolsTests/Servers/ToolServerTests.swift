import AI1Core
import AI1Process
import AI1TestSupport
import AI1Tools
import Foundation
import Testing

@Suite("Tool servers", .serialized)
struct ToolServerTests {
    /// Uses a server and ends it, whatever happens.
    private func with<Value>(_ server: ToolServer, _ body: (ToolServer) async throws -> Value) async throws -> Value {
        do {
            let value = try await body(server)
            await server.stop()
            return value
        } catch {
            await server.stop()
            throw error
        }
    }

    @Test(
        "A server of every revision of the protocol lists its tools and answers calls, also with a banner or in batches",
        arguments: ["good", "old", "middle", "banner", "batch"])
    func good(mode: String) async throws {
        try await with(FaultyServer.server(mode)) { server in
            let tools = try await server.tools()
            let echo = try #require(tools.first)
            #expect(echo.label == "test/echo")
            #expect(echo.description == "Says the text again.")
            #expect(echo.schema["required"]?[0] == "text")
            let answer1 = try await server.call(echo, ["text": "grüße\n😀"]).firstText
            #expect(answer1 == "grüße\n😀")
        }
    }

    @Test("Pages of a list are put together; a list without end is refused; too many tools are cut")
    func pages() async throws {
        let whole = try await with(FaultyServer.server("good")) { try await $0.tools() }
        let paged = try await with(FaultyServer.server("pages")) { try await $0.tools() }
        #expect(whole == paged)
        let error = await #expect(throws: ToolError.self) {
            try await with(FaultyServer.server("endless_pages")) { try await $0.tools() }
        }
        #expect(error?.code == .protocolBroken)
        #expect(error?.message.contains("32 pages") == true)
        let many = try await with(FaultyServer.server("many")) { try await $0.tools() }
        #expect(many.count == 128)
    }

    @Test("Calls run side by side, and each gets its own answer")
    func parallel() async throws {
        try await with(FaultyServer.server()) { server in
            let listed = try await server.tools()
            let echo = try #require(listed.first)
            let texts = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<50 {
                    group.addTask { try await server.call(echo, ["text": .string("\(number)")]).firstText }
                }
                var texts: Set<String> = []
                for try await text in group { if let text { texts.insert(text) } }
                return texts
            }
            #expect(texts.count == 50)
        }
    }

    @Test("The child has the allowed environment and its own variables, and no descriptor but its three streams")
    func isolation() async throws {
        try await with(FaultyServer.server(variables: ["TOKEN": "t", "LANG": "own"])) { server in
            let printed = try await server.call("env").firstText ?? ""
            let environment = try JSONParser.parse(printed)
            #expect(environment["TOKEN"] == "t")
            #expect(environment["LANG"] == "own")
            #expect(environment["HOME"] == "/nowhere")
            #expect(environment["OPENAI_API_KEY"] == nil)
            let answer2 = try await server.call("fds").firstText?.split(separator: " ").sorted()
            #expect(answer2 == ["0", "1", "2"])
        }
    }

    @Test(
        "A server that does not get ready is ended with a clear error",
        arguments: [
            ("die_start", ToolError.Code.died, "no module named nowhere"), ("strange", .protocolBroken, "1999-01-01"),
            ("all_garbage", .protocolBroken, "log: nothing to see here"), ("refuse_start", .refused, "not today"),
        ])
    func badStart(mode: String, code: ToolError.Code, words: String) async throws {
        let error = await #expect(throws: ToolError.self) {
            try await with(FaultyServer.server(mode)) { try await $0.tools() }
        }
        #expect(error?.code == code)
        #expect(error?.message.hasPrefix("tool server test: ") == true)
        #expect(error?.message.contains(words) == true, "\(String(describing: error))")
        #expect(error?.message.contains("\u{1B}") == false)
    }

    @Test("A program that is not there is an error that names it")
    func missing() async throws {
        var declaration = FaultyServer.declaration()
        declaration.program.executable = "no-such-program-here"
        let server = ToolServer(
            declaration, environment: [:], version: "0", clock: TestClock(sleeping: .waits))
        let error = await #expect(throws: ToolError.self) { try await server.tools() }
        #expect(error?.code == .notStarted)
        #expect(error?.message.contains("no-such-program-here") == true)
    }

    @Test(
        "A server that hangs at its start, in a call, or never reads is given up in time",
        arguments: ["hang_start", "deaf"])
    func hangingStart(mode: String) async throws {
        let clock = TestClock(sleeping: .waits)
        let server = FaultyServer.server(mode, clock: clock)
        let listing = Task { try await server.tools() }
        #expect(try await Eventually.holds { clock.sleeperCount == 1 })
        clock.advance(milliseconds: ToolLimits().startMilliseconds)
        let error = await #expect(throws: ToolError.self) { try await listing.value }
        #expect(error?.code == .timedOut)
        await server.stop()
    }

    @Test("A call that hangs is given up, and the server can be asked again")
    func hangingCall() async throws {
        let clock = TestClock(sleeping: .waits)
        try await with(FaultyServer.server(clock: clock)) { server in
            let tools = try await server.tools()
            let hang = try #require(tools.first { $0.name == "hang" })
            let call = Task { try await server.call(hang, [:]) }
            #expect(try await Eventually.holds { clock.sleeperCount == 1 })
            clock.advance(milliseconds: ToolLimits().callMilliseconds)
            let error = await #expect(throws: ToolError.self) { try await call.value }
            #expect(error?.code == .timedOut)
            #expect(error?.message.contains("no answer within 60 s") == true)
        }
    }

    @Test(
        "A server that floods, babbles, mixes up its answers or dies in a call is survived, and started again",
        arguments: [
            ("flood_notify", ToolError.Code.protocolBroken, "1000 messages"),
            ("flood_line", .protocolBroken, "more than 8 MiB"),
            ("garbage", .protocolBroken, "this is no message"), ("wrong_id", .protocolBroken, "4711"),
            ("null_id", .protocolBroken, "Parse error"), ("die", .died, "something broke"),
        ])
    func faults(tool: String, code: ToolError.Code, words: String) async throws {
        let folder = try TemporaryFolder()
        try await with(FaultyServer.server(variables: ["MCP_STATE": folder.path("starts")])) { server in
            let error = await #expect(throws: ToolError.self) { try await server.call(tool) }
            #expect(error?.code == code)
            #expect(error?.message.contains(words) == true, "\(String(describing: error))")
            let answer3 = try await server.call("starts").firstText
            #expect(answer3 == "2")
            let answer4 = try await server.call("echo", ["text": "still here"]).firstText
            #expect(answer4 == "still here")
        }
    }

    @Test("A server that keeps dying is started three times and no more")
    func restarts() async throws {
        let folder = try TemporaryFolder()
        try await with(FaultyServer.server(variables: ["MCP_STATE": folder.path("starts")])) { server in
            for _ in 0..<3 {
                let error = await #expect(throws: ToolError.self) { try await server.call("die") }
                #expect(error?.message.contains("exit code 3") == true)
            }
            let error = await #expect(throws: ToolError.self) { try await server.call("echo", ["text": "x"]) }
            #expect(error?.message.contains("has ended 3 times") == true)
            #expect(folder.text("starts") == "3")
        }
    }

    @Test("Answering twice, progress and questions to ai1 do no harm; an error of the protocol is one of the call")
    func oddities() async throws {
        try await with(FaultyServer.server()) { server in
            let answer5 = try await server.call("twice").firstText
            #expect(answer5 == "first")
            let answer6 = try await server.call("progress").firstText
            #expect(answer6 == "done")
            let told = try await server.call("ask_client").firstText ?? ""
            let answers = try JSONParser.parse(told)
            #expect(answers[0]?["result"]?.object?.members.isEmpty == true)
            #expect(answers[1]?["error"]?["code"] == -32_601)
            #expect(answers[2]?["error"]?["code"] == -32_601)
            let error = await #expect(throws: ToolError.self) { try await server.call("refuse") }
            #expect(error?.code == .refused)
            #expect(error?.message == "tool server test: bad arguments (-32602)")
            let answer7 = try await server.call("fail")["isError"]
            #expect(answer7 == true)
        }
    }

    @Test("A tool that changed after it was offered is not called; the list shows the new one")
    func changed() async throws {
        try await with(FaultyServer.server()) { server in
            let before = try await server.tools()[0]
            _ = try await server.call("change")
            let error = await #expect(throws: ToolError.self) { try await server.call(before, ["text": "x"]) }
            #expect(error?.code == .changed)
            let after = try await server.tools()[0]
            #expect(after != before)
            let answer8 = try await server.call(after, ["text": "x"]).firstText
            #expect(answer8 == "x")
        }
    }

    @Test("Ending a server ends what it started, and one that ignores everything", arguments: ["good", "stubborn"])
    func ending(mode: String) async throws {
        let server = FaultyServer.server(mode)
        let spawned = try await server.call("spawn").firstText ?? ""
        let numbers = spawned.split(separator: " ").compactMap { Int32($0) }
        #expect(numbers.count == 2)
        #expect(numbers.allSatisfy { TemporaryFolder.exists("/proc/\($0)/stat") })
        await server.stop()
        #expect(try await Eventually.holds { numbers.allSatisfy { !isRunning($0) } })
        await #expect(throws: ToolError.self) { try await server.tools() }
    }

    @Test("Cancelling a call ends the waiting at once and leaves the server usable")
    func cancellation() async throws {
        let clock = TestClock(sleeping: .waits)
        try await with(FaultyServer.server(clock: clock)) { server in
            let tools = try await server.tools()
            let hang = try #require(tools.first { $0.name == "hang" })
            let call = Task { try await server.call(hang, [:]) }
            #expect(try await Eventually.holds { clock.sleeperCount == 1 })
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
        }
    }
}

/// Whether a process runs: one that has ended and is not reaped yet does not.
private func isRunning(_ number: Int32) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
        let end = text.lastIndex(of: ")")
    else { return false }
    return text[end...].dropFirst(2).first != "Z"
}
