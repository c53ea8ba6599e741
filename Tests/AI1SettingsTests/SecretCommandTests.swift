import AI1Process
import Testing

@Suite("Commands that print a secret")
struct SecretCommandTests {
    private func run(
        _ line: String, capacity: Int = 64, timeoutMilliseconds: Int64 = 10_000
    ) throws -> String {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 1)
        defer { memory.deallocate() }
        let command = SecretCommand(
            line, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C", "OPENAI_API_KEY": "leak"], isInteractive: false,
            timeoutMilliseconds: timeoutMilliseconds)
        let count = try command.run(into: memory)
        return String(decoding: memory[..<count], as: UTF8.self)
    }

    private func code(_ body: () throws -> String) -> ProcessError.Code? {
        do {
            _ = try body()
            return nil
        } catch { return (error as? ProcessError)?.code }
    }

    @Test("What is printed is in the caller's memory, and the child knows no more than any other")
    func output() throws {
        #expect(try run("printf 'se'; sleep 0.1; printf 'same\\n'") == "sesame\n")
        #expect(try run("printf %s \"$OPENAI_API_KEY$LC_ALL\"") == "C")
        #expect(try run("cat") == "")
        #expect(try run("ls -l /proc/self/fd | grep -c pipe", capacity: 8) == "1\n")
        #expect(try run(":") == "")
    }

    @Test("A failure, too much output and a command that does not end are told apart")
    func failures() {
        #expect(code { try run("echo x; exit 3") } == .broken)
        #expect(code { try run("kill -9 $$") } == .broken)
        #expect(code { try run("no-such-command-here") } == .broken)
        #expect(code { try run("yes", capacity: 8) } == .tooMuchOutput)
        #expect(code { try run("sleep 60", timeoutMilliseconds: 200) } == .timedOut)
        #expect(code { try run("exec >&-; sleep 60", timeoutMilliseconds: 200) } == .timedOut)
    }
}
