package import AI1Core
internal import AI1Process

/// One server of tools over its lives: started when it is needed first, started again a few times when it has ended, and asked
/// for its tools again when they may have changed.
package actor ToolServer {
    /// The user's declaration.
    package nonisolated let declaration: ServerDeclaration

    private let limits: ToolLimits
    private let environment: [String: String]
    private let version: String
    private let clock: any WallClock
    private var connection: ToolConnection?
    private var opening: Task<ToolConnection, any Error>?
    private var starts = 0
    private var listed: [ServerTool]?
    private var isStopped = false

    /// - Parameters:
    ///   - environment: this process's environment
    ///   - version: ai1's own, which the server is told
    package init(
        _ declaration: ServerDeclaration, environment: [String: String], version: String,
        limits: ToolLimits = ToolLimits(), clock: any WallClock
    ) {
        self.declaration = declaration
        self.environment = environment
        self.version = version
        self.limits = limits
        self.clock = clock
    }

    /// Its tools as they are now.
    /// - Throws: `ToolError`; `CancellationError`
    package func tools() async throws -> [ServerTool] {
        do {
            let connection = try await live()
            if connection.takeToolsChanged() { listed = nil }
            if let listed { return listed }
            let tools = try await list(connection)
            listed = tools
            return tools
        } catch let error as ToolError {
            throw named(error)
        }
    }

    /// Calls a tool, if it is still the one that was offered.
    /// - Returns: the result of `tools/call`
    /// - Throws: `ToolError`; `CancellationError`
    package func call(_ tool: ServerTool, _ arguments: JSONValue) async throws -> JSONValue {
        let now = try await tools()
        guard now.contains(tool) else {
            throw named(ToolError(.changed, "the tool \(tool.name) is no longer what it was when it was offered"))
        }
        do {
            return try await live().request(
                "tools/call", ["name": .string(tool.name), "arguments": arguments],
                milliseconds: declaration.timeoutMilliseconds ?? limits.callMilliseconds)
        } catch let error as ToolError {
            throw named(error)
        }
    }

    /// Ends it for good, and returns when it is gone.
    package func stop() async {
        isStopped = true
        opening?.cancel()
        if let opened = try? await opening?.value { await opened.close() }
        await connection?.close()
    }

    /// The last of what it printed on standard error, cleaned for a terminal.
    package var errorTail: String { connection?.errorTail ?? "" }

    /// The life that it has now, or a new one.
    private func live() async throws -> ToolConnection {
        if let connection, connection.isAlive { return connection }
        guard !isStopped else { throw ToolError(.died, "it was ended") }
        if let opening { return try await opening.value }
        guard starts <= limits.restarts else {
            throw ToolError(
                .died, "it has ended \(starts) times and is not started again", hint: "run it by hand to see why")
        }
        starts += 1
        // What the new life can do is to be asked anew.
        listed = nil
        let (declaration, environment, version, limits, clock) = (declaration, environment, version, limits, clock)
        let task = Task {
            try await ToolConnection.open(
                declaration, environment: environment, version: version, limits, clock)
        }
        opening = task
        defer { opening = nil }
        let old = connection
        await old?.close()
        let opened = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        connection = opened
        return opened
    }

    private func list(_ connection: ToolConnection) async throws -> [ServerTool] {
        guard connection.hasTools else { return [] }
        var tools: [ServerTool] = []
        var names: Set<String> = []
        var cursor: String?
        for _ in 0..<limits.pages {
            let params: JSONValue? = cursor.map { ["cursor": .string($0)] }
            let page = try await connection.request("tools/list", params, milliseconds: limits.startMilliseconds)
            guard let entries = page["tools"]?.array else {
                throw ToolError(.protocolBroken, "its list of tools is none")
            }
            for entry in entries {
                guard let tool = ServerTool(entry, server: declaration.name), names.insert(tool.name).inserted else {
                    continue
                }
                guard tools.count < limits.toolsPerServer else { return tools }
                tools.append(tool)
            }
            guard let next = page["nextCursor"]?.string, !next.isEmpty, next != cursor else { return tools }
            cursor = next
        }
        throw ToolError(.protocolBroken, "its list of tools has more than \(limits.pages) pages")
    }

    private func named(_ error: ToolError) -> ToolError {
        let prefix = "tool server \(declaration.name): "
        guard !error.message.hasPrefix(prefix) else { return error }
        return ToolError(error.code, prefix + error.message, hint: error.hint, underlying: error.underlying)
    }
}
