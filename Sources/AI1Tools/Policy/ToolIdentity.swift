internal import AI1Core
internal import AI1Process

/// What an approval is bound to: how the server is started, and what the tool says of itself. Whoever changes a word of it has
/// another tool.
package enum ToolIdentity {
    /// Canonical octets, the same for the same tool in every run: members of objects are put in order.
    package static func octets(of tool: ServerTool, _ declaration: ServerDeclaration) -> [UInt8] {
        var variables = JSONObject()
        for (name, value) in declaration.declaredVariables.sorted(by: { $0.key < $1.key }) {
            variables[name] = .string(value)
        }
        let identity: JSONValue = [
            "v": 1, "server": .string(declaration.name),
            "command": .array(
                ([declaration.program.executable] + declaration.program.arguments).map(JSONValue.string)),
            "variables": .object(variables), "tool": .string(tool.name), "description": .string(tool.description),
            "schema": ordered(tool.schema),
        ]
        return identity.encoded()
    }

    private static func ordered(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): return .array(elements.map(ordered))
        case .object(let object):
            var sorted = JSONObject()
            for member in object.members.sorted(by: { $0.name < $1.name }) {
                sorted.append(member.name, ordered(member.value))
            }
            return .object(sorted)
        case .null, .bool, .number, .string: return value
        }
    }
}
