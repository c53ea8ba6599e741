import AI1Storage
import AI1TestSupport
import Testing

@testable import AI1Ledger

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("A flipped bit")
struct BitFlipTests {
    /// 200 in the suite; as many as the variable says for the full run.
    static var count: Int { getenv("AI1_FLIPS").flatMap { Int(String(cString: $0)) } ?? 200 }

    private enum Verdict: Equatable {
        case unnoticed
        /// What was changed and not named.
        case unnamed([String])
        case noticed
        case harmless
    }

    @Test("that changes a value of a row is named by the full check, wherever in the file it is")
    func named() throws {
        let bench = try AuditBench.filled(requests: 40)
        let ledger = try bench.open()
        for seed in 2...4 {
            try Checkpointer(ledger).make()
            try bench.work(ledger, requests: 8, seed: UInt64(seed))
        }
        let octets = try bench.octets()
        let whole = AuditBench.dump(try Self.open(bench, octets))
        let random = SeededRandom(seed: 0xF11B)
        var noticed = 0
        for _ in 0..<Self.count {
            let bit = Int(random.next() % UInt64(octets.count * 8))
            var flipped = octets
            flipped[bit / 8] ^= 1 << (bit % 8)
            let verdict = try Self.judge(bench, flipped, whole)
            #expect(verdict == .noticed || verdict == .harmless, "bit \(bit % 8) of octet \(bit / 8): \(verdict)")
            if verdict == .noticed { noticed += 1 }
        }
        // Most of a ledger is rows: a check that finds little of it did not look.
        #expect(noticed > Self.count / 3)
    }

    @Test("in an index by name is named too")
    func indexes() throws {
        let bench = try AuditBench.filled(requests: 40)
        let names = try bench.open().read { connection in
            try connection.query("SELECT id FROM hold UNION ALL SELECT id FROM transfer") { rows in
                var names: [[UInt8]] = []
                while try rows.step() { names.append(rows.bytes(0)) }
                return names
            }
        }
        let octets = try bench.octets()
        for name in names.prefix(20) {
            let places = octets.ranges(of: name).map(\.lowerBound)
            // In its row, in its index, and in its event.
            #expect(places.count >= 3)
            for place in places {
                var flipped = octets
                flipped[place + 15] ^= 4
                let store = try Self.open(bench, flipped)
                #expect(try LedgerCheck.full(store, clock: bench.clock).isGood == false)
            }
        }
    }

    private static func open(_ bench: AuditBench, _ octets: [UInt8]) throws -> Store {
        try bench.folder.write("copy.db", octets)
        return try Store.openToRead(bench.folder.path("copy.db"), schema: LedgerSchema.schema)
    }

    private static func judge(_ bench: AuditBench, _ octets: [UInt8], _ whole: [String: [String]]) throws -> Verdict {
        // A file that cannot even be opened is named by that.
        guard let store = try? open(bench, octets) else { return .noticed }
        let dump = AuditBench.dump(store)
        let changed = whole.keys.filter { dump[$0] != whole[$0] }.sorted()
        guard let report = try? LedgerCheck.full(store, clock: bench.clock) else { return .noticed }
        if changed.isEmpty { return .harmless }
        if report.findings.isEmpty { return .unnoticed }
        let named = Set(report.findings.map(\.table))
        // Where the log itself cannot be read to its end, nothing else can be compared.
        let missing =
            named.contains("event_log") && dump["event_log"] == ["unreadable"]
            ? [] : changed.filter { !named.contains($0) }
        return missing.isEmpty ? .noticed : .unnamed(missing)
    }
}
