internal import AI1Core

/// The one table of all settings: the loader checks by it and the documentation is made from it.
package enum SettingsSchema {
    static let objectives = Objective.allCases.map(\.rawValue)
    static let capabilities = [
        "image", "tools", "schema", "reasoning", "no_temperature", "no_seed", "no_stop", "no_system",
    ]

    static let keys: [SettingKey] =
        basics + limits + safety + credits + history + routing + learning + rules + tools + names + providers
        + models + networks + wallet

    private static let basics: [SettingKey] = [
        SettingKey(
            path: ["model"], type: .text,
            summary: "The model to ask when `-m` is not given: an id, an alias or `provider/model`.",
            example: "claude-sonnet-5", variable: "AI1_MODEL", scope: .everyFile),
        SettingKey(
            path: ["objective"], type: .choice(objectives), summary: "What counts most when ai1 chooses the model.",
            example: "cheapest", builtIn: "balanced", variable: "AI1_OBJECTIVE", scope: .everyFile),
        SettingKey(
            path: ["system"], type: .paragraph, summary: "The system prompt of every request.",
            example: "Answer briefly.", variable: "AI1_SYSTEM"),
        SettingKey(
            path: ["role"], type: .text, summary: "The role of every request: a name that `--role` takes.",
            example: "review", variable: "AI1_ROLE", scope: .everyFile),
        SettingKey(
            path: ["temperature"], type: .decimal(upTo: 2), summary: "Sampling temperature, where the model takes one.",
            example: "0.7", variable: "AI1_TEMPERATURE"),
        SettingKey(
            path: ["reasoning"], type: .choice(ReasoningEffort.allCases.map(\.rawValue)),
            summary: "How much a reasoning model thinks before it answers.", example: "low", variable: "AI1_REASONING"),
        SettingKey(
            path: ["color"], type: .choice(ColorMode.allCases.map(\.rawValue)), summary: "When to use colour.",
            example: "never", builtIn: "auto", variable: "AI1_COLOR"),
        SettingKey(
            path: ["quiet"], type: .flag, summary: "No cost line after an answer.", example: "true", builtIn: "false",
            variable: "AI1_QUIET"),
        SettingKey(
            path: ["markdown"], type: .flag,
            summary: "Whether answers on a terminal are shown as markdown; in a pipe they never are.", example: "false",
            builtIn: "true", variable: "AI1_MARKDOWN"),
        SettingKey(
            path: ["sandbox"], type: .flag,
            summary: "Lets the sandbox answer without a terminal though it was not named.", example: "1",
            builtIn: "false", variable: "AI1_SANDBOX", scope: .environment),
    ]

    private static let limits: [SettingKey] = [
        SettingKey(
            path: ["limits", "deadline"], type: .duration, summary: "The longest a whole request may take.",
            example: "2m", variable: "AI1_DEADLINE", scope: .everyFile),
        SettingKey(
            path: ["limits", "max_cost"], type: .money,
            summary: "The most a request may cost at worst: credits (`5`, `5c`) or US dollars (`$0.05`).",
            example: "5c", variable: "AI1_MAX_COST", scope: .everyFile),
        SettingKey(
            path: ["limits", "max_tokens"], type: .integer(1...10_000_000),
            summary: "The largest answer in tokens, reasoning included.", example: "4096",
            variable: "AI1_MAX_TOKENS", scope: .everyFile),
        SettingKey(
            path: ["limits", "max_input"], type: .integer(1...100_000_000),
            summary: "The largest input in tokens, as estimated before anything is sent.", example: "100000",
            variable: "AI1_MAX_INPUT", scope: .everyFile),
        SettingKey(
            path: ["limits", "connect_timeout"], type: .duration, summary: "The longest a connection may take to open.",
            example: "5s", builtIn: "10s", variable: "AI1_CONNECT_TIMEOUT", scope: .everyFile),
        SettingKey(
            path: ["limits", "stall_timeout"], type: .duration, summary: "The longest an answer may stand still.",
            example: "30s", builtIn: "60s", variable: "AI1_STALL_TIMEOUT", scope: .everyFile),
    ]

    private static let credits: [SettingKey] = [
        SettingKey(
            path: ["credits", "mode"], type: .choice(CreditsMode.allCases.map(\.rawValue)),
            summary:
                "Whether requests need credits (`enforce`), or only books are kept (`track`). Budgets bind in both.",
            example: "track", builtIn: CreditsMode.enforce.rawValue),
        SettingKey(
            path: ["credits", "reward"], type: .decimal(upTo: 100),
            summary: "What part of a charge comes back as a reward, in per cent, down to hundredths; 0 for none.",
            example: "5", builtIn: "10"),
    ]

    private static let history: [SettingKey] = [
        SettingKey(
            path: ["history", "mode"], type: .choice(HistoryMode.allCases.map(\.rawValue)),
            summary:
                "What is kept of requests: prompts and answers too (`full`), what they were and cost (`metadata`), or "
                + "nothing (`off`).",
            example: "metadata", builtIn: HistoryMode.full.rawValue, variable: "AI1_HISTORY"),
        SettingKey(
            path: ["history", "retention"], type: .integer(1...36_500),
            summary: "For how many days prompts and answers are kept.", example: "90", builtIn: "30"),
        SettingKey(
            path: ["history", "statistics"], type: .flag,
            summary: "Whether speed, failures and cost of models are remembered, whatever is kept of requests.",
            example: "false", builtIn: "true", variable: "AI1_STATISTICS"),
    ]

    private static let routing: [SettingKey] = [
        SettingKey(
            path: ["fallback"], type: .texts,
            summary: "The models that may serve when the chosen one cannot, in this order.",
            example: "[gpt-5-mini, gemini]", variable: "AI1_FALLBACK"),
        SettingKey(
            path: ["hedge"], type: .flag, summary: "Starts a second model when the first is slow; both are paid for.",
            example: "true", builtIn: "false", variable: "AI1_HEDGE"),
        SettingKey(
            path: ["weights", "quality"], type: .decimal(upTo: 1_000_000),
            summary: "How much quality counts for the objective `balanced`.", example: "0.6", builtIn: "0.5"),
        SettingKey(
            path: ["weights", "cost"], type: .decimal(upTo: 1_000_000), summary: "How much a low price counts for it.",
            example: "0.3", builtIn: "0.3"),
        SettingKey(
            path: ["weights", "speed"], type: .decimal(upTo: 1_000_000), summary: "How much speed counts for it.",
            example: "0.1", builtIn: "0.2"),
    ]

    private static let names: [SettingKey] = [
        SettingKey(
            path: ["aliases", "*"], type: .text, summary: "A name of your own for a model.",
            example: "openai/gpt-5-mini")
    ]
}
