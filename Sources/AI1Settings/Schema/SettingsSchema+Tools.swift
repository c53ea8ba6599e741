internal import AI1Core

extension SettingsSchema {
    /// Servers of tools and the rules about them. A project's file may set none of it until it is trusted: it would start
    /// programs.
    static let tools: [SettingKey] = [
        SettingKey(
            path: ["tools", "servers", "*", "command"], type: .texts,
            summary:
                "The program of an MCP server, looked for in `PATH`, with its arguments if you like; no shell reads it. `~/` is "
                + "your home, other paths with a `/` start at this file.",
            example: "[uvx, mcp-server-time]"),
        SettingKey(
            path: ["tools", "servers", "*", "args"], type: .texts, summary: "Further arguments of it.",
            example: "[--local-timezone, Europe/Oslo]"),
        SettingKey(
            path: ["tools", "servers", "*", "env", "*"], type: .text,
            summary: "A variable that it is given; `${NAME}` stands for one of ai1's own environment.",
            example: "${GITHUB_TOKEN}", isSensitive: true),
        SettingKey(
            path: ["tools", "servers", "*", "timeout"], type: .duration,
            summary: "The longest that a call of it may take.",
            example: "30s"),
        SettingKey(
            path: ["tools", "policy", "*"], type: .choice(ToolRule.allCases.map(\.rawValue)),
            summary:
                "What is done when a model calls the tool `SERVER/TOOL`, `SERVER/*` or `*/*`; the more exact name counts. "
                + "`allow` needs your approval of the tool as it is.",
            example: "allow"),
        SettingKey(
            path: ["tools", "rounds"], type: .integer(1...100),
            summary: "How many rounds of tool calls one request may take.", example: "5", builtIn: "10"),
        SettingKey(
            path: ["tools", "timeout"], type: .duration,
            summary: "The longest that a call may take where its server says nothing.", example: "30s", builtIn: "60s"),
        SettingKey(
            path: ["tools", "start_timeout"], type: .duration,
            summary: "The longest that a server may take to get ready.",
            example: "30s", builtIn: "15s"),
        SettingKey(
            path: ["tools", "max_result"], type: .integer(1_000...10_000_000),
            summary: "Bytes of one result that reach the model; what is cut is said.", example: "20000",
            builtIn: "65536"),
    ]
}
