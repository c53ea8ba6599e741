internal import AI1Core
internal import AI1Providers
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

/// A REPL on a terminal of its own, with a person's home and a server that answers.
struct ReplScreen {
    let user: User
    let server: FaultServer
    let screen: TmuxScreen

    /// The sign behind which a line is typed.
    static let sign = "›"

    /// Types a line and presses Enter.
    func enter(_ line: String) async throws {
        try await screen.type(line)
        try await screen.send("Enter")
    }

    /// Types a line, and waits until it is dealt with: a new prompt is there.
    /// - Returns: everything from that line on
    @discardableResult
    func say(_ line: String) async throws -> [String] {
        let before = try await prompts()
        try await enter(line)
        try await screen.wait(scrollback: true) { rows in
            Self.count(rows) > before && rows.last.map(Self.isIdle) == true
        }
        return try await tail(behind: line)
    }

    /// The rows behind the last one that ends with a line that was typed.
    func tail(behind line: String) async throws -> [String] {
        let rows = try await screen.capture(scrollback: true)
        let end = String(line.suffix(12))
        let start = rows.lastIndex { $0.hasSuffix(end) } ?? rows.startIndex
        return Array(rows[start...])
    }

    /// Waits until a prompt stands there that can be typed at, with nothing under way.
    func waitForPrompt() async throws {
        try await screen.wait { $0.last.map(Self.isIdle) == true }
    }

    private func prompts() async throws -> Int { Self.count(try await screen.capture(scrollback: true)) }

    private static func count(_ rows: [String]) -> Int { rows.count { $0.contains(" \(sign)") } }

    /// The prompt names who will be asked; while something is under way it does not.
    private static func isIdle(_ row: String) -> Bool { row.hasSuffix(" \(sign)") }

    /// A request by its number, from zero.
    func request(_ number: Int, _ location: SourceLocation = #_sourceLocation) throws -> RecordedRequest {
        let requests = server.requests
        try #require(requests.indices.contains(number), sourceLocation: location)
        return requests[number]
    }

    /// What the user said in a request, by the server's own record.
    func prompt(_ request: RecordedRequest) throws -> String {
        let messages = try #require(try request.json()["messages"]?.array)
        return messages.last?["content"]?.string ?? ""
    }

    /// The roles of a request's messages.
    func roles(_ request: RecordedRequest) throws -> [String] {
        try #require(try request.json()["messages"]?.array).compactMap { $0["role"]?.string }
    }
}

/// Runs a test with a REPL in front of a server.
/// - Parameters:
///   - plan: what the server does, in the plan language
///   - plans: what it does for requests of a model
///   - settings: further lines of the settings file, before the providers
func withRepl(
    _ plan: String = "text=\"fine\"", columns: Int = 80, rows: Int = 24, settings: String = "model: big-1\n",
    environment: [String: String] = [:], windows: [String: Int] = [:],
    plans: [String: String] = [:], _ body: (ReplScreen) async throws -> Void
) async throws {
    let parsed = try plans.mapValues { try FaultPlan.parse($0) }
    try await asUser { user in
        try await withFaultServer(plan) { configuration in
            configuration.plansByModel = parsed
        } _: { server in
            try user.configure(
                settings + servers([("big", server), ("mid", server), ("small", server)], windows: windows))
            let screen = try await TmuxScreen(
                [try Program.binary()], columns: columns, rows: rows,
                environment: ["HOME": user.home.path].merging(environment) { $1 }, folder: user.home.path)
            let repl = ReplScreen(user: user, server: server, screen: screen)
            try await repl.waitForPrompt()
            try await body(repl)
        }
    }
}
