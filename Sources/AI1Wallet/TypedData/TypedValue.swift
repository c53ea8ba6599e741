/// A value in typed data, checked against its type: what is hashed and what is shown are made from the same one.
package indirect enum TypedValue: Sendable, Hashable {
    case elementary(ABIValue, ABIType)
    case array([TypedValue])
    /// nil where the data has `null`, which ends a recursion of types.
    case structure(TypedStructure?)
}

/// A structure's values in the order of its type.
package struct TypedStructure: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package let name: String
        package let type: TypedFieldType
        package let value: TypedValue
    }

    /// The name of its type.
    package let name: String
    package let fields: [Field]

    /// The value of an elementary member; nil when there is no such member.
    package subscript(name: String) -> ABIValue? {
        guard case .elementary(let value, _) = fields.first(where: { $0.name == name })?.value else { return nil }
        return value
    }
}
