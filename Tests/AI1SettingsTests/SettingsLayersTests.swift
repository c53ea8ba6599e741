import AI1Core
import AI1Settings
import Testing

@Suite("Layers of settings")
struct SettingsLayersTests {
    @Test("A fresh machine has the built-in values")
    func nothing() throws {
        let settings = try load(Scratch())
        #expect(settings.model == nil)
        #expect(settings.objective == Sourced(.balanced, .builtIn))
        #expect(settings.limits.connectTimeoutMilliseconds == Sourced(10_000, .builtIn))
        #expect(settings.limits.stallTimeoutMilliseconds == Sourced(60_000, .builtIn))
        #expect(settings.weights.values == RoutePreferences.Weights())
        #expect(settings.color == Sourced(.auto, .builtIn))
        #expect(settings.entries.isEmpty && settings.files.isEmpty && settings.notices.isEmpty)
    }

    @Test("Environment wins over project, project over user, user over system, and each value knows its line")
    func precedence() throws {
        let scratch = Scratch()
        let system = scratch.write(
            "model: sys\nobjective: best\nhedge: true\nreasoning: low\n", to: "etc/ai1/config.yaml", mode: 0o644)
        let user = scratch.write("# mine\nobjective: fastest\nmodel: user\nquiet: yes\n", to: "home/config/config.yaml")
        let project = scratch.write("\nmodel: project\n", to: "work/.ai1.yaml")
        let settings = try load(scratch, ["AI1_REASONING": "high", "AI1_QUIET": ""], in: "work/deep")
        #expect(settings.hedge == Sourced(true, .file(path: system, line: 3)))
        #expect(settings.objective == Sourced(.fastest, .file(path: user, line: 2)))
        #expect(settings.quiet == Sourced(true, .file(path: user, line: 4)))
        #expect(settings.model == Sourced("project", .file(path: project, line: 2)))
        #expect(settings.reasoning == Sourced(.high, .variable("AI1_REASONING")))
        #expect(settings.files.map(\.path) == [system, user, project])
        #expect(settings.files.map(\.isTrusted) == [true, true, false])
        #expect(settings.model?.origin.description == "\(project):2")
        #expect(settings.reasoning?.origin.description == "environment variable AI1_REASONING")
    }

    @Test("The first of several system folders counts most")
    func systemOrder() throws {
        let scratch = Scratch()
        scratch.write("model: first\n", to: "etc/ai1/config.yaml")
        scratch.write("model: second\nquiet: true\n", to: "etc2/ai1/config.yaml")
        let settings = try load(scratch)
        #expect(settings.model?.value == "first")
        #expect(settings.quiet.value)
    }

    @Test("Every key of the file arrives in its type")
    func everything() throws {
        let scratch = Scratch()
        let file = scratch.write(Self.full, to: "home/config/config.yaml")
        let settings = try load(scratch)
        #expect(settings.system?.value == "Be brief.\n# not a comment\n")
        #expect(settings.fallback.value == ["gpt", "gemini"])
        #expect(settings.limits.deadlineMilliseconds?.value == 90_000)
        #expect(settings.limits.maxCost?.value == NanoUSD(50_000_000))
        #expect(settings.limits.maxTokens?.value == 4_096)
        #expect(settings.limits.connectTimeoutMilliseconds.value == 500)
        #expect(settings.temperature?.value == JSONNumber("0.70"))
        #expect(settings.color.value == .never)
        #expect(settings.weights.quality == Sourced(0.6, .file(path: file, line: 18)))
        #expect(settings.weights.speed == Sourced(0.2, .builtIn))
        #expect(settings.aliases["quick"]?.value == "groq/llama")
        let office = try #require(settings.providers["office"])
        #expect(office.origin == .file(path: file, line: 23))
        #expect(office.baseURL?.value == "https://llm.example.com/v1")
        #expect(office.dialect?.value == .anthropic)
        #expect(office.keyVariable?.value == "OFFICE_KEY")
        #expect(office.keyCommand?.value == "pass show office")
        #expect(office.keyFile?.value == "~/office.key")
        #expect(office.headers.map(\.name) == ["X-Team", "X-Second"])
        #expect(office.isDisabled.value)
        #expect(office.schemaMode?.value == .jsonObject)
        #expect(office.outputLimitField?.value == .maxCompletionTokens)
        let row = ProviderRow(id: "office", title: "Office", dialect: .openAIChat, baseURL: "https://x")
        #expect(office.applied(to: row).quirks.schemaMode == .jsonObject)
        #expect(office.applied(to: row).baseURL == "https://llm.example.com/v1")
        #expect(settings.providers["empty"]?.isDisabled.value == false)
    }

    @Test("A model of the user's own becomes a catalogue row with exact prices")
    func ownModel() throws {
        let scratch = Scratch()
        let file = scratch.write(Self.full, to: "home/config/config.yaml")
        let models = try load(scratch).providers["office"]?.models ?? []
        #expect(models.map(\.id) == ["llama/3.3", "bare"])
        let row = try #require(models.first).row(provider: "office", dialect: .openAIChat)
        #expect(row.name.description == "office/llama/3.3")
        #expect(row.contextTokens == 131_072 && row.maxOutputTokens == 8_192)
        #expect(row.prices.base.input == TokenPrice(picoUSD: 250_000))
        #expect(row.prices.base.cacheRead == TokenPrice(picoUSD: 25_000))
        #expect(row.prices.known)
        #expect(row.capabilities == Capabilities(imageInput: true, tools: true, temperature: false))
        #expect(row.source.hasPrefix(file))
        #expect(models[1].row(provider: "office", dialect: .openAIChat).prices.known == false)
    }

