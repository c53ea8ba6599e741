internal import AI1Core

extension SettingsSchema {
    /// What the router learns, and how far it goes to learn.
    static let learning: [SettingKey] = [
        SettingKey(
            path: ["routing", "learn"], type: .flag,
            summary: "Whether ratings and what becomes of answers move later choices.", example: "false",
            builtIn: "true", variable: "AI1_LEARN"),
        SettingKey(
            path: ["routing", "explore"], type: .decimal(upTo: 100),
            summary:
                "How many requests in a hundred may go to another model than the best, to learn about it. Without a terminal "
                + "nothing is explored unless this is set.",
            example: "0", builtIn: "5", variable: "AI1_EXPLORE"),
        SettingKey(
            path: ["routing", "explore_cost"], type: .decimal(upTo: 1_000),
            summary: "How many times the best one's expected cost such a model may cost.", example: "1", builtIn: "2"),
    ]

    /// Elements of the list of rules.
    static let rules: [SettingKey] = [
        rule(
            "when", .text,
            "The condition, over `task`, `job`, `tokens`, `output`, `difficulty`, `images`, `tools` and `schema`, with "
                + "`and`, `or`, `not`; or `always`. Needed. The first rule that holds decides.",
            "task == code and tokens > 20k"),
        rule("use", .texts, "The models to ask, in this order.", "[claude, gpt]"),
        rule("avoid", .texts, "Models and providers that are not asked.", "[groq, gpt-5-nano]"),
        rule("objective", .choice(objectives), "What counts most.", "cheapest"),
        rule("max_cost", .money, "The most that the request may cost at worst.", "2c"),
    ]

    private static func rule(
        _ name: String, _ type: SettingType, _ summary: String, _ example: String
    ) -> SettingKey {
        SettingKey(path: ["routing", "rules", "[]", name], type: type, summary: summary, example: example)
    }
}
