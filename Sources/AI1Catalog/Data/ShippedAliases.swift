/// Short names and today's default of each, as of July 2026.
enum ShippedAliases {
    static let table: [String: String] = [
        "gpt": "openai/gpt-5.5",
        "gpt-pro": "openai/gpt-5.5-pro",
        "gpt-mini": "openai/gpt-5.4-mini",
        "mini": "openai/gpt-5.4-mini",
        "gpt-nano": "openai/gpt-5.4-nano",
        "nano": "openai/gpt-5.4-nano",
        "codex": "openai/gpt-5.3-codex",
        "chatgpt": "openai/gpt-5.3-chat-latest",
        "gpt-oss": "groq/openai/gpt-oss-120b",
        "claude": "anthropic/claude-sonnet-5",
        "sonnet": "anthropic/claude-sonnet-5",
        "opus": "anthropic/claude-opus-4-8",
        "haiku": "anthropic/claude-haiku-4-5",
        "fable": "anthropic/claude-fable-5",
        "gemini": "google/gemini-3.5-flash",
        "flash": "google/gemini-3.5-flash",
        "gemini-flash": "google/gemini-3.5-flash",
        "gemini-pro": "google/gemini-3.1-pro-preview",
        "gemini-lite": "google/gemini-3.1-flash-lite",
        "flash-lite": "google/gemini-3.1-flash-lite",
        "gemma": "deepinfra/google/gemma-4-31B-it",
        "llama": "groq/llama-3.3-70b-versatile",
        "llama-3": "groq/llama-3.3-70b-versatile",
        "llama-4": "deepinfra/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8",
        "maverick": "deepinfra/meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8",
        "scout": "groq/meta-llama/llama-4-scout-17b-16e-instruct",
        "grok": "xai/grok-4.3",
        "mistral": "mistral/mistral-medium-2604",
        "mistral-large": "mistral/mistral-large-2512",
        "mistral-medium": "mistral/mistral-medium-2604",
        "mistral-small": "mistral/mistral-small-2603",
        "ministral": "mistral/ministral-8b-latest",
        "magistral": "mistral/magistral-medium-latest",
        "codestral": "mistral/codestral-latest",
        "deepseek": "deepseek/deepseek-v4-pro",
        "deepseek-pro": "deepseek/deepseek-v4-pro",
        "deepseek-flash": "deepseek/deepseek-v4-flash",
        "qwen": "alibaba/qwen3.7-plus",
        "qwen-max": "alibaba/qwen3.7-max",
        "qwen-coder": "alibaba/qwen3-coder-plus",
        "kimi": "moonshotai/kimi-k2.6",
        "kimi-code": "moonshotai/kimi-k2.7-code",
        "glm": "zai/glm-5.2",
        "minimax": "minimax/MiniMax-M3",
        "command": "cohere/command-a-plus-05-2026",
        "sonar-reasoning": "perplexity/sonar-reasoning-pro",
        "nemotron": "nvidia/nvidia/nemotron-3-super-120b-a12b",
        "phi": "github-models/microsoft/phi-4",
        "mimo": "openrouter/xiaomi/mimo-v2.5-pro",
        "step": "openrouter/stepfun/step-3.5-flash",
        "gpt-image": "openai/gpt-image-2",
        "nano-banana": "google/gemini-2.5-flash-image",
        "imagen": "google/imagen-4.0-generate-001",
        "whisper": "openai/whisper-1",
        "tts": "openai/gpt-4o-mini-tts",
    ]

    /// Other spellings of providers that other tools use.
    static func provider(_ name: String) -> String? {
        switch name {
        case "gemini", "google-ai", "googleai": "google"
        case "claude": "anthropic"
        case "x-ai", "grok": "xai"
        case "z-ai", "zhipu", "zhipuai": "zai"
        case "together", "together_ai", "together-ai": "togetherai"
        case "fireworks", "fireworks_ai": "fireworks-ai"
        case "moonshot", "kimi": "moonshotai"
        case "novita": "novita-ai"
        case "hf", "hugging-face": "huggingface"
        case "github": "github-models"
        case "dashscope", "qwen": "alibaba"
        case "mistralai": "mistral"
        case "nvidia_nim", "nim": "nvidia"
        case "lm-studio", "lm_studio": "lmstudio"
        case "llama.cpp", "llama-cpp": "llamacpp"
        case "vercel-ai-gateway": "vercel"
        default: nil
        }
    }

    /// The providers that made the models they serve: the first choice for a model that several providers serve.
    static func isMaker(_ provider: String) -> Bool {
        switch provider {
        case "openai", "anthropic", "google", "xai", "mistral", "deepseek", "cohere", "perplexity", "moonshotai", "zai",
            "minimax", "alibaba":
            true
        default: false
        }
    }
}
