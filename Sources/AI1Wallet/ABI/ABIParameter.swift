/// An input or output of a function, a member of a tuple, a part of an event.
package struct ABIParameter: Sendable, Hashable {
    /// Empty when it has none.
    package let name: String
    package let type: ABIType
    /// Whether an event keeps it as a topic.
    package let isIndexed: Bool

    package init(name: String = "", type: ABIType, isIndexed: Bool = false) {
        self.name = name
        self.type = type
        self.isIndexed = isIndexed
    }

    /// Canonical names of types in parentheses, as signatures that are hashed have them: `(address,uint256)`.
    static func canonicalList(_ parameters: [ABIParameter]) -> String {
        "(" + parameters.map(\.type.canonicalName).joined(separator: ",") + ")"
    }

    /// Types and names as a declaration has them: `(address to, uint256 amount)`.
    static func declaredList(_ parameters: [ABIParameter]) -> String {
        let parts = parameters.map { parameter in
            parameter.type.declaredName + (parameter.isIndexed ? " indexed" : "")
                + (parameter.name.isEmpty ? "" : " " + parameter.name)
        }
        return "(" + parts.joined(separator: ", ") + ")"
    }
}
