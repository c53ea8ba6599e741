import AI1Core
import AI1Process
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Child processes")
struct ProcessRunnerTests {
    let runner = ProcessRunner(environment: [
        "PATH": "/usr/bin:/bin", "HOME": "/", "OPENAI_API_KEY": "leak", "LC_ALL": "C",
    ])

    @Test("Output and end come back")
    func ends() async throws {
        #expect(
            try await runner.run(ShellCommand(line: "printf 'a\\nb'"))
                == CommandResult(end: .exited(code: 0), output: Array("a\nb".utf8)))
        #expect(try await runner.run(ShellCommand(line: "exit 7")).end == .exited(code: 7))
        #expect(try await runner.run(ShellCommand(line: "kill -TERM $$")).end == .signalled(number: SIGTERM))
    }

    @Test("The environment is the allow-list, standard input is empty, and no descriptor is inherited")
    func isolation() async throws {
        let environment = try await runner.run(ShellCommand(line: "env"))
        let names = Set(
            String(decoding: environment.output, as: UTF8.self).split(separator: "\n").compactMap {
                $0.split(separator: "=").first
            })
        #expect(names.isSuperset(of: ["PATH", "HOME", "LC_ALL"]))
        #expect(!names.contains("OPENAI_API_KEY"))
        #expect(try await runner.run(ShellCommand(line: "cat")).output.isEmpty)
        // Any descriptor above 2 that the child could use would be one of ours.
        let open = Scratch()
        let leak = openForReading(open.write("x", to: "leak"))
        defer { close(leak) }
        let probe = try await runner.run(ShellCommand(line: "test -e /dev/fd/\(leak) || echo closed"))
        #expect(String(decoding: probe.output, as: UTF8.self) == "closed\n")
    }

    @Test(
        "A command that does not end is killed with everything it started",
        arguments: [
            "sleep 300", "trap '' TERM INT HUP; sleep 300; sleep 300", "exec >&-; sleep 300",
            "(trap '' TERM; sleep 300) & wait",
        ])
    func timeout(line: String) async throws {
        let scratch = Scratch()
        let marked = "echo $$ > \(scratch.file("pid")); \(line)"
        await #expect(throws: ProcessError.self) {
            try await runner.run(ShellCommand(line: marked, timeoutMilliseconds: 300))
        }
        let group = try #require(Int32(scratch.text("pid").dropLast()))
        #expect(await vanishes(group: group))
    }

    @Test("A time-out says how long it was")
    func timeoutMessage() async throws {
        let error = await #expect(throws: ProcessError.self) {
            try await runner.run(ShellCommand(line: "sleep 300", timeoutMilliseconds: 250))
        }
        #expect(error?.message == "no end within 0.25 s, killed")
        #expect(error?.kind == .tryLater)
    }

    @Test("Cancelling the task kills the group")
    func cancellation() async throws {
        let scratch = Scratch()
        mkfifo(scratch.file("started"), 0o600)
        let line = "echo $$ > \(scratch.file("pid")); echo go > \(scratch.file("started")); trap '' TERM; sleep 300"
        let task = Task { try await runner.run(ShellCommand(line: line, timeoutMilliseconds: 60_000)) }
        // Opening the pipe waits until the command has got so far.
        #expect(await Task.contentOfPipe(scratch.file("started")) == "go\n")
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let group = try #require(Int32(scratch.text("pid").dropLast()))
        #expect(await vanishes(group: group))
    }

    @Test("Too much output ends the command; the largest allowed amount arrives whole")
    func bounds() async throws {
        let full = try await runner.run(ShellCommand(line: "head -c 65536 /dev/zero"))
        #expect(full.output.count == 65_536)
        let error = await #expect(throws: ProcessError.self) {
            try await runner.run(ShellCommand(line: "head -c 65537 /dev/zero; sleep 300"))
        }
        #expect(error?.code == .tooMuchOutput)
        let endless = await #expect(throws: ProcessError.self) { try await runner.run(ShellCommand(line: "yes")) }
        #expect(endless?.code == .tooMuchOutput)
    }

    @Test("A helper left in the background does not hold the answer up")
    func background() async throws {
        let scratch = Scratch()
        let line = "sleep 300 & echo $! > \(scratch.file("helper")); echo key"
        let result = try await runner.run(ShellCommand(line: line, timeoutMilliseconds: 60_000))
        #expect(String(decoding: result.output, as: UTF8.self) == "key\n")
        let helper = try #require(Int32(scratch.text("helper").dropLast()))
        #expect(kill(helper, SIGKILL) == 0)
    }

    @Test("Many commands at once all answer")
    func many() async throws {
        let results = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<16 { group.addTask { try await runner.run(ShellCommand(line: "echo \(number)")).output } }
            var outputs: Set<[UInt8]> = []
            for try await output in group { outputs.insert(output) }
            return outputs
        }
        #expect(results.count == 16)
    }

    /// Whether a process group is gone within a bounded number of looks; killed processes need a moment to be reaped.
    private func vanishes(group: Int32) async -> Bool {
        for _ in 0..<500 {
            if kill(-group, 0) != 0 && errno == ESRCH { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY) }

extension Task where Success == Never, Failure == Never {
    /// The content of a pipe that somebody is going to write to.
    fileprivate static func contentOfPipe(_ path: String) async -> String {
        await Task<String, Never> {
            let descriptor = open(path, O_RDONLY)
            defer { close(descriptor) }
            var bytes = [UInt8](repeating: 0, count: 16)
            let count = read(descriptor, &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }.value
    }
}
