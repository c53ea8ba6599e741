import AI1Core
import AI1Engine
import Testing

@Suite struct SchemaSourceTests {
    @Test("a text that begins with a brace is JSON Schema, kept as it is")
    func json() throws {
        let text = #"{"type":"object","properties":{"b":{"type":"string"},"a":{"type":"number","minimum":1.50}}}"#
        #expect(try SchemaSource.parse(" \n\u{FEFF}".dropFirst(2) + text).text == text)
        #expect(try SchemaSource.parse("\n  \(text)\n").text == text)
    }

    @Test("bad JSON tells the line, a bad schema the place, and a huge one is refused")
    func errors() {
        let json = #expect(throws: SchemaError.self) { try SchemaSource.parse("{\n\"type\": object}") }
        #expect(json?.code == .notJSON)
        #expect(json?.message.contains("line 2") == true)
        #expect(json?.kind == .badData)
        let schema = #expect(throws: SchemaError.self) { try SchemaSource.parse(#"{"properties":{"a":{"type":"x"}}}"#) }
        #expect(schema?.message.contains("#/properties/a") == true)
        let huge = #expect(throws: SchemaError.self) {
            try SchemaSource.parse("{" + String(repeating: " ", count: SchemaSource.maximumBytes))
        }
        #expect(huge?.code == .notASchema)
    }

    @Test(
        "a schema's name is its title in the letters that providers accept",
        arguments: [
            (#"{"title":"Person record v2"}"#, "Person_record_v2"), (#"{"title":"日本"}"#, "answer"), (#"{}"#, "answer"),
            (#"{"title":5}"#, "answer"), (#"{"title":"  a / b  "}"#, "a_b_"),
        ])
    func names(schema: String, name: String) throws {
        #expect(SchemaSource.outputSchema(try JSONParser.parse(schema)).name == name)
    }

    @Test("a title of any length gives a name of at most 64 characters")
    func longName() {
        let schema: JSONValue = ["title": .string(String(repeating: "ab", count: 500))]
        #expect(SchemaSource.outputSchema(schema).name.count == 64)
    }

    @Test(
        "the strict form closes every object that does not say what else it may hold",
        arguments: [
            (#"{"type":"object"}"#, #"{"type":"object","additionalProperties":false}"#),
            (#"{"type":"object","additionalProperties":true}"#, #"{"type":"object","additionalProperties":true}"#),
            (#"{"type":"string"}"#, #"{"type":"string"}"#), (#"true"#, #"true"#),
            (
                #"{"properties":{"properties":{"type":["object","null"]},"l":{"type":"array","items":{"properties":{}}}}}"#,
                #"{"properties":{"properties":{"type":["object","null"],"additionalProperties":false},"l":{"type":"array","items":{"properties":{},"additionalProperties":false}}},"additionalProperties":false}"#
            ),
            (
                ##"{"$defs":{"a":{"type":"object"}},"anyOf":[{"$ref":"#/$defs/a"},{"type":"object"}]}"##,
                ##"{"$defs":{"a":{"type":"object","additionalProperties":false}},"anyOf":[{"$ref":"#/$defs/a"},{"type":"object","additionalProperties":false}]}"##
            ),
            (
                #"{"type":"object","allOf":[{"type":"object"}],"not":{"type":"object"}}"#,
                #"{"type":"object","allOf":[{"type":"object"}],"not":{"type":"object"}}"#
            ),
            (
                #"{"enum":[{"type":"object"}],"const":{"type":"object"}}"#,
                #"{"enum":[{"type":"object"}],"const":{"type":"object"}}"#
            ),
        ] as [(String, String)])
    func strictForm(schema: String, strict: String) throws {
        let once = StrictSchema.strictForm(try JSONParser.parse(schema))
        #expect(once.text == strict)
        #expect(StrictSchema.strictForm(once) == once)
    }
}
