package import AI1Core

/// The rows of the embedded simulation, in the catalogue's own form.
package enum SandboxCatalog {
    /// The provider `sandbox`: no key, no network.
    package static func provider() -> ProviderRow {
        ProviderRow(
            id: SandboxModel.provider, title: "ai1 sandbox (simulated)", dialect: .sandbox, baseURL: "sandbox:",
            documentation: "", isLocal: false)
    }

    /// The three simulated models, cheapest first, and one for each other kind of output.
    package static func models() -> [ModelRow] {
        SandboxModel.allCases.map(row) + OutputKind.allCases.filter { $0 != .text }.map(row)
    }

    private static func row(_ kind: OutputKind) -> ModelRow {
        let output: Int64 = kind == .embedding ? 0 : 4_000_000
        return ModelRow(
            name: TargetName(provider: SandboxModel.provider, model: kind.rawValue),
            title: "Sandbox \(kind.rawValue) (simulated)", family: "sandbox-\(kind.rawValue)", dialect: .sandbox,
            contextTokens: SandboxModel.contextTokens, maxOutputTokens: kind == .image ? 1_024 : 16_384,
            prices: PriceTable(
                base: TokenPrices(input: TokenPrice(picoUSD: 100_000), output: TokenPrice(picoUSD: output))),
            capabilities: Capabilities(imageInput: true, outputs: OutputKinds(kind)), releaseDate: "2026-01-01",
            source: "ai1", asOf: "2026-01-01", quality: QualityPrior(overall: 0.5))
    }

    private static func row(_ model: SandboxModel) -> ModelRow {
        ModelRow(
            name: TargetName(provider: SandboxModel.provider, model: model.rawValue),
            title: "Sandbox \(model.rawValue) (simulated)", family: "sandbox-\(model.rawValue)", dialect: .sandbox,
            contextTokens: SandboxModel.contextTokens, maxOutputTokens: SandboxModel.contextTokens,
            prices: PriceTable(base: model.prices),
            capabilities: Capabilities(imageInput: true, schema: true, reasoning: model == .strong),
            releaseDate: "2026-01-01", source: "ai1", asOf: "2026-01-01",
            quality: QualityPrior(overall: model.quality, byTask: model.qualityByTask, measured: false))
    }
}
