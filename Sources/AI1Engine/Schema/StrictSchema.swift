package import AI1Core

/// The form of a schema that strict providers ask for.
package enum StrictSchema {
    /// Keywords whose value is one schema or a list of them.
    private static let single = ["items", "additionalProperties", "contains"]
    private static let lists = ["prefixItems", "anyOf", "oneOf"]
    /// Keywords whose members are schemas.
    private static let maps = ["properties", "patternProperties", "$defs", "definitions"]

    /// The schema with `"additionalProperties": false` on every object that does not say what else it may hold.
    ///
    /// Parts of `allOf`, `not` and `if` stay as they are: closing one part of several would rule out the others'
    /// members.
    package static func strictForm(_ schema: JSONValue) -> JSONValue {
        guard case .object(var object) = schema else { return schema }
        for name in single { if let part = object[name] { object[name] = strictForm(part) } }
        for name in lists { if let parts = object[name]?.array { object[name] = .array(parts.map(strictForm)) } }
        for name in maps {
            guard let parts = object[name]?.object else { continue }
            var closed = JSONObject()
            for member in parts.members { closed.append(member.name, strictForm(member.value)) }
            object[name] = .object(closed)
        }
        if describesObject(object), object["additionalProperties"] == nil, object["allOf"] == nil, object["$ref"] == nil
        {
            object["additionalProperties"] = false
        }
        return .object(object)
    }

    private static func describesObject(_ schema: JSONObject) -> Bool {
        if schema["properties"] != nil { return true }
        guard let type = schema["type"] else { return false }
        return type == "object" || type.array?.contains("object") == true
    }
}
