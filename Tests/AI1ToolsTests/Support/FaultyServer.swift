import AI1Core
import AI1Process
import AI1TestSupport
import AI1Tools
import Foundation

/// The misbehaving server of Tests/Support, and the parts to talk to it.
enum FaultyServer {
    static let script =
        String(#filePath.prefix(upTo: #filePath.range(of: "AI1ToolsTests/")!.lowerBound))
        + "Support/mcp_server.py"

    static func declaration(
        _ mode: String = "good", name: String = "test", variables: [String: String] = [:]
    ) -> ServerDeclaration {
        ServerDeclaration(
            name: name,
            program: ChildProgram(executable: "python3", arguments: ["-B", script, mode], variables: variables),
            declaredVariables: variables)
    }

    /// A server of which nothing is bounded by time but what the clock says.
    static func server(
        _ mode: String = "good", name: String = "test", variables: [String: String] = [:],
        limits: ToolLimits = ToolLimits(), clock: any WallClock = TestClock(sleeping: .waits)
    ) -> ToolServer {
        ToolServer(
            declaration(mode, name: name, variables: variables),
            environment: [
                "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nowhere", "OPENAI_API_KEY": "leak", "LANG": "C.UTF-8",
            ], version: "0", limits: limits, clock: clock)
    }
}

extension ToolServer {
    /// Calls one of its tools by name.
    func call(_ name: String, _ arguments: JSONValue = [:]) async throws -> JSONValue {
        guard let tool = try await tools().first(where: { $0.name == name }) else {
            throw ToolError(.unknown, "no \(name)")
        }
        return try await call(tool, arguments)
    }
}

extension JSONValue {
    /// The first text of a call's result.
    var firstText: String? { self["content"]?[0]?["text"]?.string }
}
