package import AI1Core
internal import AI1Settings
package import ArgumentParser

/// `ai1 route add`: a provider's key, a server of one's own, or the servers on this machine.
package struct RouteAddCommand: ContextCommand, VerboseCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a provider: its key, its address, or both.",
        discussion: """
            The key is asked for without echo, or read from standard input, or printed by a command each time it is \
            needed; it is checked by one cheap call. It is never an argument. The name 'local' finds servers on this \
            machine. A provider that only a synced catalogue names is shown with the address and the variable that the \
            catalogue gives for it, and added when you agree.

            Examples:
              ai1 route add openai
              pass show anthropic | ai1 route add anthropic
              ai1 route add groq --key-command 'pass show groq'
              ai1 route add mylab --base-url https://llm.example.org/v1 --model llama-3.3-70b \
              ai1 route add local
            """)

    @Argument(
        help: "The provider's name, a new name with --base-url, or 'local'.",
        completion: .shellCommand("ai1 route providers --names 2>/dev/null"))
    package var name: String

    @Option(name: .customLong("base-url"), help: "The API's address, for a server of your own.")
    package var baseURL: String?

    @Option(help: "Its protocol: openai, openai-responses, anthropic, google, ollama or ai1net.")
    package var dialect: DialectName?

    @Option(name: .customLong("key-command"), help: "A shell command that prints the key.")
    package var keyCommand: String?

    @Option(name: .customLong("model"), help: "A model that it serves. May be repeated.")
    package var models: [String] = []

    @Flag(name: .customLong("no-key"), help: "It needs no key.")
    package var noKey = false

    @Flag(name: .customLong("no-check"), help: "Store the key without trying it.")
    package var noCheck = false

    @Flag(help: "Agree to the address and the variable that a synced catalogue names.")
    package var yes = false

    @Flag(name: .shortAndLong, help: "Show causes.")
    package var verbose = false

    var isVerbose: Bool { verbose }

    package init() {}

    package func validate() throws {
        if noKey && keyCommand != nil { throw ValidationError("--no-key and --key-command exclude each other") }
        if dialect == .sandbox { throw ValidationError("the sandbox needs no adding: -m sandbox") }
        let isName =
            !name.isEmpty
            && name.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
            }
        if !isName { throw ValidationError("a provider's name has small letters, digits, '-', '_' and '.'") }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let adding = ProviderAddition(command: self, live: live, context: context)
        if name == "local" { try await adding.addLocal() } else { try await adding.addProvider() }
    }
}

extension DialectName: ExpressibleByArgument {}
