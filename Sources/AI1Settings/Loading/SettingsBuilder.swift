internal import AI1Core

/// Makes the typed settings from the merged layers. Every value has passed its type's check before.
struct SettingsBuilder {
    let layer: SettingsLayer

    func build() -> Settings {
        Settings(
            model: text(["model"]), objective: choice(["objective"]) ?? Sourced(.balanced, .builtIn),
            system: text(["system"]), role: text(["role"]), fallback: texts(["fallback"]) ?? Sourced([], .builtIn),
            limits: limits(),
            temperature: temperature(), reasoning: choice(["reasoning"]),
            color: choice(["color"]) ?? Sourced(.auto, .builtIn), quiet: flag(["quiet"]),
            markdown: flag(["markdown"], usually: true), hedge: flag(["hedge"]),
            sandbox: flag(["sandbox"]), weights: weights(), routing: routing(), credits: credits(), history: history(),
            safety: safety(), tools: tools(),
            aliases: aliases(), providers: providers(), networks: networks(), wallet: wallet(), files: [], notices: [],
            entries: entries())
    }

    private func limits() -> Settings.Limits {
        return Settings.Limits(
            deadlineMilliseconds: milliseconds(["limits", "deadline"]), maxCost: money(["limits", "max_cost"]),
            maxTokens: integer(["limits", "max_tokens"]), maxInput: integer(["limits", "max_input"]),
            connectTimeoutMilliseconds: milliseconds(["limits", "connect_timeout"]) ?? Sourced(10_000, .builtIn),
            stallTimeoutMilliseconds: milliseconds(["limits", "stall_timeout"]) ?? Sourced(60_000, .builtIn))
    }

    private func credits() -> Settings.Credits {
        let reward = decimal(["credits", "reward"]).map { number in
            // The type has bounded it.
            number.map { DecimalText.scaled($0.text, by: 2, rounding: .down) ?? 0 }
        }
        return Settings.Credits(
            mode: choice(["credits", "mode"]) ?? Sourced(.enforce, .builtIn),
            rewardBasisPoints: reward ?? Sourced(1_000, .builtIn))
    }

    private func routing() -> RoutingSettings {
        RoutingSettings(
            learns: flag(["routing", "learn"], usually: true),
            explorationShare: number(["routing", "explore"], 5).map { $0 / 100 },
            explorationCostFactor: number(["routing", "explore_cost"], 2),
            rules: layer.names(below: ["routing", "rules"]).compactMap { index in
                let path = ["routing", "rules", index]
                guard let condition = text(path + ["when"]) else { return nil }
                let objective: Sourced<Objective>? = choice(path + ["objective"])
                return RuleSettings(
                    condition: condition, use: texts(path + ["use"])?.value ?? [],
                    avoid: texts(path + ["avoid"])?.value ?? [], objective: objective?.value,
                    maxCost: money(path + ["max_cost"])?.value)
            })
    }

    private func history() -> Settings.History {
        Settings.History(
            mode: choice(["history", "mode"]) ?? Sourced(.full, .builtIn),
            retentionDays: integer(["history", "retention"]) ?? Sourced(30, .builtIn),
            keepsStatistics: flag(["history", "statistics"], usually: true))
    }

    private func safety() -> SafetySettings {
        func isOn(_ name: String, _ strict: String, _ usual: Bool) -> Sourced<Bool> {
            text(["safety", name])?.map { $0 == strict } ?? Sourced(usual, .builtIn)
        }
        return SafetySettings(
            secrets: choice(["safety", "secrets"]) ?? Sourced(.warn, .builtIn),
            injection: choice(["safety", "injection"]) ?? Sourced(.off, .builtIn),
            checksPrompt: isOn("injection_in_prompt", "on", false),
            output: choice(["safety", "output"]) ?? Sourced(.off, .builtIn),
            maxRisk: decimal(["safety", "max_risk"])?.map { $0.double ?? 0 }, checksLocal: isOn("local", "on", false),
            moderation: text(["safety", "moderation"]),
            moderates: choice(["safety", "moderate"]) ?? Sourced(.input, .builtIn),
            failsClosed: isOn("moderation_failure", "closed", true))
    }

    private func tools() -> ToolSettings {
        var policy: [String: Sourced<ToolRule>] = [:]
        for name in layer.names(below: ["tools", "policy"]) { policy[name] = choice(["tools", "policy", name]) }
        var servers: [String: ToolServerSettings] = [:]
        for name in layer.names(below: ["tools", "servers"]) {
            let path = ["tools", "servers", name]
            var variables: [String: String] = [:]
            for variable in layer.names(below: path + ["env"]) {
                variables[variable] = text(path + ["env", variable])?.value
            }
            servers[name] = ToolServerSettings(
                origin: layer[path]?.origin ?? .builtIn, command: texts(path + ["command"]),
                arguments: texts(path + ["args"])?.value ?? [], variables: variables,
                timeoutMilliseconds: milliseconds(path + ["timeout"]))
        }
        return ToolSettings(
            servers: servers, policy: policy, rounds: integer(["tools", "rounds"]) ?? Sourced(10, .builtIn),
            timeoutMilliseconds: milliseconds(["tools", "timeout"]) ?? Sourced(60_000, .builtIn),
            startTimeoutMilliseconds: milliseconds(["tools", "start_timeout"]) ?? Sourced(15_000, .builtIn),
            maxResultBytes: integer(["tools", "max_result"]) ?? Sourced(65_536, .builtIn))
    }

    private func weights() -> Settings.Weights {
        let usual = RoutePreferences.Weights()
        return Settings.Weights(
            quality: weight("quality", usual.quality), cost: weight("cost", usual.cost),
            speed: weight("speed", usual.speed))
    }

