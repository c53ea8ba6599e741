package import AI1Core

extension SyncedFile {
    /// The content of a file.
    /// - Parameters:
    ///   - reading: what it will hold
    ///   - source: a word
    ///   - time: when it was synced
    package static func content(of reading: SyncReading, source: String, time: Timestamp) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(reading.modelCount * 100)
        for section in reading.sections {
            append(section.provider, to: &body)
            var origin = ("", "")
            for row in section.models {
                if origin != (row.source, row.asOf) {
                    origin = (row.source, row.asOf)
                    body += "!\(word(row.source)) \(word(row.asOf))\n".utf8
                }
                append(row, to: &body)
            }
        }
        let sum = body.withUnsafeBytes { Checksum($0).text }
        let head = [
            magic, version, word(source), reading.form.rawValue, time.utcText, String(reading.modelCount),
            String(body.count), sum,
        ]
        return Array((head.joined(separator: " ") + "\n").utf8) + body
    }

    private static func append(_ provider: SyncedProvider, to body: inout [UInt8]) {
        let keys = provider.keyVariables.isEmpty ? "-" : provider.keyVariables.joined(separator: ",")
        let fields = [
            "@" + provider.id, provider.dialect?.rawValue ?? "-", word(provider.baseURL), keys,
            word(provider.documentation), provider.title,
        ]
        body += (fields.joined(separator: " ") + "\n").utf8
    }

    private static func append(_ row: ModelRow, to body: inout [UInt8]) {
        let id = row.name.model
        // A name may begin with a sign that begins other lines.
        if let first = id.utf8.first, "@!#\\".utf8.contains(first) { body.append(Ascii.backslash) }
        body += id.utf8
        body += " = \(row.contextTokens) \(row.maxOutputTokens) ".utf8
        append(row.prices, to: &body)
        body.append(Ascii.space)
        appendFlags(of: row, to: &body)
        body += [Ascii.space, QualityEstimate.letter(of: row), Ascii.space]
        body += (word(row.releaseDate) + " " + row.title + "\n").utf8
    }

    private static func append(_ table: PriceTable, to body: inout [UInt8]) {
        guard table.known else { return body.append(Ascii.question) }
        append(table.base, to: &body)
        for tier in table.tiers {
            body += ">\(tier.aboveInputTokens):".utf8
            append(tier.prices, to: &body)
        }
        if table.estimated { body.append(Ascii.tilde) }
    }

    private static func append(_ prices: TokenPrices, to body: inout [UInt8]) {
        var parts = [
            prices.cacheRead, prices.cacheWrite5m, prices.cacheWrite1h, prices.reasoning, prices.audioInput,
            prices.audioOutput,
        ]
        while let last = parts.last, last == nil { parts.removeLast() }
        body += (prices.input.usdPerMillionTokens + "/" + prices.output.usdPerMillionTokens).utf8
        for part in parts { body += ("/" + (part?.usdPerMillionTokens ?? "-")).utf8 }
    }

    private static func appendFlags(of row: ModelRow, to body: inout [UInt8]) {
        let able = row.capabilities
        let flags: [(Bool, Character)] = [
            (able.imageInput, "i"), (able.tools, "t"), (able.schema, "s"), (able.reasoning, "r"),
            (!able.temperature, "T"), (!able.seed, "D"), (!able.stop, "P"), (!able.systemPrompt, "Y"),
            (able.outputs == .image, "I"), (able.outputs == .speech, "S"), (able.outputs == .embedding, "E"),
            (able.outputs == .transcript, "W"), (able.outputs == [.text, .transcript], "w"),
            (row.status == .preview, "v"), (row.status == .deprecated, "x"),
        ]
        let text = String(flags.filter(\.0).map(\.1))
        body += (text.isEmpty ? "-" : text).utf8
    }

    private static func word(_ text: String) -> String { text.isEmpty ? "-" : text }
}
