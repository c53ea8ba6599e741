package import AI1Core

/// A tool as its server describes it.
package struct ServerTool: Sendable, Hashable {
    /// Characters that a tool's name may have.
    static let longestName = 200

    /// The user's name for the server.
    package let server: String
    /// The server's name for the tool.
    package let name: String
    /// What the server says of it, as it came.
    package let description: String
    /// The JSON Schema of its arguments, as it came.
    package let schema: JSONValue

    package init(server: String, name: String, description: String, schema: JSONValue) {
        self.server = server
        self.name = name
        self.description = description
        self.schema = schema
    }

    /// One entry of a list of tools; nil when it has no name that can be used.
    init?(_ value: JSONValue, server: String) {
        guard let name = value["name"]?.string, !name.isEmpty, name.count <= Self.longestName,
            TerminalCleaner.cleanLine(name, limit: Self.longestName) == name
        else { return nil }
        self.init(
            server: server, name: name,
            description: value["description"]?.string ?? value["title"]?.string
                ?? value["annotations"]?["title"]?.string ?? "", schema: value["inputSchema"] ?? [:])
    }

    /// `server/tool`: how people see it.
    package var label: String { "\(server)/\(name)" }
}
