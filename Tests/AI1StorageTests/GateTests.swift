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

    /// A process that has the database open.
    private func opened(_ name: String) async throws -> RunningProgram {
        let process = try TortureProgram.start(["gate-hold", database, name], input: .held)
        try #require(try await process.waits { $0.outputText == "open\n" })
        return process
    }

    /// A process that is inside the gate.
    private func holder(_ name: String) async throws -> RunningProgram {
        let process = try await opened(name)
        process.write("g")
        try #require(try await process.waits { $0.outputText == "open\nin\n" })
        return process
    }

    /// A process that has its ticket and waits.
    private func waiter(_ name: String) async throws -> RunningProgram {
        let process = try await opened(name)
        let before = nextTicket()
        process.write("g")
        try #require(try await Eventually.holds { nextTicket() == before + 1 })
        return process
    }

    @Test("Whoever came first enters first")
    func order() async throws {
        let first = try await holder("a")
        var others: [RunningProgram] = []
        for name in ["b", "c", "d", "e", "f"] { others.append(try await waiter(name)) }
        for process in others.reversed() { process.closeInput() }
        first.closeInput()
        for process in others { #expect(await process.result().status == 0) }
        #expect(folder.text("note.db-log") == "a\nb\nc\nd\ne\nf\n")
    }

    @Test("A holder that is killed with -9 lets the next one in")
    func deadHolder() async throws {
        let dead = try await holder("dead")
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
        let first = try await holder("a")
        let dead = try await waiter("dead")
        let last = try await waiter("c")
        dead.send(signal: 9)
        #expect(await dead.result().signal == 9)
        let gate = try Gate.open(database + "-gate").get()
        defer { gate.shut() }
        #expect(throws: StorageError.self) { try gate.enter(timeoutMilliseconds: 200) }
        #expect(last.partial.outputText == "open\n")
        last.closeInput()
        first.closeInput()
        #expect(await last.result().status == 0)
        #expect(folder.text("note.db-log") == "a\nc\n")
    }

    @Test("Who waits too long is told so, and does not block those behind")
    func timeout() async throws {
        let first = try await holder("a")
        let gate = try Gate.open(database + "-gate").get()
        defer { gate.shut() }
        let error = #expect(throws: StorageError.self) { try gate.enter(timeoutMilliseconds: 30) }
        #expect(error?.code == .busy)
        #expect(error?.kind == .tryLater)
        first.closeInput()
        #expect(await first.result().status == 0)
        #expect(throws: Never.self) { try gate.enter(timeoutMilliseconds: 60_000) }
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
