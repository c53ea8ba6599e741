package import AI1Core

/// The user's rules by tool: `server/tool`, `server/*`, `*/*`; the more exact one counts. Without one it is `ask`.
package struct ToolPolicy: Sendable, Hashable {
    private let rules: [String: ToolRule]

    package init(_ rules: [String: ToolRule] = [:]) { self.rules = rules }

    /// The rule for a tool.
    package func rule(server: String, tool: String) -> ToolRule {
        rules["\(server)/\(tool)"] ?? rules["\(server)/*"] ?? rules["*/*"] ?? .ask
    }
}
