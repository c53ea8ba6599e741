import AI1Core
import AI1Storage
import AI1TestSupport
import Testing

@testable import AI1Ledger

@Suite("A receipt")
struct ReceiptTests {
    private static func hold(_ state: Int64, _ ledger: SQLiteLedger) throws -> LedgerID {
        try ledger.read { connection in
            let row = try connection.statement("SELECT id FROM hold WHERE state = ? ORDER BY seq LIMIT 1")
            row.bind(1, state)
            defer { row.reset() }
            return try row.step() ? LedgerID(octets: row.bytes(0))! : LedgerID(high: 0, low: 0)
        }
    }

    @Test("proves every hold and every transfer, without the ledger")
    func everything() throws {
        let bench = try AuditBench.filled(requests: 20)
        let ledger = try bench.open()
        let ids = try ["hold", "transfer"].flatMap { table in
            try ledger.read { connection in
                try connection.query("SELECT id FROM \(table)") { rows in
                    var ids: [LedgerID] = []
                    while try rows.step() { ids.append(LedgerID(octets: rows.bytes(0))!) }
                    return ids
                }
            }
        }
        #expect(ids.count > 30)
        let key = try Receipt.publicKey(bench.files)
        for id in ids {
            let receipt = try JSONParser.parse(try Receipt.make(for: id, ledger).prettyEncoded())
            let reading = try Receipt.verify(receipt)
            #expect(reading.id == id.description && reading.signer == .unknown)
        }
        let made = try Receipt.publicKey(bench.files)
        #expect(key == nil && made != nil)
        let reading = try Receipt.verify(try Receipt.make(for: ids[0], ledger), trustedKey: made)
        #expect(reading.signer == .trusted)
        #expect(try Receipt.verify(try Receipt.make(for: ids[0], ledger), trustedKey: "other").signer == .other)
    }

    @Test("says what was charged, in the words of the proven octets")
    func words() throws {
        let bench = try AuditBench.filled(requests: 20)
        let ledger = try bench.open()
        let id = try Self.hold(1, ledger)
        let reading = try Receipt.verify(try Receipt.make(for: id, ledger))
        let charge = try ledger.read { connection in
            let row = try connection.statement("SELECT charge FROM hold WHERE id = ?")
            row.bind(1, id.octets)
            defer { row.reset() }
            return try row.step() ? row.integer(0) : -1
        }
        #expect(reading.events.map { $0["event"]?.string } == ["hold", "charge"])
        #expect(reading.events[0]["id"]?.string == id.description)
        #expect(reading.events[1]["charge_nusd"]?.number?.int64 == charge)
        #expect(
            reading.checkpoint.note.hasPrefix("ai1/ledger/\(reading.checkpoint.ledger)\n\(reading.checkpoint.size)\n"))
    }

    @Test("proves nothing once a member of it is changed")
    func changed() throws {
        let bench = try AuditBench.filled(requests: 20)
        let ledger = try bench.open()
        let receipt = try Receipt.make(for: try Self.hold(1, ledger), ledger)
        let other = try Receipt.make(for: try Self.hold(2, ledger), ledger)
        _ = try Receipt.verify(receipt)
        var changes: [JSONValue] = [.null, [:], "text"]
        for name in ["v", "kind", "id", "events", "checkpoint", "note"] {
            changes.append(receipt.setting([name], .null))
        }
        changes.append(receipt.setting(["id"], other["id"]!))
        changes.append(receipt.setting(["events"], other["events"]!))
        changes.append(receipt.setting(["events", "1"], other["events"]![1]!))
        changes.append(receipt.setting(["events", "0", "index"], 3))
        changes.append(receipt.setting(["events", "0", "record"], other["events"]![0]!["record"]!))
        changes.append(receipt.setting(["events", "0", "path"], []))
        changes.append(receipt.setting(["events", "1", "reads", "charge_nusd"], 1))
        for name in ["size", "epoch", "time"] { changes.append(receipt.setting(["checkpoint", name], 7)) }
        for name in ["root", "head", "key", "signature"] {
            changes.append(
                receipt.setting(["checkpoint", name], .string(Base64.encode([UInt8](repeating: 1, count: 32)))))
        }
        for change in changes { #expect(throws: LedgerError.self) { try Receipt.verify(change) } }
    }

    @Test("is not made for a name that nothing has")
    func unknown() throws {
        let bench = try AuditBench.filled(requests: 1)
        let ledger = try bench.open()
        #expect { try Receipt.make(for: LedgerID(high: 5, low: 5), ledger) } throws: {
            ($0 as? LedgerError)?.code == .notFound
        }
    }
}

extension JSONValue {
    /// The same with another value at a path of names and indexes.
    fileprivate func setting(_ path: [String], _ value: JSONValue) -> JSONValue {
        guard let first = path.first else { return value }
        let rest = Array(path.dropFirst())
        switch self {
        case .object(var object):
            object[first] = (object[first] ?? .null).setting(rest, value)
            return .object(object)
        case .array(var elements):
            let index = Int(first) ?? 0
            elements[index] = elements[index].setting(rest, value)
            return .array(elements)
        default: return self
        }
    }
}
