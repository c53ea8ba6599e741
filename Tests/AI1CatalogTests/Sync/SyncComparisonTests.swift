import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Catalog

@Suite("What a sync changes")
struct SyncComparisonTests {
    private func reading(_ output: String, asOf: String = Samples.day) throws -> SyncReading {
        try Samples.modelsDev(Samples.priced("{\"input\": 1, \"output\": \(output)}"), asOf: asOf)
    }

    @Test("the first sync is held against what comes with the program")
    func first() throws {
        let comparison = Samples.compare(try Samples.modelsDev())
        #expect(comparison.added.map(\.description).contains("groq/future-9b"))
        #expect(!comparison.added.map(\.description).contains("groq/llama-3.3-70b-versatile"))
        #expect(comparison.repriced.map(\.name.description) == ["groq/llama-3.3-70b-versatile"])
        #expect(comparison.removed.isEmpty && comparison.waiting.isEmpty)
        #expect(comparison.newProviders == ["newhost", "thief", "bedrock", "gap"])
    }

    @Test("a second sync of the same changes nothing")
    func second() throws {
        let reading = try Samples.modelsDev()
        let comparison = Samples.compare(reading, [try Samples.file(reading)])
        #expect(comparison.added.isEmpty && comparison.removed.isEmpty && comparison.repriced.isEmpty)
        #expect(comparison.newProviders.isEmpty)
    }

    @Test("models that are gone are named")
    func removed() throws {
        let before = try Samples.file(try Samples.modelsDev())
        let comparison = Samples.compare(try reading("2"), [before])
        #expect(comparison.removed.contains(TargetName(provider: "groq", model: "future-9b")))
        #expect(comparison.added.map(\.description) == ["newhost/m-1"])
    }

    @Test(
        "a price that falls by more than half waits, and one that falls by half does not",
        arguments: [("4.99", true), ("5", false), ("9", false), ("40", false), ("0.01", true)])
    func falls(_ output: String, _ waits: Bool) throws {
        let before = try Samples.file(try reading("10"))
        let comparison = Samples.compare(try reading(output), [before])
        #expect(comparison.waiting.count == (waits ? 1 : 0) && comparison.repriced.count == (waits ? 0 : 1))
        let stored = try #require(comparison.reading.row("newhost", "m-1"))
        try #expect(stored.prices.base.output == Samples.price(waits ? "10" : output))
        let accepted = Samples.compare(try reading(output), [before]) { _ in true }
        #expect(accepted.waiting.isEmpty && accepted.repriced.count == 1)
        try #expect(accepted.reading.row("newhost", "m-1")?.prices.base.output == Samples.price(output))
    }

    @Test("a price that waits keeps its day and waits again the next time")
    func waitsAgain() throws {
        let before = try Samples.file(try reading("10", asOf: "2026-10-01"))
        let held = Samples.compare(try reading("1", asOf: "2026-11-01"), [before])
        #expect(held.reading.row("newhost", "m-1")?.asOf == "2026-10-01")
        let again = Samples.compare(try reading("1", asOf: "2026-12-01"), [try Samples.file(held.reading)])
        try #expect(again.waiting.map(\.old.output) == [Samples.price("10")])
    }

    @Test("a price that comes with the program waits too, also in a cache or a tier")
    func shippedPrices() throws {
        let costs = [
            #"{"input": 0.5, "output": 25}"#, #"{"input": 5, "output": 10}"#,
            #"{"input": 5, "output": 25, "cache_read": 0.01}"#,
        ]
        for cost in costs {
            let text = Samples.priced(cost, provider: "anthropic", model: "claude-opus-4-8")
            try #expect(Samples.compare(Samples.modelsDev(text)).waiting.count == 1, "\(cost)")
        }
        let tier = #"{"input": 5, "output": 30, "tiers": [{"input": 0.1, "output": 45, "tier": {"size": 272000}}]}"#
        let text = Samples.priced(tier, provider: "openai", model: "gpt-5.5")
        try #expect(Samples.compare(Samples.modelsDev(text)).waiting.count == 1)
    }

    @Test("a model whose new price is refused stays as it was")
    func refusedPrice() throws {
        let before = try Samples.file(try reading("10", asOf: "2026-10-01"))
        let comparison = Samples.compare(try reading("-1"), [before])
        #expect(comparison.removed.isEmpty && comparison.reading.refused[.price]?.count == 1)
        let row = try #require(comparison.reading.row("newhost", "m-1"))
        try #expect(row.prices.base.output == Samples.price("10") && row.asOf == "2026-10-01")
    }

    @Test("the largest change comes first")
    func order() throws {
        let before = try Samples.file(try Samples.modelsDev(CatalogueSample.modelsDev(providers: 1, models: 3)))
        var after = try Samples.modelsDev(CatalogueSample.modelsDev(providers: 1, models: 3))
        for (index, price) in ["2.5", "9", "3"].enumerated() {
            after.sections[0].models[index].prices.base.output = try Samples.price(price)
        }
        let comparison = Samples.compare(after, [before])
        #expect(comparison.repriced.map(\.name.model) == ["model-0-1", "model-0-2", "model-0-0"])
    }

    @Test("a document that cannot be right is objected to as a whole")
    func objections() throws {
        let reading = try Samples.modelsDev()
        #expect(reading.objection(before: 0) == nil && reading.objection(before: 14) == nil)
        #expect(reading.objection(before: 15) == .shrunk(now: 7, before: 15))
        try #expect(Samples.modelsDev("{\"a\": {\"models\": {}}}").objection(before: 0) == .empty)
        let negative = try Samples.modelsDev(CatalogueSample.modelsDev(providers: 1, models: 5, outputPrice: "-1"))
        #expect(negative.objection(before: 0) == .empty && negative.refused[.price]?.count == 5)
        var refusing = reading
        for _ in 0..<8 { refusing.refuse("x", .price) }
        #expect(refusing.objection(before: 0) == .mostlyRefused(8, usable: 7))
        var many = SyncReading(form: .modelsDev)
        let row = try #require(reading.row("thief", "bait"))
        var section = try #require(reading.sections.last)
        section.models = (0..<200_000).map { number in
            var row = row
            row.name = TargetName(provider: "thief", model: "m\(number)")
            return row
        }
        many.sections = [section]
        #expect(many.objection(before: 0) == .tooMany(200_000))
    }
}
