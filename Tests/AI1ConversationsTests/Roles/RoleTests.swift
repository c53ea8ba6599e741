import AI1Conversations
import AI1Core
import AI1Settings
import AI1TestSupport
import Testing

@Suite("Roles")
struct RoleTests {
    private func role(_ text: String) throws -> Role {
        let folder = try TemporaryFolder()
        try folder.write("roles/x.md", text)
        return try library(folder).find("x").role
    }

    private func library(_ folder: TemporaryFolder, project: String? = nil) -> RoleLibrary {
        RoleLibrary(
            userFolder: folder.path("roles"), projectFolder: project,
            trust: TrustStore(file: folder.path("trusted.json")))
    }

    @Test("a file says everything that a role has")
    func everything() throws {
        let role = try role(
            """
            ---
            description: Reviews
            model: openai/gpt
            objective: best
            temperature: 0.70
            max_tokens: 500
            reasoning: low
            schema: "{name: string}"
            tools: [clock, files]
            stop: END
            variables:
              tone: dry
              topic:
              style: {description: how, default: "a: b"}
            system: You are {{tone}}.
            ---

            Say {{ topic }} in {{style}}: {{input}}

            """)
        #expect(role.summary == "Reviews" && role.model == "openai/gpt" && role.objective == .best)
        #expect(role.temperature?.text == "0.70" && role.maxOutputTokens == 500 && role.reasoning == .low)
        #expect(role.schema == "{name: string}" && role.tools == ["clock", "files"] && role.stop == ["END"])
        let rendered = try role.render(parameters: ["topic": "cats"], input: "now")
        #expect(rendered == RenderedRole(system: "You are dry.", prompt: "Say cats in a: b: now"))
    }

    @Test("without front matter, and without system:, the text is the system prompt")
    func plain() throws {
        let plain = try role("Be brief.\n").render(parameters: [:], input: "hello")
        #expect(plain == RenderedRole(system: "Be brief.", prompt: "hello"))
        let prompt = try role("---\nsystem: false\n---\nTranslate:").render(parameters: [:], input: "hello")
        #expect(prompt == RenderedRole(system: nil, prompt: "Translate:\n\nhello"))
    }

