import AI1Core
import AI1Storage
import AI1TestSupport
import Testing

@testable import AI1Ledger

@Suite("Backup and restore")
struct BackupTests {
    private static func restore(_ bench: AuditBench) -> Restore {
        Restore(bench.files, clock: bench.clock, calendar: bench.calendar)
    }

    /// Whether opening it to write is refused as older.
    private static func isRefused(_ bench: AuditBench) throws -> Bool {
        do {
            _ = try bench.open()
            return false
        } catch let error as LedgerError where error.code == .older {
            return true
        }
    }

    @Test("makes a checked copy with nothing beside it, and overwrites only when told")
    func made() throws {
        let bench = try AuditBench.filled()
        let ledger = try bench.open()
        let path = bench.folder.path("copy.db")
        let made = try Backup.make(ledger, to: path)
        #expect(made.report.findings.isEmpty && made.octets > 0)
        #expect(made.report.checkpoint != nil)
        #expect(bench.folder.mode("copy.db") == 0o600)
        #expect(bench.folder.names.filter { $0.hasPrefix("copy") } == ["copy.db"])
        #expect(throws: LedgerError.self) { try Backup.make(ledger, to: path) }
        #expect(throws: LedgerError.self) { try Backup.make(ledger, to: bench.files.database, overwrites: true) }
        try bench.work(ledger, requests: 3, seed: 2)
        let again = try Backup.make(ledger, to: path, overwrites: true)
        #expect(again.report.events > made.report.events)
        #expect(again.report.events == (try ledger.read { try $0.integer("SELECT max(seq) FROM event_log") }))
    }

