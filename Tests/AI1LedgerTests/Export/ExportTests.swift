import AI1Core
import AI1Storage
import AI1TestSupport
import Testing

@testable import AI1Ledger

@Suite("Exports")
struct ExportTests {
    /// A ledger with grants, charges of two providers, play, a dispute, tracked spending and names that make trouble.
    static func books() throws -> Spender {
        let spender = try Spender()
        try spender.ask(Spender.claude, cost: 123_456, job: "brief")
        try spender.ask(Spender.gpt, cost: 7, job: "a;b, \"c\" | [d] {e} \\ date:2001-01-01")
        try spender.ask(
            Spender.gpt, cost: 30_000, claim: UsageClaim(text: "-5", cost: NanoUSD(90_000)))
        try spender.ask(Spender.sandbox, cost: 9_000_000, purse: .play)
        try spender.ask(TargetName(provider: "llama.cpp", model: "x y/z"), cost: 400, purse: .tracked)
        spender.clock.advance(milliseconds: 40 * 86_400_000)
        try spender.ledger.apply(
            .grant(
                id: LedgerID(high: 1, low: 1), to: .declared, amount: NanoUSD(5_000_000_001), memo: "\"top\"-up\n; x"))
        try spender.ask(Spender.claude, cost: 999_999_999, job: "brief")
        return spender
    }

    static func text(_ format: LedgerExport.Format, _ spender: Spender, since: Int64 = .min) throws -> String {
        var bytes: [UInt8] = []
        try LedgerExport(spender.ledger, format: format, since: since).write { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Every form tells every transfer once, and its amounts sum to zero")
    func complete() throws {
        let books = try Self.books()
        let lines = try Self.text(.jsonl, books).split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }
        #expect(lines.map { $0["seq"]?.number?.int64 } == (1...10).map(Optional.some))
        var balances: [String: Int64] = [:]
        for line in lines {
            var sums: [String: Int64] = [:]
            for entry in line["entries"]?.array ?? [] {
                let account = try #require(entry["account"]?.string)
                let nano = try #require(entry["nano"]?.number?.int64)
                sums[entry["asset"]?.string ?? "", default: 0] += nano
                balances[account, default: 0] += nano
                #expect(entry["balance_nano"]?.number?.int64 == balances[account])
            }
            #expect(sums.values.allSatisfy { $0 == 0 } && !sums.isEmpty, "\(line.text)")
        }
        let state = try books.ledger.state()
        for (path, account) in state.accounts { #expect(balances[path.text, default: 0] == account.balance.amount) }
        let ids = lines.compactMap { $0["id"]?.string }
        for format in [LedgerExport.Format.hledger, .beancount, .csv] {
            let text = try Self.text(format, books)
            for id in ids { #expect(text.contains(id), "\(format)") }
        }
    }

    @Test("Comma-separated values have a heading, as many fields in every line, and quotes where they must")
    func table() throws {
        let text = try Self.text(.csv, Self.books())
        #expect(
            text.hasPrefix("transfer,id,time,kind,request,target,job,memo,account,asset,nano,amount,balance_nano\r\n"))
        let records = CSVReader.records(text)
        #expect(records.allSatisfy { $0.count == 13 } && records.count > 20)
        #expect(records.contains { $0[6] == "a;b, \"c\" | [d] {e} \\ date:2001-01-01" })
        #expect(records.contains { $0[7] == "\"top\"-up\n; x" })
        #expect(records.contains { $0[10] == "-7" && $0[11] == "-0.000000007" && $0[8] == "user:local:promo" })
    }

    @Test("From a later day on, what was before is one opening transaction with the same balances")
    func since() throws {
        let books = try Self.books()
        let since = (1_767_225_600 + 30 * 86_400) * Int64(1_000_000)
        let lines = try Self.text(.jsonl, books, since: since).split(separator: "\n")
        let opening = try JSONParser.parse(Array(lines[0].utf8))
        #expect(lines.count == 3 && opening["kind"]?.string == "opening")
        #expect(try Self.text(.jsonl, books).split(separator: "\n").suffix(2) == lines.suffix(2))
        let later = try Self.text(.jsonl, books, since: .max / 2).split(separator: "\n")
        #expect(later.count == 1)
    }

    @Test("A ledger whose entries do not come to its balances is not exported as if it were whole")
    func damaged() throws {
        let books = try Self.books()
        try books.ledger.store.write { connection in
            try connection.execute("UPDATE account SET balance = balance + 1 WHERE path = 'user:local:declared'")
        }
        for format in LedgerExport.Format.allCases {
            let error = #expect(throws: LedgerError.self) { try Self.text(format, books) }
            #expect(error?.code == .audit)
        }
    }

    @Test("More transfers than a page holds are told in order, in pieces")
    func pages() throws {
        let spender = try Spender()
        for number in 1...2_100 {
            try spender.ledger.transfer([
                Transfer(
                    id: LedgerID(high: 5, low: UInt64(number)), memo: "m",
                    legs: [(.world, NanoUSD(-1)), (.declared, NanoUSD(1))])
            ])
        }
        var pieces = 0
        var bytes: [UInt8] = []
        try LedgerExport(spender.ledger, format: .jsonl).write {
            pieces += 1
            bytes += $0
        }
        let lines = bytes.split(separator: 0x0A)
        #expect(lines.count == 2_103 && pieces > 3)
        #expect(try JSONParser.parse(Array(lines[2_102]))["seq"]?.number?.int64 == 2_103)
    }

    @Test("Days never go back, also in the night that an hour is repeated")
    func days() {
        var days = ExportDays(LocalCalendar(offsetSeconds: 0))
        #expect(days.text(86_399) == "1970-01-01" && days.text(86_400) == "1970-01-02")
        #expect(days.text(86_000) == "1970-01-02" && days.last == "1970-01-02" && days.next == "1970-01-03")
    }
}

/// Reads comma-separated values as RFC 4180 has them.
enum CSVReader {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [[""]]
        var isQuoted = false
        var bytes = Array(text.utf8)[...]
        var field: [UInt8] = []
        func close() {
            records[records.count - 1][records[records.count - 1].count - 1] = String(decoding: field, as: UTF8.self)
            field = []
        }
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && bytes.first == UInt8(ascii: "\""):
                field.append(byte)
                bytes.removeFirst()
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                close()
                records[records.count - 1].append("")
            case 0x0D where !isQuoted && bytes.first == 0x0A:
                bytes.removeFirst()
                close()
                records.append([""])
            default: field.append(byte)
            }
        }
        if records.last == [""] { records.removeLast() }
        return records
    }
}
