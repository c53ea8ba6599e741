internal import AI1Core
internal import AI1Providers

/// What a path asks for. Paths are known by their ends, so that any base URL may stand before them.
enum Route: Sendable, Hashable {
    case generate(DialectName)
    case models(DialectName)
    case version
    /// Something of no dialect.
    case unknown

    init(_ request: RecordedRequest) {
        let path = request.path
        let isPost = request.method == "POST"
        if isPost, let media = MediaRoute(path) {
            self = .generate(media.dialect)
        } else if isPost, path.hasSuffix("/chat/completions") {
            self = .generate(.openAIChat)
        } else if isPost, path.hasSuffix("/responses") {
            self = .generate(.openAIResponses)
        } else if isPost, path.hasSuffix("/messages") {
            self = .generate(.anthropic)
        } else if isPost, path.hasSuffix(":generateContent") || path.hasSuffix(":streamGenerateContent") {
            self = .generate(.google)
        } else if isPost, path.hasSuffix("/api/chat") {
            self = .generate(.ollama)
        } else if isPost, path.hasSuffix("/generate") {
            self = .generate(.ai1net)
        } else if request.method == "GET", path.hasSuffix("/models") {
            self = .models(Self.lister(request))
        } else if request.method == "GET", path.hasSuffix("/api/tags") {
            self = .models(.ollama)
        } else if request.method == "GET", path.hasSuffix("/api/version") {
            self = .version
        } else {
            self = .unknown
        }
    }

    private static func lister(_ request: RecordedRequest) -> DialectName {
        if request[header: "anthropic-version"] != nil { return .anthropic }
        let isGoogle = request[header: "x-goog-api-key"] != nil || request.path.hasSuffix("/v1beta/models")
        return isGoogle ? .google : .openAIChat
    }

    /// The dialect that errors are told in.
    var dialect: DialectName {
        switch self {
        case .generate(let dialect), .models(let dialect): dialect
        case .version: .ollama
        case .unknown: .openAIChat
        }
    }

    /// The model in a path such as `/v1beta/models/gemini-x:generateContent`.
    static func model(inPath path: String) -> String {
        let tail = path.split(separator: "/").last ?? ""
        return String(tail.prefix { $0 != ":" })
    }
}

extension DialectName {
    /// A request of this dialect, read.
    func read(_ request: RecordedRequest) throws(SandboxFailure) -> WireCall {
        if let media = MediaRoute(request.path) { return try media.read(request) }
        guard let json = try? JSONParser.parse(request.body), json.object != nil else {
            throw SandboxFailure(status: 400, message: "the body is not a JSON object")
        }
        switch self {
        case .openAIChat: return try OpenAIChatWire.read(json)
        case .openAIResponses: return try OpenAIResponsesWire.read(json)
        case .anthropic: return try AnthropicWire.read(json, request)
        case .google:
            return try GoogleWire.read(
                json, request, model: Route.model(inPath: request.path),
                stream: request.path.hasSuffix(":streamGenerateContent"))
        case .ollama: return try OllamaWire.read(json)
        case .ai1net: return try AI1NetWire.read(json)
        case .sandbox: throw SandboxFailure(status: 404)
        }
    }

    /// The wire of one exchange.
    func wire(_ context: WireContext) -> any SandboxWire {
        if let wish = context.wish, let wire = mediaWire(context, wish) { return wire }
        return switch self {
        case .openAIChat: OpenAIChatWire(context)
        case .openAIResponses: OpenAIResponsesWire(context)
        case .anthropic: AnthropicWire(context)
        case .google: GoogleWire(context)
        case .ollama: OllamaWire(context)
        case .ai1net: AI1NetWire(context)
        case .sandbox: SandboxFraming(id: context.id, model: context.model, usage: context.usage)
        }
    }

    /// The wire of a call that is for something else than text alone; nil where the dialect has no such call.
    private func mediaWire(_ context: WireContext, _ wish: SandboxWish) -> (any SandboxWire)? {
        switch self {
        case .openAIChat: OpenAIMediaWire(context, wish)
        case .google: context.isGenerated ? nil : GoogleMediaWire(context, wish)
        case .ollama: OllamaEmbedWire(context)
        default: nil
        }
    }

    /// The list of models in this dialect's form.
    func list(_ models: [String]) -> JSONValue {
        switch self {
        case .anthropic: AnthropicWire.models(models)
        case .google: GoogleWire.models(models)
        case .ollama: OllamaWire.tags(models)
        case .openAIChat, .openAIResponses, .ai1net, .sandbox: OpenAIError.models(models)
        }
    }

    /// The key that a request carries, by this dialect's custom.
    func key(of request: RecordedRequest) -> String? {
        let bearer = request[header: "authorization"].flatMap {
            $0.lowercased().hasPrefix("bearer ") ? String($0.dropFirst("bearer ".count)) : nil
        }
        return switch self {
        case .anthropic: request[header: "x-api-key"] ?? bearer
        case .google: request[header: "x-goog-api-key"] ?? request.parameter("key")
        case .openAIChat, .openAIResponses, .ollama, .ai1net, .sandbox: bearer
        }
    }

    /// Whether an answer of this dialect can say that a filter ended it.
    var tellsFilter: Bool { self != .ollama && self != .ai1net }
}
