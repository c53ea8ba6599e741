import AI1Core
import AI1Process
import Testing

@Suite("Programs that are called without a shell")
struct ProgramCallTests {
    let runner = ProcessRunner(environment: ["PATH": "/usr/bin:/bin", "OPENAI_API_KEY": "leak"])

    @Test("Input, output and end come back, and arguments are passed as they are")
    func ends() async throws {
        let input = [UInt8](repeating: 0x78, count: 3 << 20)
        let cat = try await runner.run(ProgramCall(name: "cat", arguments: [], input: input, outputLimitBytes: 4 << 20))
        #expect(cat == CommandResult(end: .exited(code: 0), output: input))
        let echo = try await runner.run(ProgramCall(name: "printf", arguments: ["%s|", "$(id)", "a b", "-x"]))
        #expect(echo?.output == Array("$(id)|a b|-x|".utf8))
        #expect(try await runner.run(ProgramCall(name: "false", arguments: []))?.end == .exited(code: 1))
        let environment = try #require(try await runner.run(ProgramCall(name: "env", arguments: [])))
        #expect(!String(decoding: environment.output, as: UTF8.self).contains("leak"))
    }

    @Test("A program that is not there is none")
    func missing() async throws {
        #expect(try await runner.run(ProgramCall(name: "no-such-program-here", arguments: [])) == nil)
    }

    @Test("A program that reads nothing of a large input still ends")
    func unread() async throws {
        let call = ProgramCall(name: "false", arguments: [], input: [UInt8](repeating: 0, count: 8 << 20))
        for _ in 0..<20 { #expect(try await runner.run(call)?.end == .exited(code: 1)) }
    }

    @Test("Without a folder for temporary files the call is an error that names it")
    func noFolder() async throws {
        let runner = ProcessRunner(environment: ["PATH": "/bin", "TMPDIR": "/nowhere"])
        let error = await #expect(throws: ProcessError.self) {
            try await runner.run(ProgramCall(name: "cat", arguments: [], input: [1]))
        }
        #expect(error?.code == .notStarted && error?.message.contains("/nowhere") == true)
    }

    @Test("What does not end is killed, and what prints too much")
    func bounds() async throws {
        let late = await #expect(throws: ProcessError.self) {
            try await runner.run(ProgramCall(name: "sleep", arguments: ["300"], timeoutMilliseconds: 200))
        }
        #expect(late?.code == .timedOut)
        let loud = await #expect(throws: ProcessError.self) {
            try await runner.run(ProgramCall(name: "yes", arguments: [], outputLimitBytes: 1 << 20))
        }
        #expect(loud?.code == .tooMuchOutput)
    }
}
