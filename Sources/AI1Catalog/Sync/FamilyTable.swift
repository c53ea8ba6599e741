internal import AI1Core

/// The families that a catalogue knows, by the names of its models.
struct FamilyTable {
    private struct Known {
        let family: String
        let quality: QualityPrior
        /// The lowest output price of the family; nil when none is known.
        var lowestOutput: TokenPrice?
    }

    private var known: [NameKey: Known] = [:]
    /// A model of a known name at less than this part of the lowest known price is not taken for the same model.
    private static let suspiciousPart: Int64 = 4

    init(_ models: [ModelRow]) {
        for row in models where row.name.provider != "sandbox" {
            for name in [Self.lastPart(of: row.name.model), row.family] {
                let key = NameKey(name)
                var entry = known[key] ?? Known(family: row.family, quality: row.quality)
                let output = row.prices.base.output
                if row.prices.known, output > .free, entry.family == row.family {
                    entry.lowestOutput = min(entry.lowestOutput ?? output, output)
                }
                known[key] = entry
            }
        }
    }

    /// A row of a stranger's with its family, its protocol at the provider, and the quality of its family.
    func placed(_ row: ModelRow) -> ModelRow {
        var row = row
        let name = Self.lastPart(of: row.name.model)
        if let known = known[NameKey(name)] {
            if Self.isPlausible(row.prices, known.lowestOutput) {
                row.family = known.family
                row.quality = known.quality
            } else {
                row.family = row.name.description.lowercased()
            }
        } else {
            row.family = name.lowercased()
        }
        guard row.name.provider == "openai" else { return row }
        // OpenAI serves these by its Responses API only, and its reasoning models take no stop text.
        if row.name.model.contains("codex") || row.name.model.contains("-pro") || name.contains("deep-research") {
            row.dialect = .openAIResponses
        }
        if row.capabilities.reasoning {
            row.capabilities.temperature = false
            row.capabilities.stop = false
        }
        return row
    }

    private static func isPlausible(_ prices: PriceTable, _ lowest: TokenPrice?) -> Bool {
        guard let lowest, prices.known else { return true }
        return prices.base.output.picoUSD >= lowest.picoUSD / suspiciousPart
    }

    /// `vendor/model` without the vendor.
    private static func lastPart(of model: String) -> String {
        model.lastIndex(of: "/").map { String(model[model.index(after: $0)...]) } ?? model
    }
}
