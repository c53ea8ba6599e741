import AI1Core
import AI1Process
import AI1Tools
import Testing

@Suite("Policy of tools")
struct PolicyTests {
    @Test("The more exact rule counts; without one it is ask")
    func rules() {
        let policy = ToolPolicy(["time/*": .allow, "time/set": .deny, "*/*": .deny])
        #expect(policy.rule(server: "time", tool: "get") == .allow)
        #expect(policy.rule(server: "time", tool: "set") == .deny)
        #expect(policy.rule(server: "other", tool: "set") == .deny)
        #expect(ToolPolicy().rule(server: "a", tool: "b") == .ask)
    }

    private let tool = ServerTool(
        server: "s", name: "t", description: "d", schema: ["a": 1, "b": ["c": [1, ["d": true, "e": false]]]])
    private let declaration = ServerDeclaration(
        name: "s", program: ChildProgram(executable: "x", arguments: ["1"], variables: ["A": "secret"]),
        declaredVariables: ["A": "${A}"])

    @Test("An identity is the same whatever the order of members, and holds no secret")
    func same() {
        let turned = ServerTool(
            server: "s", name: "t", description: "d", schema: ["b": ["c": [1, ["e": false, "d": true]]], "a": 1])
        let octets = ToolIdentity.octets(of: tool, declaration)
        #expect(octets == ToolIdentity.octets(of: turned, declaration))
        #expect(!String(decoding: octets, as: UTF8.self).contains("secret"))
        var other = declaration
        other.program.variables = ["A": "rotated"]
        #expect(octets == ToolIdentity.octets(of: tool, other))
    }

    @Test("Another command, variable, name, description or schema is another tool")
    func different() {
        var identities: Set<[UInt8]> = [ToolIdentity.octets(of: tool, declaration)]
        func add(_ tool: ServerTool, _ change: (inout ServerDeclaration) -> Void = { _ in }) {
            var changed = declaration
            change(&changed)
            identities.insert(ToolIdentity.octets(of: tool, changed))
        }
        add(tool) { $0.program.executable = "y" }
        add(tool) { $0.program.arguments = ["1", ""] }
        add(tool) { $0.program.arguments = [] }
        add(tool) { $0.declaredVariables = [:] }
        add(tool) { $0.declaredVariables = ["A": "${A}", "LD_PRELOAD": "/x.so"] }
        add(ServerTool(server: "s", name: "u", description: "d", schema: tool.schema))
        add(ServerTool(server: "s", name: "t", description: "D", schema: tool.schema))
        add(ServerTool(server: "s", name: "t", description: "d", schema: ["a": "1"]))
        #expect(identities.count == 9)
    }

    @Test("What a person checks shows every character that hides or moves others")
    func visible() throws {
        let hidden = "a\u{202E}b\u{200B}c\u{1B}[31m\u{9B}d\u{E0041}e\u{FEFF}f\ng\u{A0}h"
        let text = VisibleJSON.text(["x\u{2066}": .string(hidden)])
        #expect(text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F })
        #expect(try JSONParser.parse(text) == ["x\u{2066}": .string(hidden)])
        #expect(VisibleJSON.text(["stadt": "Zürich 東京"]) == #"{"stadt":"Zürich 東京"}"#)
    }
}
