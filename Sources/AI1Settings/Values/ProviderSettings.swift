package import AI1Core

/// What the user's settings say about one provider.
package struct ProviderSettings: Sendable {
    package var name: String
    /// Where it is mentioned first.
    package var origin: Origin
    package var baseURL: Sourced<String>?
    package var dialect: Sourced<DialectName>?
    /// The environment variable with its key.
    package var keyVariable: Sourced<String>?
    /// A shell command that prints its key.
    package var keyCommand: Sourced<String>?
    /// A file with its key, as it was written; `KeyResolver` makes it absolute.
    package var keyFile: Sourced<String>?
    /// Further headers, in the file's order.
    package var headers: [HTTPHeader]
    package var isDisabled: Sourced<Bool>
    /// The user's own rows of its models.
    package var models: [ModelSettings]
    package var schemaMode: Sourced<ProviderQuirks.SchemaMode>?
    package var outputLimitField: Sourced<ProviderQuirks.OutputLimitField>?

    /// The catalogue's row with what the settings change in it. The dialect and address of the settings win.
    package func applied(to row: ProviderRow) -> ProviderRow {
        var row = row
        if let baseURL { row.baseURL = baseURL.value }
        if let dialect { row.dialect = dialect.value }
        if let schemaMode { row.quirks.schemaMode = schemaMode.value }
        if let outputLimitField { row.quirks.outputLimitField = outputLimitField.value }
        return row
    }
}

/// A model that the user's settings add to a provider, or describe anew.
package struct ModelSettings: Sendable, Hashable {
    package var id: String
    package var origin: Origin
    package var title: String?
    package var contextTokens: Int?
    package var maxOutputTokens: Int?
    package var inputPrice: TokenPrice?
    package var outputPrice: TokenPrice?
    package var cacheReadPrice: TokenPrice?
    /// Nil when the settings do not say.
    package var capabilities: Capabilities?
    /// What it makes, and what its prices are of; nil when the settings do not say.
    package var outputs: OutputKinds?
    package var priceUnit: PriceUnit?

    /// A whole row: what the settings do not say comes from `base`, or is unknown.
    package func row(provider: String, dialect: DialectName, base: ModelRow? = nil) -> ModelRow {
        var row =
            base
            ?? ModelRow(
                name: TargetName(provider: provider, model: id), title: title ?? id, family: id, dialect: dialect,
                prices: .unknown)
        if let title { row.title = title }
        if let contextTokens { row.contextTokens = contextTokens }
        if let maxOutputTokens { row.maxOutputTokens = maxOutputTokens }
        if var capabilities {
            capabilities.outputs = row.capabilities.outputs
            row.capabilities = capabilities
        }
        if let outputs { row.capabilities.outputs = outputs }
        if inputPrice != nil || outputPrice != nil || cacheReadPrice != nil { row.prices = prices(over: row.prices) }
        row.source = origin.description
        return row
    }

    /// A price table is known when both of its main prices are.
    private func prices(over base: PriceTable) -> PriceTable {
        guard let input = inputPrice ?? (base.known ? base.base.input : nil),
            let output = outputPrice ?? (base.known ? base.base.output : nil)
        else { return .unknown }
        return PriceTable(
            base: TokenPrices(input: input, output: output, cacheRead: cacheReadPrice),
            unit: priceUnit ?? base.unit)
    }
}
