import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Catalog

@Suite("The stored form of a synced catalogue")
struct SyncedFileTests {
    @Test("what was read is what is stored, but for families and qualities")
    func roundTrip() throws {
        let reading = try Samples.modelsDev()
        let file = try Samples.file(reading)
        #expect(file.source == "models.dev" && file.form == .modelsDev && file.modelCount == reading.modelCount)
        #expect(file.syncedAt == "2026-11-25T09:46:40Z")
        #expect(file.providerIDs == reading.sections.map(\.provider.id))
        for section in reading.sections {
            #expect(file.provider(section.provider.id) == section.provider)
            #expect(file.modelCount(ofProvider: section.provider.id) == section.models.count)
            var row = section.provider.row
            row.dialect = section.models.first?.dialect ?? row.dialect
            let models = file.models(of: row).map { stored in
                var stored = stored
                stored.family = ""
                stored.quality = QualityPrior()
                return stored
            }
            #expect(models == section.models, "\(section.provider.id)")
        }
        #expect(file.provider("nobody") == nil)
    }

    @Test("a file that was cut anywhere is no file")
    func cut() throws {
        let content = SyncedFile.content(of: try Samples.modelsDev(), source: "models.dev", time: Samples.time)
        for end in stride(from: 0, to: content.count, by: 7) {
            #expect(throws: CatalogProblem.self, "cut at \(end)") { try SyncedFile(Array(content[..<end])) }
        }
        #expect(try SyncedFile(content).modelCount == 7)
    }

    @Test("a file with one octet changed is no file")
    func changed() throws {
        let content = SyncedFile.content(of: try Samples.modelsDev(), source: "models.dev", time: Samples.time)
        let body = try #require(content.firstIndex(of: 0x0A)) + 1
        for index in stride(from: body, to: content.count, by: 3) {
            var damaged = content
            damaged[index] ^= 1
            #expect(throws: CatalogProblem.self, "at \(index)") { try SyncedFile(damaged) }
        }
    }

    @Test("a file of another version says so")
    func version() throws {
        var content = SyncedFile.content(of: try Samples.modelsDev(), source: "models.dev", time: Samples.time)
        content[12] = UInt8(ascii: "9")
        let problem = #expect(throws: CatalogProblem.self) { try SyncedFile(content) }
        #expect(problem?.message.contains("another version") == true)
    }

    @Test("days and times are those of the calendar")
    func dates() {
        let days: [(Int64, String)] = [
            (0, "1970-01-01T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
            (951_868_799_999, "2000-02-29T23:59:59Z"), (4_107_542_400_000, "2100-03-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"), (1_795_600_000_000, "2026-11-25T09:46:40Z"),
        ]
        for (milliseconds, text) in days {
            #expect(Timestamp(millisecondsSinceEpoch: milliseconds).utcText == text)
        }
    }

    @Test("nothing that a stranger chose can begin a line of the stored form")
    func lines() throws {
        for name in ["@x", "!x", "#x", "\\x", "\\@x", "@", "=", "-"] {
            let escaped = name.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            let reading = try Samples.modelsDev(Samples.priced(#"{"input": 1, "output": 2}"#, model: escaped))
            let file = try Samples.file(reading)
            let row = try #require(file.provider("newhost")).row
            #expect(file.models(of: row).map(\.name.model) == [name])
        }
    }
}
