import AI1Core
import AI1TestSupport
import Testing

@Suite("The program runner")
struct ProgramRunnerTests {
    private func shell(_ script: String, _ configure: (inout ProgramOptions) -> Void = { _ in }) async throws
        -> ProgramResult
    {
        var options = ProgramOptions(environment: ["PATH": "/usr/bin:/bin"])
        configure(&options)
        return try await Program.run(path: "/bin/sh", ["-c", script], options: options)
    }

    @Test("catches output, errors and status")
    func streams() async throws {
        let result = try await shell("echo out; echo err >&2; exit 7")
        #expect(
            result.outputText == "out\n" && result.errorText == "err\n" && result.status == 7 && result.signal == nil)
        #expect(result.peakKiB > 0)
    }

    @Test("gives exactly the environment that it was given")
    func environment() async throws {
        var options = ProgramOptions(environment: ["ONLY": "this"])
        options.folder = "/"
        let result = try await Program.run(path: "/usr/bin/env", [], options: options)
        #expect(result.outputText == "ONLY=this\n")
    }

    @Test("starts in the folder that it was told")
    func folder() async throws {
        #expect(try await shell("pwd") { $0.folder = "/usr" }.outputText == "/usr\n")
    }

    @Test("feeds standard input of any size and ends it")
    func input() async throws {
        let bytes = [UInt8](repeating: 0x61, count: 3_000_000)
        let result = try await shell("cat") { $0.input = .bytes(bytes) }
        #expect(result.output == bytes)
        #expect(try await shell("cat; echo end").outputText == "end\n")
    }

    @Test("a held standard input stays open until it is closed")
    func held() async throws {
        var options = ProgramOptions(environment: [:], input: .held)
        options.timeoutSeconds = 180
        let program = try Program.start(path: "/bin/cat", [], options: options)
        program.write("one\n")
        #expect(try await program.waits { $0.outputText == "one\n" })
        #expect(!program.hasEnded)
        program.closeInput()
        #expect(await program.result().status == 0)
    }

    @Test("tells a signal from a status, and default handling is in force")
    func signals() async throws {
        let result = try await shell("kill -TERM $$; exit 3")
        #expect(result.signal == 15 && result.status == nil && result.shellStatus == 143)
        let program = try Program.start(path: "/bin/sleep", ["30"])
        program.send(signal: 2)
        #expect(await program.result().shellStatus == 130)
    }

    @Test("an early closed output ends the writer by SIGPIPE")
    func closedPipe() async throws {
        let result = try await Program.run(
            path: "/usr/bin/yes", [],
            options: {
                var options = ProgramOptions()
                options.output = .closedAfter(5)
                return options
            }())
        #expect(result.shellStatus == 141)
        #expect(result.outputCount >= 5)
    }

    @Test("a terminal is one, and Ctrl-C on it interrupts")
    func terminal() async throws {
        let result = try await shell("test -t 0 && test -t 1 && test -t 2 && stty size") { options in
            options.input = .terminal
            options.output = .terminal
            options.errors = .terminal
            options.terminalSize = (columns: 91, rows: 33)
        }
        #expect(result.terminalText == "33 91\r\n")
        var options = ProgramOptions(environment: ["PATH": "/bin"], input: .terminal)
        options.output = .terminal
        let program = try Program.start(path: "/bin/sh", ["-c", "echo ready; exec sleep 30"], options: options)
        #expect(try await program.waits { $0.terminalText.contains("ready") })
        program.write("\u{3}")
        #expect(await program.result().shellStatus == 130)
    }

    @Test("a closed descriptor is closed")
    func closed() async throws {
        let result = try await shell("echo x; echo status $? >&2") { $0.output = .closed }
        #expect(result.errorText.contains("status 1") || result.errorText.contains("status 2"))
    }

    @Test("a program that does not end is killed in time")
    func timeout() async throws {
        let result = try await shell("sleep 60") { $0.timeoutSeconds = 1 }
        #expect(result.timedOut && result.signal == 9)
    }

    @Test("writes to a file, and a full device is told")
    func file() async throws {
        let folder = try TemporaryFolder()
        let result = try await shell("echo x") { $0.output = .file(folder.path("out")) }
        #expect(result.status == 0 && folder.text("out") == "x\n")
        #expect(folder.mode("out") == 0o600)
    }

    @Test("says what cannot be started")
    func missing() async {
        await #expect(throws: ProgramError.self) { _ = try await Program.run(path: "/nowhere/at/all", []) }
    }

    @Test("many at once keep their streams apart")
    func concurrent() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<24 {
                group.addTask {
                    try await self.shell("cat; echo \(number)") { $0.input = .bytes([0x3E]) }.outputText
                        == ">\(number)\n"
                }
            }
            for try await right in group { #expect(right) }
        }
    }
}

@Suite("The doubles")
struct DoubleTests {
    @Test("a clock that was told nothing refuses to sleep")
    func refuses() async {
        let clock = TestClock()
        await #expect(throws: TestClock.UnexpectedSleep(milliseconds: 5)) { try await clock.sleep(milliseconds: 5) }
    }

    @Test("a clock that advances moves both of its times")
    func advances() async throws {
        let clock = TestClock(start: Timestamp(millisecondsSinceEpoch: 10), sleeping: .advances)
        try await clock.sleep(milliseconds: 5)
        #expect(clock.now.millisecondsSinceEpoch == 15 && clock.monotonicNanoseconds == 5_000_000)
    }

    @Test("a clock that waits wakes sleepers in time and not before")
    func waits() async throws {
        let clock = TestClock(sleeping: .waits)
        let task = Task { try await clock.sleep(milliseconds: 10) }
        #expect(try await Eventually.holds { clock.sleeperCount == 1 })
        clock.advance(milliseconds: 9)
        #expect(clock.sleeperCount == 1)
        clock.advance(milliseconds: 1)
        try await task.value
    }

    @Test("a folder is gone when it is out of use")
    func folder() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        try folder?.write("a/b", "text", mode: 0o640)
        #expect(folder?.text("a/b") == "text" && folder?.mode("a/b") == 0o640)
        #expect(folder?.names == ["a", "a/b"])
        let path = folder?.path ?? ""
        folder = nil
        #expect(!path.isEmpty && !TemporaryFolder.exists(path))
    }

    @Test("seeded numbers are the known ones")
    func random() {
        #expect(SeededRandom(seed: 1_234_567).next() == 6_457_827_717_110_365_317)
    }

    @Test("a trial is given once")
    func trial() {
        let key = HealthKey(provider: "a", model: "b", baseURL: "c", keyFingerprint: "d")
        let store = MemoryHealthStore()
        let time = Timestamp(millisecondsSinceEpoch: 100)
        store.record(.cooling(until: time, reason: "429"), for: key, at: Timestamp(millisecondsSinceEpoch: 0))
        #expect(store.claimTrial(key, at: time))
        #expect(!store.claimTrial(key, at: time))
        #expect(store.entries.count == 1)
    }
}
