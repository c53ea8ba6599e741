internal import AI1Core
internal import AI1TestSupport

/// A person with a home of their own. Nothing of the environment of the tests reaches the programs that they start.
struct User: Sendable {
    let home: TemporaryFolder
    /// Beside `HOME` and `PATH`.
    var environment: [String: String] = [:]

    init() throws { home = try TemporaryFolder() }

    /// The same person with further variables.
    func with(_ variables: [String: String]) -> User {
        var user = self
        user.environment.merge(variables) { _, new in new }
        return user
    }

    private var whole: [String: String] {
        ["HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin"].merging(environment) { _, new in new }
    }

    /// Runs `ai1` to its end.
    func ai1(
        _ arguments: String..., input: ProgramOptions.Input = .none,
        configure: (inout ProgramOptions) -> Void = { _ in }
    ) async throws -> ProgramResult {
        try await ai1(arguments, input: input, configure: configure)
    }

    /// Runs `ai1` to its end.
    func ai1(
        _ arguments: [String], input: ProgramOptions.Input = .none, configure: (inout ProgramOptions) -> Void = { _ in }
    ) async throws -> ProgramResult {
        try await Program.run(arguments, environment: whole, input: input) { self.prepare(&$0, configure) }
    }

    /// Starts `ai1` and leaves it running.
    func start(
        _ arguments: [String], input: ProgramOptions.Input = .none, configure: (inout ProgramOptions) -> Void = { _ in }
    ) throws -> RunningProgram {
        try Program.start(arguments, environment: whole, input: input) { self.prepare(&$0, configure) }
    }

    /// Starts `ai1` and leaves it running.
    func start(
        _ arguments: String..., input: ProgramOptions.Input = .none,
        configure: (inout ProgramOptions) -> Void = { _ in }
    ) throws -> RunningProgram {
        try Program.start(arguments, environment: whole, input: input) { self.prepare(&$0, configure) }
    }

    /// Runs a line of shell in which `$AI1` is the program.
    func shell(_ line: String, configure: (inout ProgramOptions) -> Void = { _ in }) async throws -> ProgramResult {
        var options = ProgramOptions(environment: whole.merging(["AI1": try Program.binary()]) { _, new in new })
        prepare(&options, configure)
        return try await Program.run(path: "/bin/sh", ["-c", line], options: options)
    }

    /// Starts a line of shell in which `$AI1` is the program, and leaves it running.
    func startShell(_ line: String, configure: (inout ProgramOptions) -> Void = { _ in }) throws -> RunningProgram {
        var options = ProgramOptions(environment: whole.merging(["AI1": try Program.binary()]) { _, new in new })
        prepare(&options, configure)
        return try Program.start(path: "/bin/sh", ["-c", line], options: options)
    }

    /// Starts an interactive shell with job control, in which `$AI1` is the program.
    func startInteractiveShell(configure: (inout ProgramOptions) -> Void = { _ in }) throws -> RunningProgram {
        var options = ProgramOptions(environment: whole.merging(["AI1": try Program.binary()]) { _, new in new })
        prepare(&options, configure)
        return try Program.start(path: "/bin/bash", ["--norc", "--noprofile", "-i"], options: options)
    }

    private func prepare(_ options: inout ProgramOptions, _ configure: (inout ProgramOptions) -> Void) {
        options.folder = home.path
        // Only ever reached by a program that hangs.
        options.timeoutSeconds = 120
        configure(&options)
    }

    /// Writes the settings of this person.
    func configure(_ yaml: String) throws { try home.write(".config/ai1/config.yaml", yaml) }

    /// Every file in the home folder.
    var files: [String] { home.names }
}

/// The last lines of a settings file: servers without a key, each with one model of the same name as its provider.
/// - Parameter windows: the models' windows in tokens, by name; very large ones for the rest
func servers(
    _ servers: [(name: String, server: FaultServer)], dialect: DialectName = .openAIChat, windows: [String: Int] = [:]
) -> String {
    var text = "providers:\n"
    for (name, server) in servers {
        text += """
              \(name):
                base_url: \(server.baseURL(dialect))
                dialect: \(dialect.rawValue)
                models:
                  - id: \(name)-1
                    context: \(windows[name] ?? 100_000_000)
                    max_output: 50000000
                    input_price: 1
                    output_price: 2

            """
    }
    return text
}
