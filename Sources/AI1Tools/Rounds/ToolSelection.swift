/// Which of the declared tools a request is offered: servers, single tools, or all.
package struct ToolSelection: Sendable, Hashable {
    /// The name that stands for every declared server.
    package static let everything = "all"

    /// By server: the tools that are wanted; nil for all of them.
    private(set) var servers: [String: Set<String>?] = [:]
    /// Servers that the user named, which must work; the others may fail.
    private(set) var named: Set<String> = []

    /// - Parameters:
    ///   - names: `SERVER`, `SERVER/TOOL` or `all`
    ///   - declared: the servers that there are
    /// - Throws: `ToolError` of code `unknown`
    package init(_ names: [String], declared: [String]) throws(ToolError) {
        for name in names {
            if name == Self.everything, !declared.contains(name) {
                for server in declared { servers[server] = .some(nil) }
                continue
            }
            let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard declared.contains(parts[0]) else { throw Self.unknown(parts[0], declared) }
            named.insert(parts[0])
            if parts.count == 1 {
                servers[parts[0]] = .some(nil)
            } else if let known = servers[parts[0]] {
                servers[parts[0]] = .some(known?.union([parts[1]]))
            } else {
                servers[parts[0]] = .some([parts[1]])
            }
        }
        guard !servers.isEmpty else {
            throw ToolError(
                .unknown, "no tool server is declared", hint: "declare one under tools.servers; see docs/tools.md")
        }
    }

    private static func unknown(_ name: String, _ declared: [String]) -> ToolError {
        let known = declared.sorted().joined(separator: ", ")
        return ToolError(
            .unknown, "no tool server \(shown(name)) is declared",
            hint: known.isEmpty ? "declare it under tools.servers; see docs/tools.md" : "declared: \(known)")
    }

    /// Tools of a server that are wanted and that it does not have.
    func missing(on server: String, _ tools: [ServerTool]) -> [String] {
        guard let wanted = servers[server] ?? nil else { return [] }
        return wanted.subtracting(tools.map(\.name)).sorted()
    }

    /// Whether anything of a server is wanted.
    package func includes(server: String) -> Bool { servers[server] != nil }

    /// Whether a tool is wanted.
    func includes(_ tool: ServerTool) -> Bool {
        guard let wanted = servers[tool.server] else { return false }
        return wanted?.contains(tool.name) ?? true
    }
}

/// A name for a message.
private func shown(_ name: String) -> String { "\"\(name.prefix(60).filter { !$0.isNewline && $0.isASCII })\"" }
