import AI1Core
import Testing

@Suite("What a request for media uses and costs")
struct MediaDemandTests {
    private func row(_ prices: PriceTable, largest: Int = 0, outputs: OutputKinds = .image) -> ModelRow {
        ModelRow(
            name: TargetName(provider: "p", model: "m"), title: "m", family: "m", dialect: .openAIChat,
            maxOutputTokens: largest, prices: prices, capabilities: Capabilities(outputs: outputs))
    }

    private func table(_ input: Int64, _ output: Int64, _ unit: PriceUnit = .tokens) -> PriceTable {
        PriceTable(
            base: TokenPrices(input: TokenPrice(picoUSD: input), output: TokenPrice(picoUSD: output)), unit: unit)
    }

    private func demand(_ text: String, _ output: OutputWish) throws -> MediaDemand {
        let id = RequestID(time: Timestamp(millisecondsSinceEpoch: 0), random: (1, 2))
        return try #require(MediaDemand(ChatRequest(id: id, messages: [.user(text)], output: output)))
    }

    @Test("text asks for nothing else")
    func text() {
        let id = RequestID(time: Timestamp(millisecondsSinceEpoch: 0), random: (1, 2))
        #expect(MediaDemand(ChatRequest(id: id, messages: [.user("x")])) == nil)
    }

    @Test("pictures by the piece cost their price each, expected as at worst")
    func images() throws {
        let demand = try demand("a lighthouse", .image(.init(count: 3)))
        // Four cents a picture.
        let row = row(table(0, 40_000_000_000, .images))
        #expect(demand.worstCost(at: row) == NanoUSD(120_000_000))
        #expect(row.prices.cost(of: demand.expected(at: row)) == NanoUSD(120_000_000))
        let part = MediaPart(mediaType: "image/png", bytes: [1])
        #expect(row.prices.cost(of: demand.counted(at: row, media: [part], textBytes: 0)) == NanoUSD(40_000_000))
        #expect(row.prices.cost(of: demand.input(at: row)) == .zero)
    }

    @Test("pictures by the token are held for at the most that one can have")
    func imageTokens() throws {
        let demand = try demand("a lighthouse", .image(.init(count: 2)))
        let row = row(table(5_000_000, 40_000_000), largest: 6_240)
        let bound = demand.bound(at: row)
        #expect(bound.output == 12_480 && bound.input >= 12)
        #expect(demand.worstCost(at: row) == NanoUSD(bound.input * 5_000 + 12_480 * 40_000))
        #expect(demand.expected(at: row).output < bound.output)
    }

    @Test("speech by the character costs its characters, however many octets they have")
    func characters() throws {
        let demand = try demand("Grüße 😀", .speech(.init()))
        let row = row(table(15_000_000, 0, .characters), outputs: .speech)
        #expect(demand.input(at: row).uncachedInput == 7)
        #expect(demand.worstCost(at: row) == NanoUSD(7 * 15_000))
    }

    @Test("speech by the token is held for a second an octet, and counted by the length that came")
    func speech() throws {
        let demand = try demand("hello", .speech(.init()))
        let row = row(table(600_000, 12_000_000), largest: 16_384, outputs: .speech)
        #expect(demand.bound(at: row).output == 25 * 25)
        let file = WaveFile.make(samples: [UInt8](repeating: 0, count: 96_000), rate: 24_000)
        let usage = demand.counted(at: row, media: [MediaPart(mediaType: "audio/wav", bytes: file)], textBytes: 0)
        #expect(usage.audioOutput == 51 && usage.source == .estimated)
    }

    @Test("a recording by the second costs its seconds, rounded up; one of unknown length is held for its octets")
    func seconds() throws {
        let row = row(table(100_000_000, 0, .seconds), outputs: .transcript)
        let wave = WaveFile.make(samples: [UInt8](repeating: 0, count: 48_002), rate: 24_000)
        let known = try demand("", .transcript(.init(audio: MediaPart(mediaType: "audio/wav", bytes: wave))))
        #expect(known.worstCost(at: row) == NanoUSD(200_000) && known.input(at: row).audioInput == 2)
        let bytes = [0x1A, 0x45, 0xDF, 0xA3] + [UInt8](repeating: 0, count: 99_996)
        let unknown = try demand("", .transcript(.init(audio: MediaPart(mediaType: "audio/webm", bytes: bytes))))
        #expect(unknown.bound(at: row).input == 201 && unknown.seconds == 26)
    }

    @Test("vectors cost their input alone")
    func vectors() throws {
        let demand = try demand("hello world", .embedding(.init()))
        let row = row(table(20_000, 0), outputs: .embedding)
        #expect(demand.bound(at: row).output == 0)
        #expect(demand.expected(at: row).uncachedInput == demand.textTokens)
    }
}