    @Test("only the role's own text is expanded, and only once")
    func onceOnly() throws {
        let role = try role(
            """
            ---
            system: false
            variables: {a: x, b: y}
            ---
            {{a}} ${{ secrets.TOKEN }} \\{{b}} {single} {{input}}
            """)
        let rendered = try role.render(parameters: ["a": "{{b}} {{input}}"], input: "{{a}} ${{ github.ref }} \\{{b}}")
        #expect(
            rendered.prompt
                == "{{b}} {{input}} ${{ secrets.TOKEN }} {{b}} {single} {{a}} ${{ github.ref }} \\{{b}}")
    }

    @Test("all that is missing is said at once, with what it is for")
    func missing() throws {
        let role = try role(
            """
            ---
            system: false
            variables:
              to: {description: the language}
              who:
            ---
            {{to}} {{who}} {{input}}
            """)
        let error = failure { try role.render(parameters: [:]) }
        #expect(error?.code == .parameterMissing)
        #expect(error?.message == "the role x needs to (the language), who, the input")
        #expect(error?.hint == "give it a value: -p to=…")
        let unknown = failure { try role.render(parameters: ["whom": "x"], input: "x") }
        #expect(unknown?.code == .badParameter && unknown?.hint == "did you mean who?")
    }

    @Test(
        "what is wrong in a file is said with its line",
        arguments: [
            ("---\nmodel: m\nmodle: m\n---\nx", 3, "unknown key modle", "did you mean model?"),
            ("---\nobjective: cheap\n---\nx", 2, "objective: \"cheap\" is no objective", "one of: cheapest"),
            ("---\n\ntemperature: 3\n---\nx", 3, "temperature: \"3\" is no temperature", "a number from 0 to 2"),
            ("---\nmax_tokens: -1\n---\nx", 2, "max_tokens:", "a whole number"),
            (
                "---\nvariables: {lang: en}\n---\n\nok\n{{langs}}", 6, "the variable langs is not declared",
                "did you mean lang?"
            ),
            ("---\nvariables:\n  input: x\n---\nx", 3, "input cannot be", "letters"),
            ("---\nvariables:\n  a: {defualt: x}\n---\nx", 3, "unknown key defualt", "did you mean default?"),
            ("a\n{{#if x}}", 2, "{{ begins no variable", "write {{name}}, or \\{{"),
            ("a\nb {{input}}", 2, "{{input}} stands in a system prompt", "system: false"),
            ("---\nmodel: m\n", 1, "the front matter has no end", "---"),
            ("---\n- a\n---\nx", 2, "not a mapping", "write key: value"),
        ])
    func malformed(_ text: String, _ line: Int, _ message: String, _ hint: String) throws {
        let error = failure { try role(text) }
        #expect(error?.code == .roleMalformed)
        #expect(error?.message.contains("roles/x.md:\(line): \(message)") == true, "\(error?.message ?? "none")")
        #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "none")")
    }

    @Test("a YAML error has the file's line, and an empty role is none")
    func yaml() throws {
        #expect {
            try role("---\nmodel: m\nstop: [a\n---\nx")
        } throws: { error in
            (error as? SettingsError)?.message.contains("x.md:4") == true
                || (error as? SettingsError)?.message.contains("x.md:3") == true
        }
        #expect(failure { try role("---\nmodel: m\n---\n\n") }?.code == .roleMalformed)
    }

    @Test("parameters come from arguments and files, and an @ can be text")
    func parameters() throws {
        let values = try RoleParameters.parse(["a=b=c", "f=@x.txt", "t=@@home", "e="]) { path, limit in
            #expect(path == "x.txt" && limit == RoleParameters.fileBytes)
            return Array("content {{a}}\n".utf8)
        }
        #expect(values == ["a": "b=c", "f": "content {{a}}\n", "t": "@home", "e": ""])
        for arguments in [["a"], ["=b"], ["a b=c"], ["a=1", "a=2"], ["f=@x"]] {
            let error = failure { try RoleParameters.parse(arguments) { _, _ in [0xFF] } }
            #expect(error?.code == .badParameter)
        }
    }

    @Test("every shipped role is whole: it has a description, and renders without any parameter")
    func shipped() throws {
        let library = library(try TemporaryFolder())
        #expect(library.list().map(\.name) == ["commit", "explain", "review", "shell", "summarise", "translate"])
        for listed in library.list() {
            #expect(listed.problem == nil && listed.summary != nil && listed.origin == .shipped)
            let rendered = try library.find(listed.name).role.render(parameters: [:], input: "x")
            #expect(rendered.prompt == "x")
            #expect(rendered.system?.contains("{{") == false)
        }
        let german = try library.find("translate").role.render(parameters: ["language": "German"], input: "x")
        #expect(german.system?.contains("into German;") == true)
        #expect(failure { try library.find("reveiw") }?.hint == "did you mean review?")
    }

    @Test("a project's role is used when it is trusted as it is, before the user's and the shipped one")
    func trust() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("project/.ai1/roles/review.md", "project")
        let trust = TrustStore(file: folder.path("trusted.json"))
        let library = library(folder, project: folder.path("project/.ai1/roles"))
        let error = failure { try library.find("review") }
        #expect(error?.code == .roleUntrusted)
        #expect(error?.hint == "read it, then: ai1 route trust \(path)")
        #expect(library.list().first { $0.name == "review" }?.problem != nil)

        try trust.trust(path)
        #expect(try library.find("review").role.render(parameters: [:]).system == "project")
        #expect(try library.find("review").origin == .project(path: path))
        try folder.write("project/.ai1/roles/review.md", "changed")
        #expect(failure { try library.find("review") }?.code == .roleUntrusted)

        try folder.write("roles/explain.md", "---\ndescription: mine\n---\nuser")
        #expect(library.list().first { $0.name == "explain" }?.summary == "mine")
        #expect(try library.find("explain").origin == .user(path: folder.path("roles/explain.md")))
        #expect(try library.find("commit").origin == .shipped)
    }

    @Test("the project's folder is found from below, and not beyond its Git work tree")
    func projectFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/.ai1/roles/x.md", "x")
        try folder.makeFolder("a/b/c/.git")
        try folder.makeFolder("a/b/d")
        #expect(RoleLibrary.findProjectFolder(from: folder.path("a/b/d"), home: nil) == folder.path("a/.ai1/roles"))
        #expect(RoleLibrary.findProjectFolder(from: folder.path("a/b/c"), home: nil) == nil)
        #expect(RoleLibrary.findProjectFolder(from: folder.path("a/b/d"), home: folder.path("a/b")) == nil)
    }

    @Test(
        "a name cannot lead out of the folder",
        arguments: ["../x", "a/b", ".x", "", "-x", "a b", String(repeating: "x", count: 65)])
    func names(_ name: String) throws {
        #expect(failure { try library(try TemporaryFolder()).find(name) }?.code == .badName)
    }
}
