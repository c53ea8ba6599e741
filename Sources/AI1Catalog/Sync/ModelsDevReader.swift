package import AI1Core

/// Reads models.dev's `api.json`: `{"PROVIDER": {"name", "api", "env", "npm", "doc", "models": {"MODEL": {…}}}}`, prices in
/// US dollars per million tokens.
package struct ModelsDevReader {
    private let prices = SyncPrices(places: 6)
    /// Providers that ai1 knows by itself, and their protocols, which no catalogue changes.
    private let known: [String: ProviderRow]
    private let asOf: String

    /// - Parameters:
    ///   - known: the providers that come with ai1
    ///   - asOf: the day of the document, `2026-07-28`
    package init(known: [ProviderRow], asOf: String) {
        self.known = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
        self.asOf = asOf
    }

    /// Reads a document of this form.
    package func read(_ document: JSONValue) -> SyncReading {
        var reading = SyncReading(form: .modelsDev)
        for (name, value) in document.object?.members ?? [] {
            guard let models = value["models"]?.object else { continue }
            guard let id = SyncText.provider(name) else {
                reading.refuse(name, .provider)
                continue
            }
            if known[id]?.isLocal == true || known[id]?.dialect == .sandbox || id == "local" {
                for (model, _) in models.members { reading.leaveOut("\(id)/\(model)", .local) }
                continue
            }
            let provider = provider(id, value)
            let dialect = known[id]?.dialect ?? provider.dialect
            var section = SyncReading.Section(provider: provider)
            for (model, facts) in models.members {
                if let dialect {
                    read(model, facts, of: id, dialect, into: &section, &reading)
                } else {
                    reading.leaveOut("\(id)/\(model)", .otherProtocol)
                }
            }
            reading.add(section)
        }
        return reading
    }

    private func provider(_ id: String, _ value: JSONValue) -> SyncedProvider {
        let base = SyncText.url(value["api"]?.string)
        return SyncedProvider(
            id: id, title: SyncText.title(value["name"]?.string, else: id),
            dialect: Self.dialect(package: value["npm"]?.string ?? ""), baseURL: base,
            keyVariables: SyncText.variables(value["env"]?.array ?? []),
            documentation: SyncText.url(value["doc"]?.string))
    }

    /// The protocol behind the package of the AI SDK that a provider is used with.
    private static func dialect(package name: String) -> DialectName? {
        switch name {
        case "@ai-sdk/openai-compatible", "@ai-sdk/groq", "@ai-sdk/mistral", "@ai-sdk/xai", "@ai-sdk/togetherai",
            "@ai-sdk/deepinfra", "@ai-sdk/cerebras", "@ai-sdk/perplexity", "@openrouter/ai-sdk-provider",
            "@ai-sdk/vercel", "venice-ai-sdk-provider":
            .openAIChat
        // That package speaks the Responses API unless told otherwise.
        case "@ai-sdk/openai": .openAIResponses
        case "@ai-sdk/anthropic": .anthropic
        case "@ai-sdk/google": .google
        default: nil
        }
    }

    private func read(
        _ name: String, _ facts: JSONValue, of provider: String, _ dialect: DialectName,
        into section: inout SyncReading.Section, _ reading: inout SyncReading
    ) {
        guard let id = SyncText.model(facts["id"]?.string ?? name) else {
            return reading.refuse(
                "\(provider)/\(name.utf8.count > 300 ? "(a name of \(name.utf8.count) bytes)" : name)", .name)
        }
        let output = facts["modalities"]?["output"]?.array?.compactMap(\.string) ?? ["text"]
        guard let outputs = SyncModelKind.outputs(of: id, stated: output, at: dialect) else {
            return reading.leaveOut("\(provider)/\(id)", .otherOutput)
        }
        let table: PriceTable
        do throws(SyncPrices.Absurd) {
            table = try prices.table(
                try prices.prices(facts["cost"]), tiers: try tiers(facts["cost"]), model: id,
                hasOutput: outputs != .embedding)
        } catch {
            return reading.refusePrice(of: TargetName(provider: provider, model: id))
        }
        var row = ModelRow(
            name: TargetName(provider: provider, model: id), title: SyncText.title(facts["name"]?.string, else: id),
            family: "", dialect: dialect, contextTokens: SyncText.tokens(facts["limit"]?["context"]),
            maxOutputTokens: SyncText.tokens(facts["limit"]?["output"]), prices: table,
            capabilities: capabilities(facts, outputs, dialect),
            releaseDate: SyncText.date(facts["release_date"]?.string),
            source: SyncForm.modelsDev.rawValue, asOf: asOf)
        switch facts["status"]?.string {
        case "deprecated": row.status = .deprecated
        case "alpha", "beta": row.status = .preview
        default: row.status = .current
        }
        section.models.append(row)
    }

    private func capabilities(_ facts: JSONValue, _ outputs: OutputKinds, _ dialect: DialectName) -> Capabilities {
        let input = facts["modalities"]?["input"]?.array ?? []
        // Google's models write down what they hear when they are asked to.
        let listens = outputs == .text && dialect == .google && input.contains("audio")
        return Capabilities(
            imageInput: input.contains("image"),
            tools: facts["tool_call"]?.bool ?? false, schema: facts["structured_output"]?.bool ?? false,
            reasoning: facts["reasoning"]?.bool ?? false, temperature: facts["temperature"]?.bool ?? true,
            outputs: listens ? [.text, .transcript] : outputs)
    }

    /// `cost.tiers`, whose entries say `tier.size` in tokens of input; else the older `cost.context_over_200k`.
    private func tiers(_ cost: JSONValue?) throws(SyncPrices.Absurd) -> [PriceTier] {
        var tiers: [PriceTier] = []
        for entry in cost?["tiers"]?.array ?? [] {
            guard let size = entry["tier"]?["size"]?.number?.int64, size > 0,
                let prices = try prices.prices(entry)
            else { throw SyncPrices.Absurd() }
            tiers.append(PriceTier(aboveInputTokens: size, prices: prices))
        }
        if tiers.isEmpty, let above = try prices.prices(cost?["context_over_200k"]) {
            tiers.append(PriceTier(aboveInputTokens: 200_000, prices: above))
        }
        return tiers
    }
}
