internal import AI1Core
internal import AI1Providers
internal import AI1Sandbox
package import ArgumentParser

/// `ai1 dev sandbox`: the sandbox as a server on loopback.
package struct DevSandboxCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Serve simulated models on loopback, with faults on demand.",
        discussion: """
            Speaks the dialects of OpenAI (chat completions, responses), Anthropic, Google, Ollama and AI1NET until it is \
            interrupted.

            Words for --fault, separated by commas:
            \(FaultPlan.options.map { "  \($0.name)\($0.value.isEmpty ? "" : "=\($0.value)"): \($0.meaning)" }.joined(separator: "\n"))

            Examples:
              ai1 dev sandbox --port 8080
              ai1 dev sandbox --fault 429,retry-after=30,times=2
              OPENAI_BASE_URL=http://127.0.0.1:8080/v1 OPENAI_API_KEY=x ai1 ask -m gpt hello
            """)

    @Option(help: "The port; 0 takes a free one.")
    package var port: UInt16 = 0

    @Option(help: "What should go wrong, such as 429,retry-after=30 or delay=2000,cut=100.")
    package var fault: String?

    @Option(name: .customLong("require-key"), help: "Refuse requests that do not carry this test key.")
    package var requireKey: String?

    @Flag(help: "Answer at the speed that the simulated models claim, not at once.")
    package var realtime = false

    @Flag(help: "Prepare large answers once, so that the server is never the bottleneck of a measurement.")
    package var prerender = false

    package init() {}

    package func run(_ context: CommandContext) async throws {
        var configuration = SandboxServerConfiguration()
        configuration.port = port
        if let fault { configuration.plan = try FaultPlan.parse(fault) }
        configuration.requiredKey = requireKey
        configuration.simulatesLatency = realtime
        configuration.prerendered = prerender
        let server = SandboxServer(configuration: configuration)
        let base = "http://127.0.0.1:\(try server.start())"
        defer { server.stop() }
        try context.output.line("listening on \(base)")
        for (name, path) in [
            ("OPENAI_BASE_URL", "/v1"), ("ANTHROPIC_BASE_URL", ""), ("GOOGLE_GEMINI_BASE_URL", "/v1beta"),
            ("OLLAMA_HOST", ""), ("AI1NET_BASE_URL", ""),
        ] {
            try context.output.line("export \(name)=\(base)\(path)")
        }
        do {
            while true { try await context.clock.sleep(milliseconds: 3_600_000) }
        } catch is CancellationError {
            let statistics = server.statistics
            try? context.errors.line(
                "\(statistics.requests) requests, \(statistics.completed) completed, \(statistics.aborted) aborted")
        }
    }
}
