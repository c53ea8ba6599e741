extension SettingsSchema {
    /// The text of docs/configuration.md.
    package static func documentation() -> String {
        var text = introduction
        text += section("General", general)
        text += section("Limits", keys.filter { $0.path.first == "limits" })
        text += section("Safety", keys.filter { $0.path.first == "safety" })
        text += "\nWhat is looked for, and what is not: [safety.md](safety.md).\n"
        text += section("Credits", keys.filter { $0.path.first == "credits" })
        text += section("History", keys.filter { $0.path.first == "history" })
        text += section("Routing", keys.filter { ["fallback", "hedge", "weights"].contains($0.path.first) })
        text += section("Learning", learning)
        text += section("Rules for the route", rules)
        text += section("Tools", tools)
        text += "\nServers, approvals and what is bounded: [tools.md](tools.md).\n"
        text += section("Aliases", keys.filter { $0.path.first == "aliases" })
        text += section("Providers", providers)
        text += section("Models of a provider", models)
        text += section("Networks", networks)
        text += "\nWithout a line in a file there are \(presets); only `local` has an endpoint.\n"
        text += section("Wallet", wallet)
        text += "\n" + example + projects + aboutKeys
        return text
    }

    private static var general: [SettingKey] {
        keys.filter { $0.path.count == 1 && !["fallback", "hedge"].contains($0.path[0]) }
    }

    /// The networks that come with ai1, each with its number.
    private static var presets: String {
        NetworkSettings.presets.map { "`\($0.name)` (\($0.chainID?.value ?? 0))" }.joined(separator: ", ")
    }

    private static func section(_ title: String, _ keys: [SettingKey]) -> String {
        var text =
            "\n## \(title)\n\n| key | value | default | variable | in a project's file |\n|---|---|---|---|---|\n"
        for key in keys {
            let value = "\(key.summary) \(sentence(key.type.expectation)) Example: `\(key.example)`"
            let place =
                switch key.scope {
                case .everyFile: "yes"
                case .trustedFile: "when trusted"
                case .environment: "no; environment only"
                }
            let builtIn = key.builtIn.map { "`\($0)`" } ?? ""
            let variable = key.variable.map { "`\($0)`" } ?? ""
            text += "| `\(dottedName(of: key))` | \(value) | \(builtIn) | \(variable) | \(place) |\n"
        }
        return text
    }

    private static func dottedName(of key: SettingKey) -> String {
        key.path.map { (name: String) -> String in
            switch name {
            case "*": "NAME"
            case "[]": "-"
            default: name
            }
        }.joined(separator: ".")
    }

    private static func sentence(_ expectation: String) -> String {
        (expectation.first?.uppercased() ?? "") + expectation.dropFirst() + "."
    }

    private static let introduction = """
        # Configuration

        Settings are YAML. This page is made from the table in the code that also checks them; `make reference` writes it anew.

        What is set further up wins:

        | layer | where |
        |---|---|
        | flag | the command line |
        | environment | the variables below; an empty one counts as not set |
        | project | `.ai1.yaml` in the working folder or the nearest folder above it, up to your home or the root of a Git work tree |
        | user | `$XDG_CONFIG_HOME/ai1/config.yaml` (usually `~/.config/ai1/config.yaml`) |
        | system | `ai1/config.yaml` in the folders of `$XDG_CONFIG_DIRS` (usually `/etc/xdg/ai1/config.yaml`) |

        `AI1_HOME=FOLDER` moves everything: settings and keys to `FOLDER/config`, data to `FOLDER/data`, state to
        `FOLDER/state`, cache to `FOLDER/cache`. `ai1 dev doctor` shows every setting with the file and line it comes from.

        Times: `500ms`, `30s`, `2m`, `1h`. Money: `5` and `5c` are credits, `$0.05` and `0.05usd` US dollars; a credit is
        one US cent. An unknown key, a key given twice or a value of the wrong type stops ai1 with exit code 78, file and line.

        """

    private static let example = """
        ## An example

        ```yaml
        model: claude
        objective: balanced
        fallback: [gpt, gemini]
        limits:
          deadline: 2m
          max_cost: 5c
        aliases:
          quick: groq/llama-3.1-8b-instant
        providers:
          openai:
            key_command: pass show openai
          office:
            base_url: https://llm.example.com/v1
            dialect: openai
            key_env: OFFICE_LLM_KEY
            models:
              - id: llama-3.3-70b
                context: 131072
                input_price: 0.25
                output_price: 1.25
                capabilities: [tools, schema]
        tools:
          servers:
            time:
              command: [uvx, mcp-server-time]
          policy:
            time/get_current_time: allow
            time/*: ask
        ```

        """

    private static let projects = """
        ## Files of a project

        A `.ai1.yaml` comes with a folder that somebody else may have written. Until you trust it with
        `ai1 route trust PATH`, it may set only `model`, `objective`, `limits` and checks of `safety`, limits only to smaller
        and checks only to stricter values than yours; ai1 names whatever else it asks for and does not apply it. Trust holds
        for the file as it is: once it changes, it is a stranger again. A file that belongs to another user is not read at
        all until you trust it.

        """

    private static let aboutKeys = """
        ## Keys

        A provider's key is looked for in this order: the environment (the variable that `key_env` names, or else the
        provider's usual ones), `key_command`, `key_file`, and ai1's own store, `keys.yaml` beside `config.yaml`, which
        `ai1 route add` fills. Files with keys must belong to you and have mode 0600.

        """
}
