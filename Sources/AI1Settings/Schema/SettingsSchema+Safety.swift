internal import AI1Core

extension SettingsSchema {
    private static let actions = SafetyAction.allCases.map(\.rawValue)

    /// The checks of what leaves the machine and of what comes back. A project's file may only make them stricter.
    static let safety: [SettingKey] = [
        SettingKey(
            path: ["safety", "secrets"], type: .level(actions),
            summary: "What is done about keys, passwords and account numbers in what leaves this machine.",
            example: "redact", builtIn: SafetyAction.warn.rawValue, variable: "AI1_SAFETY", scope: .everyFile),
        SettingKey(
            path: ["safety", "injection"], type: .level(["off", "warn", "block"]),
            summary: "What is done about marks of injected instructions in piped input, attachments and tool results.",
            example: "warn", builtIn: SafetyAction.off.rawValue, scope: .everyFile),
        SettingKey(
            path: ["safety", "injection_in_prompt"], type: .level(["off", "on"]),
            summary: "Whether the typed prompt is looked at for such marks, too.", example: "on", builtIn: "off",
            scope: .everyFile),
        SettingKey(
            path: ["safety", "output"], type: .level(actions),
            summary: "What is done about secrets in answers, before they reach the terminal or pipe.",
            example: "redact", builtIn: SafetyAction.off.rawValue, scope: .everyFile),
        SettingKey(
            path: ["safety", "max_risk"], type: .decimal(upTo: 1),
            summary: "Refuses a request whose risk is above this; the risk is that of the checks that are on.",
            example: "0.8", scope: .everyFile),
        SettingKey(
            path: ["safety", "local"], type: .level(["off", "on"]),
            summary: "Whether requests that stay on this machine are checked as well.", example: "on", builtIn: "off",
            scope: .everyFile),
        SettingKey(
            path: ["safety", "moderation"], type: .text,
            summary: "A model that judges requests and answers; each judgement is a request that is paid for.",
            example: "openai/gpt-5-nano"),
        SettingKey(
            path: ["safety", "moderate"], type: .choice(ModerationScope.allCases.map(\.rawValue)),
            summary: "What it judges. An answer is held back until it is judged.", example: "both",
            builtIn: ModerationScope.input.rawValue),
        SettingKey(
            path: ["safety", "moderation_failure"], type: .level(["open", "closed"]),
            summary: "What happens when it fails or is unsure: `closed` refuses, `open` goes on.", example: "open",
            builtIn: "closed", scope: .everyFile),
    ]
}
