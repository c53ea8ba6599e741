internal import AI1Core

extension SettingsSchema {
    static let providers: [SettingKey] = [
        SettingKey(
            path: ["providers", "*", "base_url"], type: .url, summary: "Where its API lives.",
            example: "https://llm.example.com/v1", isSensitive: true),
        SettingKey(
            path: ["providers", "*", "dialect"], type: .choice(DialectName.allCases.map(\.rawValue)),
            summary: "The protocol it speaks.", example: "openai"),
        SettingKey(
            path: ["providers", "*", "key_env"], type: .variableName,
            summary: "The environment variable that holds its key, in place of the usual ones.",
            example: "WORK_OPENAI_KEY",
            isSensitive: true),
        SettingKey(
            path: ["providers", "*", "key_command"], type: .text,
            summary: "A command for `/bin/sh` that prints its key; it has 10 s.", example: "pass show openai",
            isSensitive: true),
        SettingKey(
            path: ["providers", "*", "key_file"], type: .path,
            summary:
                "A file with its key, readable by you alone; `~/` is your home, other paths start at this file.",
            example: "~/.config/openai.key", isSensitive: true),
        SettingKey(
            path: ["providers", "*", "headers", "*"], type: .headerValue,
            summary: "A further header of every request to it.",
            example: "my-team", isSensitive: true),
        SettingKey(
            path: ["providers", "*", "disabled"], type: .flag, summary: "Never use it.", example: "true",
            builtIn: "false"),
        SettingKey(
            path: ["providers", "*", "schema_mode"],
            type: .choice(["json_schema", "json_object", "prompt"]),
            summary: "How it is asked for output by a JSON Schema.",
            example: "json_object"),
        SettingKey(
            path: ["providers", "*", "output_limit_field"],
            type: .choice(["max_tokens", "max_completion_tokens"]),
            summary: "The field in which it takes the output limit (dialect `openai`).",
            example: "max_completion_tokens"),
    ]

    static let models: [SettingKey] = [
        model("id", .text, "The model's id at the provider. Needed.", "llama-3.3-70b"),
        model("title", .text, "What to call it.", "Llama 3.3 70B"),
        model("context", .integer(1...100_000_000), "Tokens of input and output together.", "131072"),
        model("max_output", .integer(1...100_000_000), "Largest answer in tokens.", "8192"),
        model("input_price", .price, "US dollars per million input tokens.", "0.25"),
        model("output_price", .price, "US dollars per million output tokens.", "1.25"),
        model(
            "cache_read_price", .price, "US dollars per million input tokens read from the provider's cache.", "0.025"),
        model(
            "capabilities", .choices(capabilities), "What it can do beyond text, and what it refuses.",
            "[tools, schema]"),
        model(
            "makes", .choices(OutputKind.allCases.map(\.rawValue)),
            "What it makes; without it, what its name says, else text.", "image"),
        model(
            "price_unit", .choice(PriceUnit.allCases.map(\.rawValue)), "What its prices are of, by the million.",
            "images"),
    ]

    private static func model(
        _ name: String, _ type: SettingType, _ summary: String, _ example: String
    ) -> SettingKey {
        SettingKey(path: ["providers", "*", "models", "[]", name], type: type, summary: summary, example: example)
    }
}
