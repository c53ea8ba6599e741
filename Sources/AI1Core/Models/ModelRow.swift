/// What the catalogue knows about one model at one provider.
package struct ModelRow: Sendable, Hashable {
    package var name: TargetName
    /// What a person calls it.
    package var title: String
    /// The family that rows of the same model at several providers share (`claude-sonnet-5`); the row's own model id by default.
    package var family: String
    package var dialect: DialectName
    /// Tokens of input and output together; 0 when unknown.
    package var contextTokens: Int
    /// Largest answer in tokens; 0 when unknown.
    package var maxOutputTokens: Int
    package var prices: PriceTable
    package var capabilities: Capabilities
    package var releaseDate: String
    package var status: ModelStatus
    /// Where the facts come from, and the day they were read (`2026-07-28`).
    package var source: String
    package var asOf: String
    /// Predicted quality from 0 to 1, by task; missing tasks use `overall`.
    package var quality: QualityPrior

    package init(
        name: TargetName, title: String, family: String, dialect: DialectName, contextTokens: Int = 0,
        maxOutputTokens: Int = 0, prices: PriceTable, capabilities: Capabilities = Capabilities(),
        releaseDate: String = "", status: ModelStatus = .current, source: String = "", asOf: String = "",
        quality: QualityPrior = QualityPrior()
    ) {
        self.name = name
        self.title = title
        self.family = family
        self.dialect = dialect
        self.contextTokens = contextTokens
        self.maxOutputTokens = maxOutputTokens
        self.prices = prices
        self.capabilities = capabilities
        self.releaseDate = releaseDate
        self.status = status
        self.source = source
        self.asOf = asOf
        self.quality = quality
    }
}

/// Where a model stands in its life.
package enum ModelStatus: String, Sendable, Hashable { case current, preview, deprecated }

/// What a model can do.
package struct Capabilities: Sendable, Hashable {
    package var imageInput: Bool
    package var tools: Bool
    /// Structured output by JSON Schema, enforced by the provider.
    package var schema: Bool
    package var reasoning: Bool
    /// Whether a sampling temperature may be sent; some reasoning models refuse it.
    package var temperature: Bool
    package var seed: Bool
    package var stop: Bool
    package var systemPrompt: Bool
    /// What it makes.
    package var outputs: OutputKinds

    package init(
        imageInput: Bool = false, tools: Bool = false, schema: Bool = false, reasoning: Bool = false,
        temperature: Bool = true, seed: Bool = true, stop: Bool = true, systemPrompt: Bool = true,
        outputs: OutputKinds = .text
    ) {
        self.imageInput = imageInput
        self.tools = tools
        self.schema = schema
        self.reasoning = reasoning
        self.temperature = temperature
        self.seed = seed
        self.stop = stop
        self.systemPrompt = systemPrompt
        self.outputs = outputs
    }
}

/// Published quality of a model on a scale from 0 to 1, before any experience of this machine's own.
package struct QualityPrior: Sendable, Hashable {
    package var overall: Double
    package var byTask: [TaskKind: Double]
    /// False when no published score was found and the number is a guess from price and family.
    package var measured: Bool

    package init(overall: Double = 0.5, byTask: [TaskKind: Double] = [:], measured: Bool = false) {
        self.overall = overall
        self.byTask = byTask
        self.measured = measured
    }

    /// The quality expected for a task.
    package func value(for task: TaskKind) -> Double { byTask[task] ?? overall }
}
