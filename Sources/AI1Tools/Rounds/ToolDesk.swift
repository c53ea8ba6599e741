package import AI1Core

/// The servers that a request may use, what of them is offered, and the user's word on it. It lives as long as the servers: one
/// command, or a whole conversation.
package struct ToolDesk: Sendable {
    /// What is offered in one round.
    package struct Offer: Sendable {
        package let tools: [OfferedTool]
        /// What a person should hear of it: cleaned, one line each.
        package let notices: [String]

        /// The tool of a name that a model was given.
        func tool(_ name: String) -> ServerTool? { tools.first { $0.offer.name == name }?.tool }
    }

    package let limits: ToolLimits
    private let servers: [ToolServer]
    private let selection: ToolSelection
    let policy: ToolPolicy
    let consent: ToolConsent
    let approvals: ToolApprovals
    let clock: any WallClock

    /// - Parameter servers: every declared one; only those of the selection are started
    package init(
        servers: [ToolServer], selection: ToolSelection, policy: ToolPolicy, consent: ToolConsent,
        approvals: ToolApprovals, limits: ToolLimits, clock: any WallClock
    ) {
        self.servers = servers.filter { selection.servers[$0.declaration.name] != nil }
        self.selection = selection
        self.policy = policy
        self.consent = consent
        self.approvals = approvals
        self.limits = limits
        self.clock = clock
    }

    /// What can be offered now: servers are started when they are not, and asked again when their tools may have changed.
    /// - Throws: `ToolError` when a server that was named fails, or nothing is left; `CancellationError`
    package func offer() async throws -> Offer {
        var notices: [String] = []
        var tools: [ServerTool] = []
        for (server, outcome) in await listings() {
            let name = server.declaration.name
            switch outcome {
            case .success(let listed):
                try requireSelected(of: name, listed)
                if listed.count == limits.toolsPerServer {
                    notices.append("tool server \(name): no more than \(limits.toolsPerServer) tools are taken")
                }
                tools += listed.filter { isSelected($0) && rule(for: $0) != .deny }
            case .failure(let error as ToolError) where !isNamed(name): notices.append(error.message)
            case .failure(let error): throw error
            }
        }
        let (offered, left) = OfferedTool.offers(for: tools, limits)
        guard !offered.isEmpty else {
            throw ToolError(
                .unknown, (notices + left).first ?? "no tool can be offered",
                hint: "ai1 dev tools lists the tools and what the policy says of each")
        }
        return Offer(tools: offered, notices: notices + left)
    }

    /// Ends every server.
    package func stop() async {
        await withTaskGroup(of: Void.self) { group in
            for server in servers { group.addTask { await server.stop() } }
        }
    }

    /// Whether the user asked for the tool.
    func isSelected(_ tool: ServerTool) -> Bool { selection.includes(tool) }

    /// Whether the user named the server, so that it must work.
    func isNamed(_ server: String) -> Bool { selection.named.contains(server) }

    /// - Throws: `ToolError` when the user named a tool that the server does not have
    func requireSelected(of server: String, _ tools: [ServerTool]) throws {
        guard let missing = selection.missing(on: server, tools).first else { return }
        throw ToolError(
            .unknown, "tool server \(server) has no tool \(TerminalCleaner.cleanLine(missing, limit: 80))",
            hint: "it has: \(tools.map(\.name).sorted().prefix(20).joined(separator: ", "))")
    }

    func rule(for tool: ServerTool) -> ToolRule { policy.rule(server: tool.server, tool: tool.name) }

    func server(of tool: ServerTool) -> ToolServer? { servers.first { $0.declaration.name == tool.server } }

    /// What came of asking one server for its tools.
    private struct Listing: Sendable {
        let server: ToolServer
        let outcome: Result<[ServerTool], any Error>
    }

    /// The tools of every server, in the servers' order. They start at the same time.
    func listings() async -> [(ToolServer, Result<[ServerTool], any Error>)] {
        await withTaskGroup(of: Listing.self) { group in
            for server in servers {
                group.addTask { Listing(server: server, outcome: await Self.outcome(of: server)) }
            }
            var outcomes: [String: Result<[ServerTool], any Error>] = [:]
            for await listing in group { outcomes[listing.server.declaration.name] = listing.outcome }
            return servers.compactMap { server in outcomes[server.declaration.name].map { (server, $0) } }
        }
    }

    /// A function of its own: an optimised build lost what stood beside a result that was made in the task's own closure.
    private static func outcome(of server: ToolServer) async -> Result<[ServerTool], any Error> {
        do { return .success(try await server.tools()) } catch { return .failure(error) }
    }
}
