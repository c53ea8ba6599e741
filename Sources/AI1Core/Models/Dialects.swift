/// The wire protocols that ai1 speaks. A catalogue row names one of them.
package enum DialectName: String, Sendable, Hashable, CaseIterable {
    /// `POST {base}/chat/completions`, OpenAI and every compatible brand.
    case openAIChat = "openai"
    /// `POST {base}/responses`, OpenAI.
    case openAIResponses = "openai-responses"
    /// `POST {base}/v1/messages`, Anthropic.
    case anthropic
    /// `POST {base}/models/{model}:generateContent`, Google Gemini API.
    case google
    /// `POST {base}/api/chat`, Ollama's native protocol.
    case ollama
    /// `POST {base}/v1/generate`, AI1NET providers.
    case ai1net
    /// The embedded simulation: no network.
    case sandbox

    /// What the protocol has words for.
    package var outputs: OutputKinds {
        switch self {
        case .openAIChat, .google, .sandbox: [.text, .image, .speech, .transcript, .embedding]
        case .ai1net: [.text, .image, .speech]
        case .ollama: [.text, .embedding]
        case .openAIResponses, .anthropic: .text
        }
    }
}
