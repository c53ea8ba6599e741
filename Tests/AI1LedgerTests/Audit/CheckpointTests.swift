import AI1Core
import AI1Storage
import AI1TestSupport
import Testing

@testable import AI1Ledger

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("A signed checkpoint")
struct CheckpointTests {
    @Test("is a row and a line, both signed, with the root of all events")
    func made() throws {
        let bench = try AuditBench.filled(requests: 10)
        let ledger = try bench.open()
        let made = try Checkpointer(ledger).make()
        let lines = try CheckpointFile(path: bench.files.auditCheckpoints).all().compactMap(\.checkpoint)
        #expect(lines.map { SignedCheckpoint($0) } == [made])
        #expect(lines.map(\.isSigned) == [true])
        var tree = MerkleTree()
        try ledger.read { connection in
            try connection.query("SELECT hash FROM event_log ORDER BY seq") { rows in
                while try rows.step() { tree.append(TreeHash(rows.bytes(0))!) }
            }
        }
        #expect(made.root == Base64.encode(tree.root.octets))
        #expect(made.size == Int64(tree.size))
        #expect(bench.folder.mode("config/audit.key") == 0o600)
        #expect(bench.folder.mode("state/audit.checkpoint") == 0o600)
    }

    @Test("continues the tree of the one before, and is told again when nothing came since")
    func continued() throws {
        let bench = try AuditBench.filled(requests: 10)
        let ledger = try bench.open()
        let first = try Checkpointer(ledger).make()
        #expect(try Checkpointer(ledger).make() == first)
        try bench.work(ledger, requests: 5, seed: 2)
        let second = try Checkpointer(ledger).make()
        #expect(second.size > first.size && second.epoch == first.epoch)
        #expect(try CheckpointFile(path: bench.files.auditCheckpoints).all().count == 2)
        #expect(try LedgerCheck.full(ledger).findings.isEmpty)
    }

    @Test("comes by itself after so many events, and not before")
    func due() throws {
        let bench = try AuditBench.filled(requests: 10)
        let ledger = try bench.open()
        let newest = { try ledger.read { try $0.integer("SELECT max(size) FROM checkpoint") } }
        Checkpointer(ledger).makeIfDue(every: 1_000)
        #expect(try newest() == nil)
        Checkpointer(ledger).makeIfDue(every: 20)
        let size = try #require(try newest())
        Checkpointer(ledger).makeIfDue(every: 20)
        #expect(try newest() == size)
    }

    @Test("comes with the ledger's own work")
    func automatic() throws {
        let bench = try AuditBench.filled(requests: 10)
        let ledger = try bench.open()
        let lines = (1...1_100).map {
            Transfer(
                id: LedgerID(high: 77, low: UInt64($0)), memo: "",
                legs: [(.world, NanoUSD(-1)), (.declared, NanoUSD(1))])
        }
        try ledger.transfer(lines)
        let newest = try ledger.read { try $0.integer("SELECT max(size) FROM checkpoint") }
        #expect(try newest == ledger.read { try $0.integer("SELECT max(seq) FROM event_log") })
        #expect(try LedgerCheck.full(ledger).findings.isEmpty)
    }

    @Test("under a new key begins a new epoch, and a lost state folder is only a note")
    func lostFiles() throws {
        let bench = try AuditBench.filled(requests: 5)
        let first = try Checkpointer(try bench.open()).make()
        bench.remove("config/audit.key")
        let second = try Checkpointer(try bench.open()).make()
        #expect(second.epoch == first.epoch + 1 && second.key != first.key && second.size == first.size + 1)
        let reason = try bench.open().read { connection in
            try connection.query("SELECT reason FROM epoch") { try $0.step() ? $0.text(0) : "" }
        }
        #expect(reason == "new key")
        #expect(try LedgerCheck.full(try bench.open()).findings.isEmpty)
        for name in ["state/audit.head", "state/audit.checkpoint"] { bench.remove(name) }
        rmdir(bench.files.state)
        let ledger = try bench.open()
        let report = try LedgerCheck.quick(ledger)
        #expect(report.findings.isEmpty && report.notes.count == 2)
        let again = try Checkpointer(ledger).make()
        #expect(again == second)
        #expect(try LedgerCheck.full(ledger).findings.isEmpty)
        #expect(try LedgerCheck.full(ledger).notes.isEmpty)
    }

    @Test("is refused a key that others can read, or that is none")
    func badKeys() throws {
        let bench = try AuditBench.filled(requests: 2)
        let ledger = try bench.open()
        try Checkpointer(ledger).make()
        chmod(bench.files.auditKey, 0o640)
        #expect(throws: LedgerError.self) { try Checkpointer(ledger).make() }
        #expect(try LedgerCheck.quick(ledger).findings.map(\.table) == ["audit.key"])
        try bench.folder.write("config/audit.key", "no key")
        #expect(throws: LedgerError.self) { try Checkpointer(ledger).make() }
    }

    @Test("of which a line is changed, foreign or torn is found")
    func lines() throws {
        let bench = try AuditBench.filled(requests: 5)
        let ledger = try bench.open()
        try Checkpointer(ledger).make()
        let line = try #require(bench.folder.text("state/audit.checkpoint"))
        let other = try AuditBench.filled(requests: 5, seed: 9)
        try Checkpointer(try other.open()).make()
        let foreign = try #require(other.folder.text("state/audit.checkpoint"))
        for (text, isGood) in [
            (line, true), (line + "{\"v\":1,\"torn", true), (foreign, false), (line + foreign, false),
            (line.replacing("\"epoch\":0", with: "\"epoch\":1"), false), (line + "{}\n", false),
        ] {
            try bench.folder.write("state/audit.checkpoint", text)
            #expect(try LedgerCheck.quick(ledger).findings.isEmpty == isGood)
            #expect(try LedgerCheck.full(ledger).findings.isEmpty == isGood)
        }
        // A torn line is closed, so that the next one is whole.
        try bench.folder.write("state/audit.checkpoint", line + "{\"v\":1,\"torn")
        try bench.work(ledger, requests: 1, seed: 3)
        let next = try Checkpointer(ledger).make()
        let last = try CheckpointFile(path: bench.files.auditCheckpoints).last()?.checkpoint
        #expect(last.map { SignedCheckpoint($0) } == next)
    }

    @Test("finds a whole ledger that was rewritten with a right chain of its own")
    func rewritten() throws {
        let bench = try AuditBench.filled(requests: 5)
        try Checkpointer(try bench.open()).make()
        // Another ledger with the first one's state and key.
        let other = try AuditBench.filled(requests: 8, seed: 2)
        let octets = try other.octets()
        try bench.put(octets)
        bench.remove("state/audit.head")
        let quick = try LedgerCheck.quick(try bench.open(forAudit: true))
        #expect(quick.findings.map(\.table) == ["audit.checkpoint"])
        let full = try LedgerCheck.full(try bench.open(forAudit: true))
        #expect(full.findings.map(\.table) == ["audit.checkpoint"])
    }
}
