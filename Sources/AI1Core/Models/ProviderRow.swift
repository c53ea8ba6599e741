/// What the catalogue knows about one provider.
package struct ProviderRow: Sendable, Hashable {
    /// The short name in `provider/model`.
    package var id: String
    package var title: String
    package var dialect: DialectName
    /// Absolute URL without a trailing slash.
    package var baseURL: String
    /// Environment variables that hold its key, in the order of the provider's own tools. Empty: it needs none.
    package var keyVariables: [String]
    /// Environment variables that replace `baseURL`, as in the provider's own tools.
    package var baseURLVariables: [String]
    /// Where its API is documented.
    package var documentation: String
    /// A server on the user's own machine.
    package var isLocal: Bool
    package var quirks: ProviderQuirks

    package init(
        id: String, title: String, dialect: DialectName, baseURL: String, keyVariables: [String] = [],
        baseURLVariables: [String] = [], documentation: String = "", isLocal: Bool = false,
        quirks: ProviderQuirks = ProviderQuirks()
    ) {
        self.id = id
        self.title = title
        self.dialect = dialect
        self.baseURL = baseURL
        self.keyVariables = keyVariables
        self.baseURLVariables = baseURLVariables
        self.documentation = documentation
        self.isLocal = isLocal
        self.quirks = quirks
    }
}

/// Where brands that speak one dialect differ.
package struct ProviderQuirks: Sendable, Hashable {
    /// The field for the output limit of OpenAI chat completions.
    package enum OutputLimitField: String, Sendable, Hashable {
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
    }

    /// How a JSON Schema is asked for.
    package enum SchemaMode: String, Sendable, Hashable {
        /// `response_format` of type `json_schema`.
        case jsonSchema = "json_schema"
        /// `response_format` of type `json_object`, the schema in the system prompt.
        case jsonObject = "json_object"
        /// Only by the system prompt.
        case prompt
    }

    package var outputLimitField: OutputLimitField
    /// Whether `stream_options.include_usage` is understood; without it usage comes unasked.
    package var streamUsage: Bool
    package var schemaMode: SchemaMode

    package init(
        outputLimitField: OutputLimitField = .maxTokens, streamUsage: Bool = true, schemaMode: SchemaMode = .jsonSchema
    ) {
        self.outputLimitField = outputLimitField
        self.streamUsage = streamUsage
        self.schemaMode = schemaMode
    }
}