    @Test("A more important list of models replaces the whole list")
    func modelLists() throws {
        let scratch = Scratch()
        let lower = "providers:\n  x:\n    dialect: openai\n    models: [{id: a}, {id: b, title: B}]\n"
        scratch.write(lower, to: "etc/ai1/config.yaml")
        scratch.write("providers:\n  x:\n    models: [{id: c}]\n", to: "home/config/config.yaml")
        let provider = try load(scratch).providers["x"]
        #expect(provider?.models.map(\.id) == ["c"])
        #expect(provider?.models.first?.title == nil)
        #expect(provider?.dialect?.value == .openAIChat)
    }

    @Test("A report of all settings shows no address, header or command")
    func report() throws {
        let scratch = Scratch()
        scratch.write(Self.full, to: "home/config/config.yaml")
        let entries = try load(scratch).entries
        let texts = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.text) })
        #expect(texts["limits.deadline"] == "90s")
        #expect(texts["limits.max_cost"] == "5.00 ¢")
        #expect(texts["providers.office.key_command"] == "[set]")
        #expect(texts["providers.office.headers.X-Team"] == "[set]")
        #expect(texts["providers.office.models.0.input_price"] == "$0.25")
        #expect(texts["fallback"] == "gpt, gemini")
    }

    @Test("Lists in variables are separated by commas")
    func listVariable() throws {
        let settings = try load(Scratch(), ["AI1_FALLBACK": " a, b ,,c", "AI1_SANDBOX": "1", "AI1_MAX_COST": "$0.5"])
        #expect(settings.fallback == Sourced(["a", "b", "c"], .variable("AI1_FALLBACK")))
        #expect(settings.sandbox.value)
        #expect(settings.limits.maxCost?.value == NanoUSD(500_000_000))
    }

    @Test(
        "Times are read exactly or not at all",
        arguments: [
            ("30s", 30_000), ("500ms", 500), ("2m", 120_000), ("1.5h", 5_400_000), ("0.001s", 1),
            ("720h", 2_592_000_000),
            ("0s", nil), ("-1s", nil), ("+1s", nil), ("1", nil), ("s", nil), ("1d", nil), ("0.5ms", nil), ("721h", nil),
            ("1 s", nil), ("99999999999999999h", nil), ("1e3ms", 1_000),
        ] as [(String, Int64?)])
    func durations(text: String, expected: Int64?) {
        #expect(DurationText.milliseconds(parsing: text) == expected)
        if let expected {
            #expect(DurationText.milliseconds(parsing: DurationText.text(milliseconds: expected)) == expected)
        }
    }

    @Test(
        "Base URLs are absolute http(s) without secrets",
        arguments: [
            ("https://A.Example/v1/", "https://a.example/v1"), ("http://127.0.0.1:11434", "http://127.0.0.1:11434"),
            ("HTTP://[::1]:80/x", "http://[::1]:80/x"), ("https://h/V1", "https://h/V1"),
            ("https://u:p@h", nil), ("https://h?x=1", nil), ("https://h#f", nil), ("ftp://h", nil), ("h/v1", nil),
            ("https://", nil), ("https://h:0", nil), ("https://h:99999", nil), ("https://h/ x", nil),
            ("file:///etc", nil),
            ("https://[::1", nil), ("https://h\\@e", nil),
        ] as [(String, String?)])
    func urls(text: String, expected: String?) {
        #expect(BaseURL.normalized(text) == expected)
    }

    static let full = """
        model: claude
        system: |
          Be brief.
          # not a comment
        fallback:
        - gpt
        - gemini
        limits:
          deadline: 1.5m
          max_cost: 5c
          max_tokens: 4_096
          connect_timeout: 500ms
        temperature: 0.70
        reasoning: none
        color: never
        hedge: on
        weights:
          quality: 0.6
          cost: 1
        aliases:
          quick: groq/llama
        providers:
          office: &office
            base_url: https://LLM.example.com/v1/
            dialect: anthropic
            key_env: OFFICE_KEY
            key_command: pass show office
            key_file: ~/office.key
            headers:
              X-Team: blue
              X-Second: "2"
            disabled: true
            schema_mode: json_object
            output_limit_field: max_completion_tokens
            models:
              - id: llama/3.3
                title: Llama
                context: 131072
                max_output: 8192
                input_price: 0.25
                output_price: "1.25"
                cache_read_price: 0.025
                capabilities: [image, tools, no_temperature]
              - id: bare
          empty:
        """

    private func load(
        _ scratch: Scratch, _ environment: [String: String] = [:], in folder: String = "."
    ) throws -> Settings {
        let paths = Paths(environment: [
            "AI1_HOME": scratch.file("home"), "HOME": scratch.path,
            "XDG_CONFIG_DIRS": "\(scratch.file("etc")):\(scratch.file("etc2"))",
        ])
        return try SettingsLoader(
            paths: paths, environment: environment, workingFolder: Paths.join(scratch.path, folder),
            trust: TrustStore(file: paths.trustFile)
        ).load()
    }
}
