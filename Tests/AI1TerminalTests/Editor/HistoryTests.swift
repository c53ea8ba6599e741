import AI1TestSupport
import Testing

@testable import AI1Terminal

@Suite("The history of the prompt")
struct HistoryTests {
    private static let awkward = [
        "plain", "two\nlines", "#1 heading\n#2", "\\back\n\\#3", "\n\nblank\n\n", "trailing\n", "#", "漢字 😀",
        "tab\there",
    ]

    @Test("every entry comes back as it was, also one that looks like a time")
    func roundTrip() {
        let text = Self.awkward.map { HistoryText.encode($0, seconds: 1_700_000_000) }.joined()
        #expect(HistoryText.decode(text, limit: 100) == Self.awkward)
    }

    @Test("a file of readline's without times has one entry a line")
    func plainFile() {
        #expect(HistoryText.decode("one\ntwo\n\nthree", limit: 10) == ["one", "two", "three"])
    }

    @Test("the last entries count, and none twice in a row")
    func limits() {
        let text = ["a", "b", "b", "c"].map { HistoryText.encode($0, seconds: 1) }.joined()
        #expect(HistoryText.decode(text, limit: 2) == ["b", "c"])
    }

    @Test("a file is private, and sessions at once lose nothing")
    func together() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("history")
        await withTaskGroup(of: Void.self) { group in
            for session in 0..<8 {
                group.addTask {
                    let file = HistoryFile(path: path, limit: 1_000)
                    for number in 0..<50 { file.append("entry \(session)\nnumber \(number)", seconds: 1) }
                }
            }
        }
        #expect(folder.mode("history") == 0o600)
        let entries = HistoryFile(path: path, limit: 1_000).load()
        #expect(entries.count == 400)
        #expect(Set(entries).count == 400)
    }

    @Test("a file that has grown too long is shortened, by several sessions at once")
    func shortened() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("history")
        await withTaskGroup(of: Void.self) { group in
            for session in 0..<4 {
                group.addTask {
                    let file = HistoryFile(path: path, limit: 20)
                    for number in 0..<100 {
                        file.append("a rather long entry of session \(session): \(number)", seconds: 1)
                    }
                }
            }
        }
        let entries = HistoryFile(path: path, limit: 1_000).load()
        #expect((20...31).contains(entries.count))
        for session in 0..<4 {
            let numbers = entries.filter { $0.contains("session \(session):") }.compactMap {
                $0.split(separator: " ").last
            }
            #expect(numbers.compactMap { Int($0) } == numbers.compactMap { Int($0) }.sorted())
        }
        #expect(folder.mode("history") == 0o600)
        #expect(folder.names == ["history"])
    }

    @Test("no file is no history, and an entry that is too long is not kept")
    func missing() throws {
        let folder = try TemporaryFolder()
        let file = HistoryFile(path: folder.path("history"), limit: 10)
        #expect(file.load() == [])
        #expect(!file.append(String(repeating: "x", count: HistoryFile.maximumEntryBytes + 1), seconds: 1))
        #expect(!HistoryFile(path: folder.path("none/history"), limit: 10).append("x", seconds: 1))
    }
}
