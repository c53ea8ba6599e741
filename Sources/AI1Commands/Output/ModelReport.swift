internal import AI1Core
internal import AI1Terminal

/// Models as a table and as JSON.
enum ModelReport {
    /// Terminals from this width on have room for the source of every row, and from the second on for its day.
    private static let columnsForSource = 100
    private static let columnsForDay = 80

    /// Whether a table says where each row comes from.
    /// - Parameter columns: of the terminal; nil for none
    static func showsSource(_ columns: Int?) -> Bool { columns.map { $0 >= columnsForSource } ?? true }

    static func table(_ rows: [ModelRow], columns: Int?) -> TextTable {
        let sources: [TextTable.Column] = showsSource(columns) ? [.init("source", canShrink: true)] : []
        var table = TextTable(
            [
                .init("model", canShrink: true), .init("in $/M", .right), .init("out $/M", .right),
                .init("window", .right), .init("can"), .init("as of"),
            ] + sources)
        let hasDay = columns.map { $0 >= columnsForDay } ?? true
        for row in rows {
            let mark = row.prices.estimated ? "~" : ""
            table.append([
                .init(row.name.description),
                .init(row.prices.known ? mark + row.prices.base.input.usdPerMillionTokens : "?"),
                .init(row.prices.known ? mark + row.prices.base.output.usdPerMillionTokens : "?"),
                .init(window(row.contextTokens)), .init(letters(row)),
                .init(hasDay ? row.asOf : String(row.asOf.prefix(7))), .init(row.source),
            ])
        }
        return table
    }

    /// The sources of some rows on one line, the most frequent first.
    static func sources(_ rows: [ModelRow]) -> String {
        var counts: [String: Int] = [:]
        for row in rows { counts[row.source, default: 0] += 1 }
        let names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return "prices from " + names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    }

    /// Aliases and models, one a line.
    static func names(aliases: [String], _ rows: [ModelRow]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(rows.count * 40)
        for alias in aliases { text += (TerminalCleaner.cleanLine(alias) + "\n").utf8 }
        for row in rows {
            let name = row.name
            if (name.provider.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
                && (name.model.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            {
                text += name.provider.utf8
                text.append(UInt8(ascii: "/"))
                text += name.model.utf8
            } else {
                text += TerminalCleaner.cleanLine(name.description).utf8
            }
            text.append(0x0A)
        }
        return text
    }

    /// The abilities as letters in fixed places, so that the names keep their room: `vtsr`.
    private static func letters(_ row: ModelRow) -> String {
        let able = row.capabilities
        let marks = [(able.imageInput, "v"), (able.tools, "t"), (able.schema, "s"), (able.reasoning, "r")]
        let status = row.status == .current ? "" : " \(row.status.rawValue)"
        let kinds = able.outputs.list.filter { $0 != .text }.map { " " + $0.rawValue }.joined()
        let unit = row.prices.unit == .tokens ? "" : ", $/M \(row.prices.unit.rawValue)"
        return marks.map { $0.0 ? $0.1 : "-" }.joined() + kinds + unit + status
    }

    private static func window(_ tokens: Int) -> String {
        switch tokens {
        case 0: "?"
        case 1_000_000...: decimalText(Int64(tokens / 100_000), places: 1) + "M"
        case 1_000...: "\(tokens / 1_000)k"
        default: String(tokens)
        }
    }

    private static func abilities(_ row: ModelRow) -> [String] {
        let able = row.capabilities
        var words: [String] = []
        if able.imageInput { words.append("vision") }
        if able.tools { words.append("tools") }
        if able.schema { words.append("schema") }
        if able.reasoning { words.append("reasoning") }
        if row.status != .current { words.append(row.status.rawValue) }
        return words
    }

    static func json(_ row: ModelRow) -> JSONValue {
        var object: JSONObject = [
            "target": .string(row.name.description), "provider": .string(row.name.provider),
            "model": .string(row.name.model), "title": .string(row.title), "family": .string(row.family),
            "dialect": .string(row.dialect.rawValue), "context_tokens": .integer(row.contextTokens),
            "max_output_tokens": .integer(row.maxOutputTokens),
        ]
        object["prices"] = row.prices.known ? prices(row.prices) : .null
        object["outputs"] = .array(row.capabilities.outputs.list.map { .string($0.rawValue) })
        object["capabilities"] = .array(abilities(row).map { .string($0) })
        object["status"] = .string(row.status.rawValue)
        object["release_date"] = .string(row.releaseDate)
        object["source"] = .string(row.source)
        object["as_of"] = .string(row.asOf)
        return .object(object)
    }

    /// US dollars per million tokens (or what else is sold), exactly.
    private static func prices(_ table: PriceTable) -> JSONValue {
        var object = members(table.base, table.unit)
        if !table.tiers.isEmpty {
            object["tiers"] = .array(
                table.tiers.map { tier in
                    var object = members(tier.prices, table.unit)
                    object["above_input_tokens"] = .integer(tier.aboveInputTokens)
                    return .object(object)
                })
        }
        object["estimated"] = .bool(table.estimated)
        return .object(object)
    }

    private static func members(_ prices: TokenPrices, _ unit: PriceUnit) -> JSONObject {
        var object: JSONObject = ["unit": .string("usd_per_million_\(unit.rawValue)")]
        let parts: [(String, TokenPrice?)] = [
            ("input", prices.input), ("output", prices.output), ("cache_read", prices.cacheRead),
            ("cache_write_5m", prices.cacheWrite5m), ("cache_write_1h", prices.cacheWrite1h),
            ("reasoning", prices.reasoning), ("audio_input", prices.audioInput), ("audio_output", prices.audioOutput),
        ]
        for (name, price) in parts {
            if let price { object[name] = .number(JSONNumber(uncheckedText: price.usdPerMillionTokens)) }
        }
        return object
    }
}
