import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Storage

@Suite("The gate")
struct GateTests {
    private let folder: TemporaryFolder
    private let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = folder.path("note.db")
        _ = try Store.open(database, schema: NoteSchema.first)
    }

    /// The number of the next ticket, as the side file has it.
    private func nextTicket() -> UInt64 {
        guard let bytes = folder.read("note.db-gate"), bytes.count >= 16 else { return 0 }
        return bytes[8..<16].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Processes that have the database open. Opening goes through the gate too, so it comes before anybody holds it.
    private func opened(_ names: String...) async throws -> [RunningProgram] {
        var processes: [RunningProgram] = []
        for name in names { processes.append(try TortureProgram.start(["gate-hold", database, name], input: .held)) }
        for process in processes { try #require(try await process.waits { $0.outputText == "open\n" }) }
        return processes
    }

    /// Lets a process into the gate.
    private func enter(_ process: RunningProgram) async throws {
        process.write("g")
        try #require(try await process.waits { $0.outputText == "open\nin\n" })
    }

    /// Lets a process take its ticket and wait.
    private func queue(_ process: RunningProgram) async throws {
        let before = nextTicket()
        process.write("g")
        try #require(try await Eventually.holds { nextTicket() == before + 1 })
    }

    @Test("Whoever came first enters first")
    func order() async throws {
        let processes = try await opened("a", "b", "c", "d", "e", "f")
        try await enter(processes[0])
        for process in processes.dropFirst() { try await queue(process) }
        for process in processes.reversed() { process.closeInput() }
        for process in processes { #expect(await process.result().status == 0) }
        #expect(folder.text("note.db-log") == "a\nb\nc\nd\ne\nf\n")
    }

    @Test("A holder that is killed with -9 lets the next one in")
    func deadHolder() async throws {
        let dead = try await opened("dead")[0]
        try await enter(dead)
        let gate = try Gate.open(database + "-gate").get()
        defer { gate.shut() }
        #expect(throws: StorageError.self) { try gate.enter(timeoutMilliseconds: 1) }
        dead.send(signal: 9)
        #expect(await dead.result().signal == 9)
        try gate.enter(timeoutMilliseconds: 60_000)
        gate.leave()
        #expect(throws: Never.self) { try Store.open(database, schema: NoteSchema.first).add(note: "after") }
    }

    @Test("A waiter that is killed with -9 is skipped, and nobody gets past the holder by its death")
    func deadWaiter() async throws {
        let processes = try await opened("a", "dead", "c")
        try await enter(processes[0])
        try await queue(processes[1])
        try await queue(processes[2])
        processes[1].send(signal: 9)
        #expect(await processes[1].result().signal == 9)
        let gate = try Gate.open(database + "-gate").get()
        defer { gate.shut() }
        #expect(throws: StorageError.self) { try gate.enter(timeoutMilliseconds: 200) }
        #expect(processes[2].partial.outputText == "open\n")
        processes[2].closeInput()
        processes[0].closeInput()
        #expect(await processes[2].result().status == 0)
        #expect(folder.text("note.db-log") == "a\nc\n")
    }

    @Test("Who waits too long is told so, and does not block those behind")
    func timeout() async throws {
        let first = try await opened("a")[0]
        try await enter(first)
        let gate = try Gate.open(database + "-gate").get()
        defer { gate.shut() }
        let error = #expect(throws: StorageError.self) { try gate.enter(timeoutMilliseconds: 30) }
        #expect(error?.code == .busy)
        #expect(error?.kind == .tryLater)
        first.closeInput()
        #expect(await first.result().status == 0)
        #expect(throws: Never.self) { try gate.enter(timeoutMilliseconds: 60_000) }
    }

    @Test("Who comes back at once may go on a few times, and not while another is inside")
    func comingBack() throws {
        let gates = try (0..<2).map { _ in try Gate.open(database + "-gate").get() }
        defer { for gate in gates { gate.shut() } }
        for _ in 0..<3 {
            try gates[0].enter(timeoutMilliseconds: 1_000)
            #expect(throws: StorageError.self) { try gates[1].enter(timeoutMilliseconds: 1) }
            gates[0].leave()
        }
        try gates[1].enter(timeoutMilliseconds: 1_000)
        #expect(throws: StorageError.self) { try gates[0].enter(timeoutMilliseconds: 1) }
        gates[1].leave()
    }

    @Test("Who comes back again and again lets a waiter in before long")
    func noStarving() async throws {
        let waiter = try await opened("b")[0]
        let gate = try Gate.open(database + "-gate").get()
        defer { gate.shut() }
        try gate.enter(timeoutMilliseconds: 60_000)
        try await queue(waiter)
        gate.leave()
        var entered = 0
        // The waiter stays inside once it is there.
        while entered < 1_000, (try? gate.enter(timeoutMilliseconds: 1_000)) != nil {
            entered += 1
            gate.leave()
        }
        #expect(entered < 100)
        waiter.closeInput()
        #expect(await waiter.result().status == 0)
    }

    @Test("8 processes that each add one 200 times lose none")
    func count() async throws {
        let counter = folder.path("counter")
        var processes: [RunningProgram] = []
        for _ in 0..<8 { processes.append(try TortureProgram.start(["gate-count", database, counter, "200"])) }
        for process in processes {
            let result = await process.result()
            #expect(result.status == 0, "\(result.errorText)")
        }
        #expect(folder.read("counter") == [0x40, 0x06, 0, 0, 0, 0, 0, 0])
    }

    @Test("A side file that is a link to somewhere else is not followed")
    func link() async throws {
        let target = try folder.write("elsewhere", "x")
        let result = try await Program.run(path: "/bin/ln", ["-s", target, folder.path("other.db-gate")])
        try #require(result.status == 0)
        #expect(throws: StorageError.self) { try Store.open(folder.path("other.db"), schema: NoteSchema.first) }
        #expect(folder.text("elsewhere") == "x")
    }
}
