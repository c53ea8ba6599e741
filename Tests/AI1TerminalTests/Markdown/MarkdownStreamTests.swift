import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Terminal

@Suite struct MarkdownStreamTests {
    private static let small: MarkdownLimits = {
        var limits = MarkdownLimits()
        limits.stepOctets = 40
        limits.stepLines = 2
        limits.unitOctets = 160
        limits.openOctets = 100_000
        limits.tableRows = 1_000
        return limits
    }()

    private func rows(
        _ bytes: [UInt8], columns: Int, random: SeededRandom?, limits: MarkdownLimits = MarkdownLimits()
    ) -> [String] {
        var stream = MarkdownStream(columns: columns, style: Style(hasColor: true), limits: limits)
        var settled: [String] = []
        for piece in random?.pieces(of: bytes, largest: 40) ?? [bytes] {
            stream.feed(piece)
            if let random, random.next() % 3 == 0 { settled += stream.update().settled }
        }
        return settled + stream.finish().settled
    }

    @Test("pieces and the times of updates change nothing", arguments: 0..<24 as Range<UInt64>)
    func pieces(seed: UInt64) {
        let markdown = RandomMarkdown(seed: seed)
        let bytes = seed % 3 == 0 ? markdown.garbage(octets: 6_000) : Array(markdown.text(blocks: 30).utf8)
        let columns = [80, 40, 23][Int(seed % 3)]
        let limits = seed % 2 == 0 ? MarkdownLimits() : Self.small
        let whole = rows(bytes, columns: columns, random: nil, limits: limits)
        #expect(!whole.isEmpty)
        #expect(
            rows(bytes, columns: columns, random: SeededRandom(seed: seed), limits: limits) == whole, "seed \(seed)")
    }

    @Test("octet by octet is as good as at once")
    func octets() {
        let bytes = Array(MarkdownTorture.text.utf8)
        var stream = MarkdownStream(columns: 80, style: Style(hasColor: true))
        var settled: [String] = []
        for byte in bytes {
            stream.feed([byte])
            settled += stream.update().settled
        }
        settled += stream.finish().settled
        #expect(settled == rows(bytes, columns: 80, random: nil))
    }

    /// What is settled early is laid out without what follows: it must be what the whole would have been.
    @Test("settling early gives the rows that the whole gives", arguments: 0..<120 as Range<UInt64>)
    func early(seed: UInt64) {
        let bytes = Array(RandomMarkdown(seed: seed).text(blocks: 6).utf8)
        var patient = MarkdownLimits()
        patient.stepOctets = 10_000_000
        patient.stepLines = 10_000_000
        patient.unitOctets = 10_000_000
        patient.openOctets = 10_000_000
        patient.tableRows = 1_000
        var eager = patient
        eager.stepOctets = 30
        eager.stepLines = 1
        // No paragraph or indented code of these texts is that long.
        eager.unitOctets = 4_000
        let whole = rows(bytes, columns: 60, random: nil, limits: patient)
        let early = rows(bytes, columns: 60, random: nil, limits: eager)
        let same = zip(early, whole).prefix { $0 == $1 }.count
        #expect(
            early == whole,
            "seed \(seed): \(early.dropFirst(same - 3).prefix(6)), not \(whole.dropFirst(same - 3).prefix(6))")
    }

    @Test("settled rows and live rows together are the rows of the text so far")
    func live() {
        let text = Array("# Title\n\nSome *text* that is\n\n- one\n- two\n".utf8)
        var stream = MarkdownStream(columns: 40, style: .plain)
        var settled: [String] = []
        for end in 1...text.count {
            stream.feed([text[end - 1]])
            let update = stream.update()
            settled += update.settled
            let isAtLineEnd = text[end - 1] == 0x0A
            if isAtLineEnd {
                let sofar = String(decoding: text[..<end], as: UTF8.self)
                #expect(settled + update.live == MarkdownText.rows(sofar, columns: 40, style: .plain))
            }
        }
        #expect(stream.update() == stream.update())
    }

    @Test("a line that may become anything is not shown before it is something")
    func undecided() {
        var stream = MarkdownStream(columns: 40, style: .plain)
        stream.feed(Array("text\n".utf8))
        #expect(stream.update().live == ["text"])
        for mark in ["-", " ", "``", "1. ", "#"] {
            stream.feed(Array(mark.utf8))
            #expect(stream.update().live == ["text"])
            stream = MarkdownStream(columns: 40, style: .plain)
            stream.feed(Array("text\n".utf8))
        }
        stream.feed(Array("- i".utf8))
        #expect(stream.update().live == ["text", "• i"])
        stream.feed(Array("\n-".utf8))
        #expect(stream.finish().settled == ["text", "• i", "•"])
    }

    @Test("after a resize the rows that are not settled have the new width")
    func resize() {
        var stream = MarkdownStream(columns: 80, style: .plain)
        stream.feed(Array(String(repeating: "word ", count: 40).utf8))
        #expect(stream.update().live.count == 3)
        stream.resize(columns: 21)
        let update = stream.update()
        #expect(update.live.count == 10)
        #expect(update.live.allSatisfy { DisplayWidth.columns($0) <= 20 })
    }

    @Test("what is open stays small, whatever comes", arguments: MarkdownGiants.all.map { $0.0 })
    func bounded(name: String) throws {
        let text = try #require(MarkdownGiants.all.first { $0.0 == name }).1
        var stream = MarkdownStream(columns: 80, style: Style(hasColor: true))
        var rows = 0
        var mostLive = 0
        var mostOpen = 0
        for piece in SeededRandom(seed: 7).pieces(of: Array(text.utf8), largest: 2_000) {
            stream.feed(piece)
            let update = stream.update()
            rows += update.settled.count
            mostLive = max(mostLive, update.live.count)
            mostOpen = max(mostOpen, stream.open.count + stream.start.context.count)
        }
        rows += stream.finish().settled.count
        #expect(rows > 5, "\(name)")
        #expect(mostOpen <= 2 * stream.limits.openOctets, "\(name)")
        #expect(mostLive <= 600, "\(name)")
    }
}
