package import AI1Core

/// A schema as a user gives it: JSON Schema, or the short form.
package enum SchemaSource {
    /// A longer text is refused.
    package static let maximumBytes = 1 << 20

    /// Reads a text that begins with `{` as JSON Schema, any other as the short form, and makes sure that answers can
    /// be checked against it.
    /// - Throws: `SchemaError`
    package static func parse(_ text: String) throws(SchemaError) -> JSONValue {
        guard text.utf8.count <= maximumBytes else {
            throw SchemaError(.notASchema, message: "the schema is larger than \(maximumBytes) bytes")
        }
        // A file may begin with a byte order mark.
        let content = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        guard content.first(where: { !$0.isWhitespace }) == "{" else { return try SchemaShorthand.parse(content) }
        let schema: JSONValue
        do throws(JSONParser.Failure) {
            schema = try JSONParser.parse(content)
        } catch {
            let line = content.utf8.prefix(error.offset).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
            throw SchemaError(
                .notJSON,
                message: "the schema is no valid JSON: expected \(error.expected) at line \(line), byte \(error.offset)"
            )
        }
        _ = try JSONSchemaCheck(schema)
        return schema
    }

    /// The schema with the name that providers ask for: its title, cut to what they accept, or `answer`.
    package static func outputSchema(_ schema: JSONValue) -> OutputSchema {
        var name = ""
        for scalar in (schema["title"]?.string ?? "").unicodeScalars where name.utf8.count < 64 {
            let plain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if plain || scalar == "_" || scalar == "-" {
                name.unicodeScalars.append(scalar)
            } else if name.last != "_", !name.isEmpty {
                name += "_"
            }
        }
        return OutputSchema(name: name.isEmpty || name == "_" ? "answer" : name, schema: schema)
    }
}
