package import AI1Core
package import AI1Providers
package import AI1Sandbox

/// A sandbox server for one test: started with a plan, stopped when it goes out of use. Keeps the newest requests.
package final class FaultServer: Sendable {
    /// The server itself, for statistics and requests.
    package let server: SandboxServer
    package let port: UInt16

    /// Starts a server whose requests all meet `plan`.
    /// - Throws: `SandboxError`
    package convenience init(_ plan: FaultPlan = FaultPlan()) throws {
        try self.init(configuration: SandboxServerConfiguration(plan: plan))
    }

    /// Starts a server with a plan in the plan language: `FaultServer("429,retry-after=30")`.
    /// - Throws: `SandboxError`
    package convenience init(_ plan: String) throws { try self.init(FaultPlan.parse(plan)) }

    /// Starts a server; the newest 1,024 requests are kept unless the configuration says otherwise.
    /// - Throws: `SandboxError`
    package init(configuration: SandboxServerConfiguration) throws {
        var configuration = configuration
        if configuration.recordedRequests == 0 { configuration.recordedRequests = 1_024 }
        server = SandboxServer(configuration: configuration)
        port = try server.start()
    }

    deinit { server.stop() }

    /// Ends every exchange and every thread.
    package func stop() { server.stop() }

    package var statistics: SandboxStatistics { server.statistics }

    /// The requests so far, oldest first.
    package var requests: [RecordedRequest] { server.recordedRequests }

    /// `http://127.0.0.1:PORT`.
    package var origin: String { "http://127.0.0.1:\(port)" }

    /// The base URL that a dialect expects in its endpoint.
    /// - Parameter prefix: a path before it (`/down`), for the configuration's `plansByPath`
    package func baseURL(_ dialect: DialectName, prefix: String = "") -> String {
        switch dialect {
        case .openAIChat, .openAIResponses: "\(origin)\(prefix)/v1"
        case .google: "\(origin)\(prefix)/v1beta"
        case .anthropic, .ollama, .ai1net: "\(origin)\(prefix)"
        case .sandbox: "sandbox:"
        }
    }

    /// A target at this server that can be called at once.
    /// - Parameters:
    ///   - provider: the provider's name in the target's
    ///   - key: the key to send; nil for none
    package func target(
        _ dialect: DialectName, provider: String = "test", model: String = "fast", key: String? = "test-key",
        prefix: String = "", quirks: ProviderQuirks = ProviderQuirks(), prices: PriceTable = .free
    ) -> Target {
        let row = ModelRow(
            name: TargetName(provider: provider, model: model), title: model, family: model, dialect: dialect,
            contextTokens: 128_000, maxOutputTokens: 8_192, prices: prices,
            capabilities: Capabilities(imageInput: true, tools: true, schema: true, reasoning: true))
        return Target(
            row: row,
            endpoint: Endpoint(
                provider: provider, baseURL: baseURL(dialect, prefix: prefix),
                key: key.map { Secret($0, fingerprint: "fingerprint of \($0)") }, quirks: quirks))
    }

    /// Waits until the statistics are as they should be.
    /// - Returns: false when that has not come within the time
    package func waits(
        seconds: Int = 10, until condition: @Sendable (SandboxStatistics) -> Bool
    ) async throws -> Bool {
        try await Eventually.holds(seconds: seconds) { condition(server.statistics) }
    }
}

/// Runs a test with a server and stops it afterwards.
package func withFaultServer<Value>(
    _ plan: String = "", configure: (inout SandboxServerConfiguration) -> Void = { _ in },
    _ body: (FaultServer) async throws -> Value
) async throws -> Value {
    var configuration = SandboxServerConfiguration(plan: try FaultPlan.parse(plan))
    configure(&configuration)
    let server = try FaultServer(configuration: configuration)
    defer { server.stop() }
    return try await body(server)
}
