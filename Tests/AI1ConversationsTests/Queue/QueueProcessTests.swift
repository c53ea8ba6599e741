import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("A queue of many processes")
struct QueueProcessTests {
    /// What a flush does: it claims what is due and sends it, which here leaves a line in a file.
    private static func flush(_ folder: String, log: String) throws {
        let store = QueueStore(folder: folder, clock: TestClock())
        let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        for id in store.list().entries.map(\.id) {
            guard let claim = try store.claim(id) else { continue }
            let line = Array("\(id)\n".utf8)
            _ = line.withUnsafeBytes { writeOnce(file, $0) }
            try store.finish(
                claim,
                QueueEntry.Outcome(
                    requestID: id, target: Sample.target, charge: nil, answer: "", state: .complete,
                    time: Timestamp(millisecondsSinceEpoch: 1)))
        }
        close(file)
    }

    @Test("four flushes at once send each entry once")
    func flushes() async throws {
        let bench = try QueueBench()
        let ids = try (0..<40).map { _ in try bench.add().id }
        let folder = bench.folder.path("queue")
        let log = bench.folder.path("sent")
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [folder = folder as String, log = log as String] in
                        try Self.flush(folder, log: log)
                    }
                }
            }
        }
        let sent = try #require(bench.folder.text("sent")).split(separator: "\n").map(String.init)
        #expect(sent.sorted() == ids.map(\.description))
        #expect(bench.store.list().entries.allSatisfy { $0.state == .done })
    }

    @Test("a process that is killed while it sends leaves an entry that is not sent again by itself")
    func killed() async throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        let folder = bench.folder.path("queue")
        await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
            let store = QueueStore(folder: folder, clock: TestClock())
            let claim = try store.claim(store.list().entries[0].id)
            withExtendedLifetime(claim) { _ = kill(getpid(), SIGKILL) }
        }
        #expect(bench.store.due(at: bench.clock.now).isEmpty)
        #expect(try bench.store.find(entry.id)?.state == .unknown)
        #expect(try bench.store.claim(entry.id) == nil)
    }

    @Test("on a full disk nothing is claimed, and an answer that cannot be kept makes the outcome unknown")
    func fullDisk() async throws {
        let bench = try QueueBench()
        let entry = try bench.add()
        let folder = bench.folder.path("queue")
        await #expect(processExitsWith: .success) { [folder = folder as String] in
            signal(SIGXFSZ, SIG_IGN)
            let store = QueueStore(folder: folder, clock: TestClock())
            let id = store.list().entries[0].id
            func allow(_ octets: UInt) {
                var limit = rlimit(rlim_cur: rlim_t(octets), rlim_max: 1 << 30)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            }
            allow(10)
            do {
                _ = try store.claim(id)
                exit(3)
            } catch let error as any AI1Error {
                guard error.kind == .inputOutput else { exit(4) }
            }
            allow(2_000)
            guard let claim = try store.claim(id) else { exit(5) }
            let outcome = QueueEntry.Outcome(
                requestID: id, target: Sample.target, charge: nil, answer: String(repeating: "x", count: 5_000),
                state: .complete, time: Timestamp(millisecondsSinceEpoch: 1))
            do {
                try store.finish(claim, outcome)
                exit(6)
            } catch is any AI1Error {}
        }
        #expect(try bench.store.find(entry.id)?.state == .unknown)
        #expect(bench.folder.names.filter { $0.contains("tmp") }.isEmpty)
    }
}

/// write(2), named apart from methods of that name.
private func writeOnce(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
