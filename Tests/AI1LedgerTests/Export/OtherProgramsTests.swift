import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

/// What other programs, in their strictest mode, say to exports. Where they are not installed, these tests say so.
@Suite("Exports in other programs")
struct OtherProgramsTests {
    enum Reader: String, CaseIterable, Sendable {
        case hledger = "/usr/bin/hledger"
        case beancount = "/usr/bin/bean-check"

        var isInstalled: Bool { TemporaryFolder.exists(rawValue) }

        var format: LedgerExport.Format {
            switch self {
            case .hledger: .hledger
            case .beancount: .beancount
            }
        }

        func accepts(_ text: String, in folder: TemporaryFolder) async throws -> (Bool, String) {
            let file = try folder.write("export", text)
            let words =
                switch self {
                case .hledger: ["-f", file, "check", "--strict"]
                case .beancount: ["--no-cache", file]
                }
            // beancount writes no cache beside a file that it is told not to, and needs a locale for UTF-8.
            let options = ProgramOptions(environment: [
                "HOME": folder.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
            ])
            let result = try await Program.run(path: rawValue, words, options: options)
            return (result.status == 0 && result.errors.isEmpty, result.outputText + result.errorText)
        }
    }

    static let installed = Reader.allCases.filter(\.isInstalled)

    @Test("hledger and bean-check are installed", .enabled(if: installed.count < Reader.allCases.count))
    func missing() {
        withKnownIssue("skipped: install hledger and beancount to read exports with them") {
            #expect(Self.installed.count == Reader.allCases.count)
        }
    }

    @Test("They take every export", arguments: installed)
    func accepted(reader: Reader) async throws {
        let books = try ExportTests.books()
        let new = try Spender()
        let later = (1_767_225_600 + 30 * 86_400) * Int64(1_000_000)
        for (spender, since) in [(books, Int64.min), (books, later), (books, .max / 2), (new, .min)] {
            let text = try ExportTests.text(reader.format, spender, since: since)
            let (isAccepted, words) = try await reader.accepts(text, in: spender.scratch.folder)
            #expect(isAccepted, "\(words)\n\(text)")
        }
    }

    @Test("One nano-dollar more anywhere is noticed", arguments: installed)
    func changed(reader: Reader) async throws {
        let books = try ExportTests.books()
        let text = try ExportTests.text(reader.format, books)
        let places = amounts(in: text)
        #expect(places.count > 40)
        let random = SeededRandom(seed: 11)
        // Starting the program takes its time: a sample, other amounts in the first and last lines always.
        let sample =
            [places[0], places[places.count - 1]]
            + (0..<14).map { _ in places[Int(random.next() % UInt64(places.count))] }
        for place in sample {
            let amount = try #require(DecimalText.scaled(String(text[place]), by: 9))
            let changed = text.replacingCharacters(in: place, with: Self.decimals(amount + 1))
            let (isAccepted, _) = try await reader.accepts(changed, in: books.scratch.folder)
            #expect(!isAccepted, "\(text[text.lineRange(at: place.lowerBound)])")
        }
    }

    @Test("Two amounts of a transaction that are changed against each other are noticed", arguments: installed)
    func changedTogether(reader: Reader) async throws {
        let books = try ExportTests.books()
        let text = try ExportTests.text(reader.format, books)
        let grant = try #require(text.ranges(of: " -5.000000001").first?.lowerBound)
        let pair = text[grant...].replacing("-5.000000001 ", with: "-5.000000002 ", maxReplacements: 1)
            .replacing(" 5.000000001 USD", with: " 5.000000002 USD", maxReplacements: 1)
        let changed = text[..<grant] + pair
        #expect(changed != text)
        let (isAccepted, _) = try await reader.accepts(String(changed), in: books.scratch.folder)
        #expect(!isAccepted)
    }

    /// Where amounts with nine decimals stand.
    private func amounts(in text: String) -> [Range<String.Index>] {
        text.ranges(of: /-?[0-9]+\.[0-9]{9}/).filter {
            !text[..<$0.lowerBound].hasSuffix("commodity ") && !text[..<$0.lowerBound].hasSuffix("~ ")
        }
    }

    private static func decimals(_ nano: Int64) -> String {
        let text = decimalText(nano, places: 9)
        let fraction = text.split(separator: ".").dropFirst().first ?? ""
        return (text.contains(".") ? text : text + ".") + String(repeating: "0", count: 9 - fraction.count)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }

    fileprivate func lineRange(at index: Index) -> Range<Index> {
        let start = self[..<index].lastIndex(of: "\n").map { self.index(after: $0) } ?? startIndex
        return start..<(self[index...].firstIndex(of: "\n") ?? endIndex)
    }
}