    @Test("makes no copy of a ledger that is not as its events say")
    func damaged() throws {
        let bench = try AuditBench.filled()
        try bench.tamper("UPDATE usage SET target = 'x/y' WHERE hold = 2")
        let ledger = try bench.open()
        #expect { try Backup.make(ledger, to: bench.folder.path("copy.db")) } throws: {
            ($0 as? LedgerError)?.message.contains("usage 2/0.target") == true
        }
        #expect(!bench.folder.names.contains { $0.hasPrefix("copy") })
    }

    @Test("puts a copy back in a new epoch, keeps what was there, and goes on")
    func restored() throws {
        let bench = try AuditBench.filled()
        let path = bench.folder.path("copy.db")
        let events = try Backup.make(try bench.open(), to: path).report.events
        try bench.work(try bench.open(), requests: 7, seed: 2)
        try Checkpointer(try bench.open()).make()
        let newer = try bench.open().read { try $0.integer("SELECT max(seq) FROM event_log") }
        let outcome = try Self.restore(bench).run(from: path)
        #expect(outcome.checkpoint.epoch == 1 && outcome.checkpoint.size == events + 1)
        let ledger = try bench.open()
        for report in [try LedgerCheck.quick(ledger), try LedgerCheck.full(ledger)] {
            #expect(report.findings.map(\.description) == [])
            #expect(report.events == events + 1)
        }
        try bench.work(ledger, requests: 5, seed: 3)
        try Checkpointer(ledger).make()
        #expect(try LedgerCheck.full(ledger).findings.map(\.description) == [])
        let kept = try Store.openToRead(try #require(outcome.kept), schema: LedgerSchema.schema)
        #expect(try kept.read { try $0.integer("SELECT max(seq) FROM event_log") } == newer)
        #expect(bench.folder.mode("data/ledger.db") == 0o600)
        #expect(!bench.folder.names.contains { $0.contains("restoring") })
        // And once more: the epochs go on rising.
        #expect(try Self.restore(bench).run(from: path).checkpoint.epoch == 2)
        #expect(try LedgerCheck.full(try bench.open()).findings.map(\.description) == [])
    }

    @Test("keeps the log of the ledger that was there, and never applies it to the new one")
    func foreignLog() throws {
        let bench = try AuditBench.filled()
        let path = bench.folder.path("copy.db")
        try Backup.make(try bench.open(), to: path)
        // Somebody else reads, so that the log cannot be emptied.
        let reader = try bench.open()
        let writer = try bench.open()
        try bench.work(writer, requests: 5, seed: 2)
        let newest = try writer.read { try $0.integer("SELECT max(seq) FROM event_log") }
        let outcome = try reader.read { connection in
            _ = try connection.integer("SELECT count(*) FROM hold")
            return try Self.restore(bench).run(from: path)
        }
        #expect {
            try writer.apply(.grant(id: LedgerID(high: 1, low: 1), to: .declared, amount: NanoUSD(5), memo: ""))
        } throws: { ($0 as? LedgerError)?.code == .storage(.replaced) }
        #expect(try LedgerCheck.full(try bench.open()).findings.map(\.description) == [])
        let kept = try Store.open(try #require(outcome.kept), schema: LedgerSchema.schema)
        #expect(try kept.read { try $0.integer("SELECT max(seq) FROM event_log") } == newest)
    }

    @Test("notices an older file that was copied back, and accepts it when it is restored itself")
    func copiedBack() throws {
        let bench = try AuditBench.filled()
        let older = try bench.octets()
        try bench.work(try bench.open(), requests: 3, seed: 2)
        try bench.put(older)
        #expect(try Self.isRefused(bench))
        for report in [
            try LedgerCheck.quick(try bench.open(forAudit: true)), try LedgerCheck.full(try bench.open(forAudit: true)),
        ] {
            #expect(report.findings.map(\.table) == ["audit.head"])
            #expect(report.findings[0].message.hasPrefix("the ledger is older than it was"))
        }
        // Looking at it must not make it the newest one.
        let looked = try bench.open(forAudit: true)
        #expect(throws: LedgerError.self) { try looked.acceptClock() }
        #expect(throws: LedgerError.self) { try looked.void(LedgerID(high: 1, low: 1)) }
        #expect(throws: LedgerError.self) { try Checkpointer(looked).make() }
        #expect(throws: LedgerError.self) { try Backup.make(looked, to: bench.folder.path("copy.db")) }
        #expect(try Self.isRefused(bench))
        let outcome = try Self.restore(bench).run(from: bench.files.database)
        #expect(outcome.kept == nil && outcome.checkpoint.epoch == 1)
        #expect(try !Self.isRefused(bench))
        try bench.work(try bench.open(), requests: 3, seed: 5)
        #expect(try LedgerCheck.quick(try bench.open()).findings.isEmpty)
        #expect(try LedgerCheck.full(try bench.open()).findings.isEmpty)
    }

    @Test("notices it by the checkpoints alone, when the note of the newest event is gone")
    func copiedBackWithoutHead() throws {
        let bench = try AuditBench.filled()
        let older = try bench.octets()
        try bench.work(try bench.open(), requests: 3, seed: 2)
        try Checkpointer(try bench.open()).make()
        try bench.put(older)
        bench.remove("state/audit.head")
        for report in [
            try LedgerCheck.quick(try bench.open(forAudit: true)), try LedgerCheck.full(try bench.open(forAudit: true)),
        ] {
            #expect(report.findings.map(\.table) == ["audit.checkpoint"])
            #expect(report.findings[0].message.hasPrefix("the ledger is older than"))
        }
    }

    @Test("notices a log that was removed")
    func removedLog() throws {
        let bench = try AuditBench.filled()
        _ = try bench.octets()
        try bench.work(try bench.open(), requests: 3, seed: 2)
        for suffix in ["-wal", "-shm"] { bench.remove("data/ledger.db\(suffix)") }
        #expect(try Self.isRefused(bench))
        #expect(try LedgerCheck.quick(try bench.open(forAudit: true)).findings.map(\.table) == ["audit.head"])
    }

    @Test("restores to a place where no ledger is, and refuses what is none or damaged, leaving all as it was")
    func places() throws {
        let bench = try AuditBench.filled()
        let path = bench.folder.path("copy.db")
        try Backup.make(try bench.open(), to: path)
        let empty = try AuditBench()
        #expect(try Restore(empty.files, clock: bench.clock, calendar: bench.calendar).run(from: path).kept == nil)
        #expect(try LedgerCheck.full(try empty.open()).findings.isEmpty)
        let before = try bench.octets()
        var damaged = try #require(bench.folder.read("copy.db"))
        let place = try #require(damaged.firstRange(of: Array("credits to start with".utf8)))
        damaged[place.lowerBound] ^= 1
        try bench.folder.write("damaged.db", damaged)
        try bench.folder.write("text.db", "this is no database")
        try bench.folder.write("cut.db", Array(damaged.prefix(damaged.count / 2)))
        for name in ["damaged.db", "text.db", "cut.db", "missing.db"] {
            #expect(throws: LedgerError.self) { try Self.restore(bench).run(from: bench.folder.path(name)) }
        }
        #expect(try bench.octets() == before)
        #expect(!bench.folder.names.contains { $0.contains("restor") })
        #expect(try LedgerCheck.full(try bench.open()).findings.isEmpty)
    }
}
