internal import AI1Core

/// Which way a schema goes to a target.
enum SchemaMode {
    /// The brand's own way, unless the model cannot be held to a schema; JSON mode needs no such ability.
    static func choose(_ target: Target) -> ProviderQuirks.SchemaMode {
        let mode = target.endpoint.quirks.schemaMode
        return mode == .jsonSchema && !target.row.capabilities.schema ? .prompt : mode
    }
}
