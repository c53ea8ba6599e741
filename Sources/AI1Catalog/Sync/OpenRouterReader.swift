package import AI1Core

/// Reads OpenRouter's `GET /api/v1/models`, and the lists of those who answer in its form: prices are decimal text in US
/// dollars a token.
package struct OpenRouterReader {
    private let prices = SyncPrices(places: 12)
    private let provider: SyncedProvider
    private let dialect: DialectName
    private let source: String
    private let asOf: String

    /// - Parameters:
    ///   - provider: whose models they are
    ///   - source: what the rows name as their source
    ///   - asOf: the day of the document, `2026-07-28`
    package init(provider: ProviderRow, source: String, asOf: String) {
        self.provider = SyncedProvider(
            id: provider.id, title: provider.title, dialect: provider.dialect, baseURL: "")
        dialect = provider.dialect
        self.source = source
        self.asOf = asOf
    }

    /// Reads a document of this form.
    package func read(_ document: JSONValue) -> SyncReading {
        var reading = SyncReading(form: .openRouter)
        var section = SyncReading.Section(provider: provider)
        for entry in document["data"]?.array ?? document.array ?? [] {
            if let row = row(entry, &reading) { section.models.append(row) }
        }
        reading.add(section)
        return reading
    }

    private static let names = SyncPrices.Names(
        input: "prompt", output: "completion", cacheRead: "input_cache_read", cacheWrite: "input_cache_write",
        reasoning: "internal_reasoning", audioInput: "audio", audioOutput: "audio_output")

    private func row(_ entry: JSONValue, _ reading: inout SyncReading) -> ModelRow? {
        let name = entry["id"]?.string ?? ""
        guard let id = SyncText.model(name) else {
            reading.refuse("\(provider.id)/\(name.prefix(60))", .name)
            return nil
        }
        let architecture = entry["architecture"]
        let output = architecture?["output_modalities"]?.array?.compactMap(\.string) ?? ["text"]
        guard SyncModelKind.outputs(of: id, stated: output, at: dialect) == .text else {
            reading.leaveOut("\(provider.id)/\(id)", .otherOutput)
            return nil
        }
        let table: PriceTable
        do throws(SyncPrices.Absurd) {
            table = try prices.table(try prices.prices(entry["pricing"], Self.names), model: id)
        } catch {
            reading.refusePrice(of: TargetName(provider: provider.id, model: id))
            return nil
        }
        let created = entry["created"]?.number?.int64.flatMap { $0 > 0 && $0 < 1 << 40 ? $0 : nil }
        let able = Set(entry["supported_parameters"]?.array?.compactMap(\.string) ?? [])
        let images = architecture?["input_modalities"]?.array?.contains("image") ?? false
        var row = ModelRow(
            name: TargetName(provider: provider.id, model: id),
            title: SyncText.title(entry["name"]?.string, else: id), family: "", dialect: dialect,
            contextTokens: SyncText.tokens(entry["context_length"]),
            maxOutputTokens: SyncText.tokens(entry["top_provider"]?["max_completion_tokens"]), prices: table,
            capabilities: Capabilities(
                imageInput: images, tools: able.contains("tools"), schema: able.contains("structured_outputs"),
                reasoning: able.contains("reasoning")),
            releaseDate: created.map { Timestamp(millisecondsSinceEpoch: $0 * 1_000).utcDate } ?? "", source: source,
            asOf: asOf)
        // A list that names what is taken says by its silence what is refused.
        if !able.isEmpty {
            row.capabilities.temperature = able.contains("temperature")
            row.capabilities.seed = able.contains("seed")
            row.capabilities.stop = able.contains("stop")
        }
        let expires = SyncText.date(entry["expiration_date"]?.string)
        if !expires.isEmpty, expires <= asOf { row.status = .deprecated }
        return row
    }
}
