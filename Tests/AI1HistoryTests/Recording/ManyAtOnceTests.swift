import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct ManyAtOnceTests {
    @Test("sixty-four that record at once, each with the file open for itself, lose nothing and add up")
    func parallel() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path(HistoryFile.name)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for process in 0..<64 {
                group.addTask {
                    let history = try HistoryFile.open(path)
                    for number in 0..<5 {
                        var record = Example.record(UInt64(process * 100 + number))
                        record.observations[0].result = number == 4 ? .failed : .succeeded
                        try history.record(record)
                    }
                }
            }
            try await group.waitForAll()
        }
        let history = try HistoryFile.open(path)
        #expect(try history.count(HistoryFilter()) == 320)
        #expect(try history.count(HistoryFilter(search: SearchQuery("endofunctors"))) == 320)
        let report = try history.report(by: .target, days: [Example.day], at: Example.now)
        let sums = try #require(report.rows.first?.sums)
        #expect(sums.succeeded == 256)
        #expect(sums.failed == 64)
        #expect(sums.cost == NanoUSD(640_000_000))
        #expect(sums.outputTokens == 320 * 101)
    }
}
