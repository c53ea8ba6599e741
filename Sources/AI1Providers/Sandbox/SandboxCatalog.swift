package import AI1Core

/// The rows of the embedded simulation, in the catalogue's own form.
package enum SandboxCatalog {
    /// The provider `sandbox`: no key, no network.
    package static func provider() -> ProviderRow {
        ProviderRow(
            id: SandboxModel.provider, title: "ai1 sandbox (simulated)", dialect: .sandbox, baseURL: "sandbox:",
            documentation: "", isLocal: false)
    }

    /// The three simulated models, cheapest first.
    package static func models() -> [ModelRow] { SandboxModel.allCases.map(row) }

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
