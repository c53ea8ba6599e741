import AI1Core
import Testing

@testable import AI1Catalog

@Suite("The text form of a catalogue")
struct CatalogTextTests {
    static let head =
        "!notes 2026-07-01\n@p openai https://p.example/v1 P_KEY,Q_KEY P_BASE cuo https://p.example P and Co\n"

    @Test("a provider and a model are read in full")
    func readsRows() throws {
        let text = Self.head + "m-1 fam 1000 100 1.5/2/0.5/-/3>500:3/4~ itsrTDPYRv Bp50,v80 2026-01-02 Model One\n"
        let contents = CatalogText.parse(text)
        #expect(contents.problems.isEmpty)
        let provider = try #require(contents.providers.first)
        #expect(provider.id == "p" && provider.title == "P and Co" && provider.keyVariables == ["P_KEY", "Q_KEY"])
        #expect(
            provider.quirks
                == ProviderQuirks(
                    outputLimitField: .maxCompletionTokens, streamUsage: false, schemaMode: .jsonObject))
        let row = try #require(contents.models.first)
        #expect(row.name == TargetName(provider: "p", model: "m-1") && row.family == "fam" && row.title == "Model One")
        #expect(row.contextTokens == 1_000 && row.maxOutputTokens == 100)
        let base = TokenPrices(
            input: TokenPrice(picoUSD: 1_500_000), output: TokenPrice(picoUSD: 2_000_000),
            cacheRead: TokenPrice(picoUSD: 500_000), cacheWrite1h: TokenPrice(picoUSD: 3_000_000))
        let tier = TokenPrices(input: TokenPrice(picoUSD: 3_000_000), output: TokenPrice(picoUSD: 4_000_000))
        #expect(
            row.prices
                == PriceTable(
                    base: base, tiers: [PriceTier(aboveInputTokens: 500, prices: tier)], estimated: true))
        #expect(
            row.capabilities
                == Capabilities(
                    imageInput: true, tools: true, schema: true, reasoning: true, temperature: false, seed: false,
                    stop: false,
                    systemPrompt: false))
        #expect(row.dialect == .openAIResponses && row.status == .preview && row.releaseDate == "2026-01-02")
        #expect(row.source == "notes" && row.asOf == "2026-07-01")
    }

    @Test("an unknown price is unknown, not nothing")
    func unknownPrice() {
        let contents = CatalogText.parse(Self.head + "m = 1 1 ? - C - M\nn = 1 1 0/0 - C - N\n")
        #expect(contents.models.map(\.prices) == [.unknown, .free])
    }

    @Test("published scores move the guess by the documented formula")
    func quality() throws {
        let contents = CatalogText.parse(Self.head + "m = 1 1 ? r Bp50,v80 - M\nn = 1 1 ? - B - N\n")
        let measured = try #require(contents.models.first).quality
        let code = (0.87 + (0.45 + 0.36) + (0.10 + 0.72)) / 3
        #expect(measured.measured && abs((measured.byTask[.code] ?? 0) - code) < 1e-12)
        #expect(abs(measured.overall - (0.75 * 0.87 + 0.25 * code)) < 1e-12)
        #expect(abs((measured.byTask[.math] ?? 0) - (measured.overall + 0.03)) < 1e-12)
        let guessed = try #require(contents.models.last).quality
        #expect(!guessed.measured && abs(guessed.overall - 0.87) < 1e-12)
    }

    @Test(
        "a wrong line is left out, named by its number, and the others hold",
        arguments: [
            ("m = 1 1 -1/2 - C - M", CatalogProblem.Code.badPrice), ("m = 1 1 1/-2 - C - M", .badPrice),
            ("m = 1 1 1 - C - M", .badPrice), ("m = 1 1 1e3/2 - C - M", .badPrice),
            ("m = 1 1 1/2/3/4/5/6/7/8/9 - C - M", .badPrice),
            ("m = 1 1 0.0000001/2 - C - M", .badPrice), ("m = 1 1 99999999999999999/2 - C - M", .badPrice),
            ("m = 1 1 1./2 - C - M", .badPrice), ("m = 1 1 1/2>9 - C - M", .badPrice),
            ("m = 1 1 /2 - C - M", .badPrice),
            ("m = 1 1 1/2>9:3/4>9:5/6 - C - M", .badTier), ("m = 1 1 1/2>x:3/4 - C - M", .badNumber),
            ("m = x 1 1/2 - C - M", .badNumber), ("m = -1 1 1/2 - C - M", .badNumber),
            ("m = 99999999999999999999 1 1/2 - C - M", .badNumber), ("m = 1 1 1/2 z C - M", .badFlag),
            ("m = 1 1 1/2 - Z - M", .badQuality), ("m = 1 1 1/2 - Cq5 - M", .badQuality),
            ("m = 1 1 1/2 - Cv101 - M", .badQuality), ("m = 1 1 1/2 - C -", .missingField), ("m", .missingField),
            ("@q nonsense https://q.example K B - - Q", .badDialect), ("@q openai ftp://q.example K B - - Q", .badURL),
            ("@q openai https://q.example/ K B - - Q", .badURL), ("@q openai https://q.example K B z - Q", .badFlag),
            ("@ openai https://q.example K B - - Q", .badName), ("m\u{7F} = 1 1 1/2 - C - M", .badName),
        ])
    func malformed(_ line: String, _ code: CatalogProblem.Code) {
        let good = "good = 1 1 1/2 - C - Good"
        let contents = CatalogText.parse(
            Self.head + good + "\n" + line + "\n@r openai https://r.example K B - - R\n" + good)
        #expect(contents.problems.map(\.code) == [code])
        #expect(contents.problems.map(\.line) == [4])
        #expect(contents.models.map(\.name.description) == ["p/good", "r/good"])
    }

    @Test("models of a provider that was refused are refused too")
    func orphans() {
        let contents = CatalogText.parse("m = 1 1 1/2 - C - M\n" + Self.head + "@q x y z\nn = 1 1 1/2 - C - N\n")
        #expect(contents.models.isEmpty)
        #expect(contents.problems.map(\.code) == [.noProvider, .badDialect, .noProvider])
    }

    @Test("prices read in place equal those read from text, whatever the digits")
    func pricesAgree() throws {
        var random = SplitMix(state: 7)
        for _ in 0..<2_000 {
            let whole = String(random.next() % 1_000)
            let digits = Int(random.next() % 9)
            let fraction = (0..<digits).map { _ in String(random.next() % 10) }.joined()
            let text = digits == 0 ? whole : whole + "." + fraction
            let contents = CatalogText.parse(Self.head + "m = 1 1 \(text)/1 - C - M\n")
            let isFine = digits <= 6
            #expect(
                contents.models.first?.prices.base.input == (isFine ? TokenPrice(usdPerMillionTokens: text) : nil),
                "\(text)")
        }
    }

    @Test("no text makes the reader fail, whatever is cut or changed in it")
    func survivesDamage() {
        let bytes = Array(ShippedModels.text.description.utf8.prefix(3_000))
        var random = SplitMix(state: 11)
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<20 {
                damaged[Int(random.next() % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            damaged.removeLast(Int(random.next() % 500))
            let contents = CatalogText.parse(String(decoding: damaged, as: UTF8.self))
            for row in contents.models { #expect(row.problem() == nil) }
        }
        #expect(CatalogText.parse("").models.isEmpty)
    }
}

/// A small seeded generator (SplitMix64).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
