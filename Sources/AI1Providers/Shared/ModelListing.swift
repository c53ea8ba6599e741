package import AI1Core

/// The models that a provider says it has: to check a key, to find a local server, and to bring the catalogue up to
/// date.
package enum ModelListing {
    /// More models than this in one listing are not read.
    package static let largestCount = 20_000

    /// The request for the listing; nil for a protocol that has none.
    package static func request(for endpoint: Endpoint, dialect: DialectName) -> HTTPRequest? {
        switch dialect {
        case .openAIChat, .openAIResponses: WireRequest.get(endpoint, path: "/models", key: .bearer)
        case .anthropic:
            WireRequest.get(
                endpoint, path: AnthropicDialect.path("models", endpoint) + "?limit=1000",
                key: .named(AnthropicDialect.keyHeader), extra: [AnthropicDialect.version])
        case .google: WireRequest.get(endpoint, path: "/models?pageSize=1000", key: .named(GoogleDialect.keyHeader))
        case .ollama: WireRequest.get(endpoint, path: "/api/tags", key: .bearer)
        case .ai1net, .sandbox: nil
        }
    }

    /// Reads the answer. Models that Google offers for other things than answers are left out.
    /// - Throws: `ProviderFault` of kind `malformed`, or what the body reports
    package static func parse(_ body: [UInt8], dialect: DialectName) throws -> [ListedModel] {
        let value: JSONValue
        do {
            value = try JSONParser.parse(body)
        } catch {
            throw ProviderFault(
                .malformed, message: "the list of models is not valid JSON", underlying: FaultText.underlying(body))
        }
        if let fault = FaultTable.inBand(value) { throw fault }
        // OpenAI and Anthropic say `data`, Google and Ollama `models`; Together sends a bare array.
        guard let entries = value["data"]?.array ?? value["models"]?.array ?? value.array else {
            throw ProviderFault(
                .malformed, message: "the answer is not a list of models", underlying: FaultText.underlying(body))
        }
        // A name that no terminal should show is no name that anybody could type.
        return entries.prefix(largestCount).compactMap { dialect == .google ? google($0) : plain($0) }
            .filter { TerminalCleaner.cleanLine($0.id, limit: 300) == $0.id }
    }

    private static func plain(_ entry: JSONValue) -> ListedModel? {
        guard let id = entry["id"]?.string ?? entry["name"]?.string ?? entry["model"]?.string, !id.isEmpty else {
            return nil
        }
        let title = entry["display_name"]?.string ?? entry["name"]?.string
        let contexts = ["context_length", "context_window", "max_model_len", "max_context_length", "max_input_tokens"]
        return ListedModel(
            id: id, title: title == id ? nil : title,
            contextTokens: contexts.lazy.compactMap { count(entry[$0]) }.first)
    }

    private static func google(_ entry: JSONValue) -> ListedModel? {
        guard let name = entry["name"]?.string else { return nil }
        if let methods = entry["supportedGenerationMethods"]?.array,
            !methods.contains(where: { $0.string == "generateContent" })
        {
            return nil
        }
        return ListedModel(
            id: name.hasPrefix("models/") ? String(name.dropFirst(7)) : name, title: entry["displayName"]?.string,
            contextTokens: count(entry["inputTokenLimit"]))
    }

    private static func count(_ value: JSONValue?) -> Int? {
        guard let count = value?.number?.int64, count > 0, count <= TokenCounts.largest else { return nil }
        return Int(count)
    }
}