    private func weight(_ name: String, _ usual: Double) -> Sourced<Double> { number(["weights", name], usual) }

    private func number(_ path: [String], _ usual: Double) -> Sourced<Double> {
        guard let number = decimal(path), let value = number.value.double else { return Sourced(usual, .builtIn) }
        return Sourced(value, number.origin)
    }

    private func temperature() -> Sourced<JSONNumber>? { decimal(["temperature"]) }

    private func aliases() -> [String: Sourced<String>] {
        var aliases: [String: Sourced<String>] = [:]
        for name in layer.names(below: ["aliases"]) { aliases[name] = text(["aliases", name]) }
        return aliases
    }

    private func providers() -> [String: ProviderSettings] {
        var providers: [String: ProviderSettings] = [:]
        for name in layer.names(below: ["providers"]) {
            let path = ["providers", name]
            providers[name] = ProviderSettings(
                name: name, origin: layer[path]?.origin ?? .builtIn, baseURL: text(path + ["base_url"]),
                dialect: choice(path + ["dialect"]), keyVariable: text(path + ["key_env"]),
                keyCommand: text(path + ["key_command"]), keyFile: text(path + ["key_file"]), headers: headers(path),
                isDisabled: flag(path + ["disabled"]), models: models(path), schemaMode: choice(path + ["schema_mode"]),
                outputLimitField: choice(path + ["output_limit_field"]))
        }
        return providers
    }

    /// Whether a header of that name carries what nobody should see.
    private static func holdsSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["auth", "key", "token", "secret", "cookie", "password"].contains { name.contains($0) }
    }

    private func headers(_ path: [String]) -> [HTTPHeader] {
        layer.names(below: path + ["headers"]).compactMap { name in
            text(path + ["headers", name]).map { value in
                Self.holdsSecret(name)
                    ? HTTPHeader(name, secret: Secret(key: value.value)) : HTTPHeader(name, value.value)
            }
        }
    }

    private func models(_ path: [String]) -> [ModelSettings] {
        layer.names(below: path + ["models"]).compactMap { index in
            let path = path + ["models", index]
            guard let id = text(path + ["id"]) else { return nil }
            return ModelSettings(
                id: id.value, origin: layer[path]?.origin ?? id.origin, title: text(path + ["title"])?.value,
                contextTokens: integer(path + ["context"])?.value,
                maxOutputTokens: integer(path + ["max_output"])?.value, inputPrice: price(path + ["input_price"]),
                outputPrice: price(path + ["output_price"]), cacheReadPrice: price(path + ["cache_read_price"]),
                capabilities: texts(path + ["capabilities"]).map { capabilities($0.value) },
                outputs: texts(path + ["makes"]).map { outputs($0.value) },
                priceUnit: choice(path + ["price_unit"])?.value)
        }
    }

    private func outputs(_ names: [String]) -> OutputKinds {
        names.compactMap(OutputKind.init).reduce(into: []) { $0.insert(OutputKinds($1)) }
    }

    private func capabilities(_ names: [String]) -> Capabilities {
        Capabilities(
            imageInput: names.contains("image"), tools: names.contains("tools"), schema: names.contains("schema"),
            reasoning: names.contains("reasoning"), temperature: !names.contains("no_temperature"),
            seed: !names.contains("no_seed"), stop: !names.contains("no_stop"),
            systemPrompt: !names.contains("no_system"))
    }

    private func entries() -> [SettingsEntry] {
        layer.entries.compactMap { entry in
            guard entry.value != .section else { return nil }
            let pattern = SettingsSchema.pattern(of: entry.path)
            guard case .key(let key)? = SettingsSchema.entry(at: pattern) else { return nil }
            let text = key.isSensitive ? "[set]" : entry.value.display
            return SettingsEntry(
                name: Display.path(entry.path.joined(separator: ".")), text: text, origin: entry.origin)
        }
    }
}

// Reading one value of a type.
extension SettingsBuilder {
    func text(_ path: [String]) -> Sourced<String>? {
        guard let entry = layer[path], case .text(let text) = entry.value else { return nil }
        return Sourced(text, entry.origin)
    }

    func texts(_ path: [String]) -> Sourced<[String]>? {
        guard let entry = layer[path], case .texts(let texts) = entry.value else { return nil }
        return Sourced(texts, entry.origin)
    }

    private func choice<Value: RawRepresentable<String> & Sendable>(_ path: [String]) -> Sourced<Value>? {
        guard let text = text(path), let value = Value(rawValue: text.value) else { return nil }
        return Sourced(value, text.origin)
    }

    private func flag(_ path: [String], usually usual: Bool = false) -> Sourced<Bool> {
        guard let entry = layer[path], case .flag(let flag) = entry.value else { return Sourced(usual, .builtIn) }
        return Sourced(flag, entry.origin)
    }

    private func milliseconds(_ path: [String]) -> Sourced<Int64>? {
        guard let entry = layer[path], case .milliseconds(let amount) = entry.value else { return nil }
        return Sourced(amount, entry.origin)
    }

    func integer(_ path: [String]) -> Sourced<Int>? {
        guard let entry = layer[path], case .integer(let number) = entry.value else { return nil }
        return Sourced(Int(clamping: number), entry.origin)
    }

    func decimal(_ path: [String]) -> Sourced<JSONNumber>? {
        guard let entry = layer[path], case .decimal(let number) = entry.value else { return nil }
        return Sourced(number, entry.origin)
    }

    private func money(_ path: [String]) -> Sourced<NanoUSD>? {
        guard let entry = layer[path], case .money(let amount) = entry.value else { return nil }
        return Sourced(amount, entry.origin)
    }

    private func price(_ path: [String]) -> TokenPrice? {
        guard let entry = layer[path], case .price(let price) = entry.value else { return nil }
        return price
    }
}
