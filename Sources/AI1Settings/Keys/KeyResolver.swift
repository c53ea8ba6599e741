package import AI1Core

/// Finds a provider's key: environment, then key command, then key file, then ai1's store.
package struct KeyResolver: Sendable {
    /// How long a key command may take without and with a user to answer its questions.
    static let commandMilliseconds: Int64 = 10_000
    static let interactiveCommandMilliseconds: Int64 = 60_000

    /// SIGINT: with the terminal lent to it, the command gets the user's Ctrl-C in ai1's place.
    private static let interrupt: Int32 = 2

    private let environment: [String: String]
    private let paths: Paths
    private let runner: any CommandRunner
    private let isInteractive: Bool
    /// Read once; its failure matters only to a provider whose key would come from there.
    private let stored: Result<[String: Secret], SettingsError>

    /// - Parameters:
    ///   - environment: the process's environment
    ///   - paths: where the key store is, and what `~/` in a key file's path means
    ///   - runner: runs key commands
    ///   - isInteractive: whether a key command may ask the user on the terminal
    package init(
        environment: [String: String], paths: Paths, runner: any CommandRunner, isInteractive: Bool = false
    ) {
        self.environment = environment
        self.paths = paths
        self.runner = runner
        self.isInteractive = isInteractive
        stored = Result { () throws(SettingsError) in try KeyStore(file: paths.keysFile).keys() }
    }

    /// The key of a provider; nil when there is none.
    /// - Throws: `SettingsError` of code `keyUnusable` or `keyFileUnsafe` and what reading throws; `CancellationError`
    package func resolve(_ provider: ProviderRow, settings: ProviderSettings? = nil) async throws -> ResolvedKey? {
        guard let source = try source(provider, settings: settings) else { return nil }
        let place = source.description
        switch source {
        case .variable(let name):
            return ResolvedKey(secret: try Secret(checking: environment[name] ?? "", from: place), source: source)
        case .command:
            let output = try await runCommand(settings?.keyCommand?.value ?? "", of: provider.id)
            let secret = try Secret(checking: output, from: "the key command of \(provider.id)")
            return ResolvedKey(secret: secret, source: source)
        case .file(let path):
            guard let bytes = try PrivateFile.read(path, role: "key file", limitBytes: 2 * Secret.maximumBytes) else {
                throw SettingsError(
                    .keyUnusable, "key file \(Display.path(path)) of \(provider.id) does not exist",
                    hint: "make it, or change key_file in \(settings?.keyFile?.origin.description ?? "the settings")")
            }
            let text = String(decoding: bytes, as: UTF8.self)
            return ResolvedKey(secret: try Secret(checking: text, from: place), source: source)
        case .store:
            return try stored.get()[provider.id].map { ResolvedKey(secret: $0, source: source) }
        }
    }

    /// Every key of a provider that this process can know without running a command: all its variables, the key file,
    /// the store. What cannot be read is left out.
    package func known(_ provider: ProviderRow, settings: ProviderSettings? = nil) -> [Secret] {
        let names = provider.keyVariables + (settings?.keyVariable.map { [$0.value] } ?? [])
        var keys = names.compactMap { environment[$0] }
        if let file = settings?.keyFile,
            let bytes = try? PrivateFile.read(place(of: file), role: "key file", limitBytes: 2 * Secret.maximumBytes)
        {
            keys.append(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
        }
        if let key = try? stored.get()[provider.id] { keys.append(key.reveal()) }
        return keys.map { Secret($0, fingerprint: "") }
    }

    /// Where a provider's key would come from; nil when there is none. Runs no command and reads no key file.
    /// - Throws: `SettingsError` when the answer depends on a key store that cannot be used
    package func source(_ provider: ProviderRow, settings: ProviderSettings? = nil) throws(SettingsError) -> KeySource?
    {
        let variables = settings?.keyVariable.map { [$0.value] } ?? provider.keyVariables
        if let name = variables.first(where: { environment[$0]?.isEmpty == false }) { return .variable(name) }
        if settings?.keyCommand != nil { return .command }
        if let file = settings?.keyFile { return .file(path: place(of: file)) }
        return try stored.get()[provider.id] == nil ? nil : .store
    }

    /// What the user can do when a provider has no key: `export OPENAI_API_KEY, or run: ai1 route add openai`.
    package func remedy(_ provider: ProviderRow, settings: ProviderSettings? = nil) -> String {
        let name = settings?.keyVariable?.value ?? provider.keyVariables.first
        let add = "run: ai1 route add \(provider.id)"
        return name.map { "export \($0), or \(add)" } ?? add
    }

    private func place(of file: Sourced<String>) -> String {
        if case .file(let settingsFile, _) = file.origin {
            return paths.expand(file.value, from: Paths.parent(of: settingsFile))
        }
        return paths.expand(file.value, from: paths.config)
    }

    private func runCommand(_ line: String, of provider: String) async throws -> String {
        let command = ShellCommand(
            line: line,
            timeoutMilliseconds: isInteractive ? Self.interactiveCommandMilliseconds : Self.commandMilliseconds,
            outputLimitBytes: 64 << 10, isInteractive: isInteractive)
        let result: CommandResult
        do {
            result = try await runner.run(command)
        } catch let error as any AI1Error {
            throw SettingsError(
                .keyUnusable, "the key command of \(provider) failed: \(error.message)", hint: error.hint,
                underlying: error.underlying)
        }
        switch result.end {
        case .exited(code: 0): return String(decoding: result.output, as: UTF8.self)
        case .exited(let code):
            throw SettingsError(
                .keyUnusable, "the key command of \(provider) failed with exit code \(code)",
                hint: code == 127
                    ? "the shell did not find the program; name it with its folder" : "run it by hand to see why")
        case .signalled(Self.interrupt):
            throw SettingsError(.interrupted, "the key command of \(provider) was interrupted")
        case .signalled(let number):
            throw SettingsError(
                .keyUnusable, "the key command of \(provider) was ended by signal \(number)",
                hint: "run it by hand to see why")
        }
    }
}
