package import AI1Core

/// The dialects that ai1 speaks, by the names in the catalogue.
package enum Dialects {
    /// The dialect of that name.
    package static func named(_ name: DialectName) -> any Dialect {
        switch name {
        case .openAIChat: OpenAIChatDialect()
        case .openAIResponses: OpenAIResponsesDialect()
        case .anthropic: AnthropicDialect()
        case .google: GoogleDialect()
        case .ollama: OllamaDialect()
        case .ai1net: AI1NetDialect()
        case .sandbox: SandboxDialect()
        }
    }
}
