/// A JSON Schema that the answer must satisfy.
package struct OutputSchema: Sendable, Hashable {
    /// A name of letters, digits, `_` and `-`, at most 64 characters, as OpenAI's `response_format` demands.
    package let name: String
    package let schema: JSONValue

    package init(name: String, schema: JSONValue) {
        self.name = name
        self.schema = schema
    }
}
