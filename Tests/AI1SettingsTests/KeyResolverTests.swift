import AI1Core
import AI1Process
import AI1Settings
import Testing

@Suite("Finding a key")
struct KeyResolverTests {
    let row = ProviderRow(
        id: "openai", title: "OpenAI", dialect: .openAIChat, baseURL: "https://api.openai.com/v1",
        keyVariables: ["OPENAI_API_KEY", "OPENAI_KEY"])

    @Test("The environment comes first, then the command, then the file, then the store")
    func order() async throws {
        let scratch = Scratch()
        scratch.write("filekey\n", to: "home/config/openai.key")
        scratch.write("openai: storekey\n", to: "home/config/keys.yaml")
        let runner = ScriptedRunner(results: [
            "pass show openai": CommandResult(end: .exited(code: 0), output: Array("commandkey\n".utf8))
        ])
        let all = "key_command: pass show openai\n    key_file: openai.key"

        func key(_ environment: [String: String], _ provider: String?) async throws -> ResolvedKey? {
            let settings = try provider.flatMap { try self.settings(scratch, $0) }
            return try await KeyResolver(environment: environment, paths: scratch.paths, runner: runner)
                .resolve(row, settings: settings)
        }
        var found = try await key(["OPENAI_KEY": "second", "OPENAI_API_KEY": ""], all)
        #expect(found?.secret.reveal() == "second")
        #expect(found?.source.description == "environment variable OPENAI_KEY")
        found = try await key([:], all)
        #expect(found?.secret.reveal() == "commandkey")
        #expect(found?.source.description == "key command")
        found = try await key([:], "key_file: openai.key")
        #expect(found?.secret.reveal() == "filekey")
        #expect(found?.source == .file(path: scratch.file("home/config/openai.key")))
        found = try await key([:], nil)
        #expect(found?.secret.reveal() == "storekey")
        #expect(found?.source.description == "key store")
        found = try await key(["OPENAI_API_KEY": "usual", "WORK": "own"], "key_env: WORK")
        #expect(found?.secret.reveal() == "own")
        found = try await key(["OPENAI_API_KEY": "usual"], "key_env: WORK")
        #expect(found?.source == .store)
    }

    @Test("No key is nil, and there is something to do about it")
    func none() async throws {
        let resolver = KeyResolver(environment: [:], paths: Scratch().paths, runner: ScriptedRunner())
        #expect(try await resolver.resolve(row) == nil)
        #expect(resolver.remedy(row) == "export OPENAI_API_KEY, or run: ai1 route add openai")
    }

    @Test("Looking where a key would come from runs nothing")
    func cheap() throws {
        let scratch = Scratch()
        let settings = try self.settings(scratch, "key_command: touch \(scratch.file("ran"))")
        let resolver = KeyResolver(environment: [:], paths: scratch.paths, runner: ProcessRunner(environment: [:]))
        #expect(try resolver.source(row, settings: settings) == .command)
        #expect(scratch.names(in: ".") == ["home"])
    }

    @Test("A store that others can read stops only those who need it")
    func unsafeStore() async throws {
        let scratch = Scratch()
        scratch.write("openai: sk\n", to: "home/config/keys.yaml", mode: 0o644)
        let needs = KeyResolver(environment: [:], paths: scratch.paths, runner: ScriptedRunner())
        await #expect(throws: SettingsError.self) { try await needs.resolve(row) }
        let does = KeyResolver(environment: ["OPENAI_API_KEY": "k"], paths: scratch.paths, runner: ScriptedRunner())
        #expect(try await does.resolve(row)?.secret.reveal() == "k")
    }

    @Test("A key file must exist and be private")
    func keyFile() async throws {
        let scratch = Scratch()
        let settings = try self.settings(scratch, "key_file: ~/k")
        let resolver = KeyResolver(environment: [:], paths: scratch.paths, runner: ScriptedRunner())
        var error = await failure { try await resolver.resolve(row, settings: settings) }
        #expect(error?.message == "key file \(scratch.file("k")) of openai does not exist")
        scratch.write("sk", to: "k", mode: 0o644)
        error = await failure { try await resolver.resolve(row, settings: settings) }
        #expect(error?.hint == "chmod 600 \(scratch.file("k"))")
        #expect(error?.kind == .keyRefused)
        scratch.write("sk-secret\nmore\n", to: "k")
        error = await failure { try await resolver.resolve(row, settings: settings) }
        #expect(error?.message == "the key from key file \(scratch.file("k")) holds a line break")
    }

    @Test(
        "A failed key command is told by its exit code and never by its output",
        arguments: [
            ("echo secret; echo secret >&2; exit 3", "the key command of openai failed with exit code 3"),
            ("nosuchprogram-ai1", "the key command of openai failed with exit code 127"),
            ("kill -9 $$", "the key command of openai was ended by signal 9"),
            ("true", "the key from the key command of openai is empty"),
            ("yes secret", "the key command of openai failed: more than 64 KiB of output, killed"),
        ])
    func failedCommand(line: String, message: String) async throws {
        let scratch = Scratch()
        let settings = try self.settings(scratch, "key_command: \"\(line)\"")
        let runner = ProcessRunner(environment: [:])
        let resolver = KeyResolver(environment: [:], paths: scratch.paths, runner: runner)
        let error = await failure { try await resolver.resolve(row, settings: settings) }
        #expect(error?.message == message)
        #expect(error?.kind == .keyRefused)
        #expect(error.map { "\($0)".contains("secret") } == false)
    }

    @Test("A key command that the user interrupts ends ai1 as an interrupt does")
    func interrupted() async throws {
        let scratch = Scratch()
        let settings = try self.settings(scratch, "key_command: ask")
        let runner = ScriptedRunner(results: ["ask": CommandResult(end: .signalled(number: 2), output: [])])
        let resolver = KeyResolver(environment: [:], paths: scratch.paths, runner: runner)
        let error = await failure { try await resolver.resolve(row, settings: settings) }
        #expect(error?.kind == .interrupted)
    }

    @Test("A key command sees no provider's key")
    func commandEnvironment() async throws {
        let scratch = Scratch()
        let settings = try self.settings(scratch, "key_command: echo \"x${ANTHROPIC_API_KEY}y\"")
        let runner = ProcessRunner(environment: ["ANTHROPIC_API_KEY": "leak", "PATH": "/usr/bin:/bin"])
        let resolver = KeyResolver(environment: [:], paths: scratch.paths, runner: runner)
        #expect(try await resolver.resolve(row, settings: settings)?.secret.reveal() == "xy")
    }

    private func settings(_ scratch: Scratch, _ lines: String) throws -> ProviderSettings? {
        scratch.write("providers:\n  openai:\n    \(lines)\n", to: "home/config/config.yaml")
        let paths = scratch.paths
        return try SettingsLoader(
            paths: paths, environment: [:], workingFolder: scratch.path, trust: TrustStore(file: paths.trustFile)
        ).load().providers["openai"]
    }

    private func failure<Value>(of body: () async throws -> Value) async -> SettingsError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? SettingsError
        }
    }
}
