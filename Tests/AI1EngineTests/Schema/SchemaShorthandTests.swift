import AI1Core
import AI1Engine
import Testing

@Suite struct SchemaShorthandTests {
    @Test(
        "the short form becomes the schema that it stands for",
        arguments: [
            ("name", #"{"name":{"type":"string"}}"#),
            ("name, age int", #"{"name":{"type":"string"},"age":{"type":"integer"}}"#),
            (
                "name str,n int,x float,ok bool",
                #"{"name":{"type":"string"},"n":{"type":"integer"},"x":{"type":"number"},"ok":{"type":"boolean"}}"#
            ),
            (
                "a string, b integer, c number, d boolean",
                #"{"a":{"type":"string"},"b":{"type":"integer"},"c":{"type":"number"},"d":{"type":"boolean"}}"#
            ),
            ("tags [string]", #"{"tags":{"type":"array","items":{"type":"string"}}}"#),
            ("tags []", #"{"tags":{"type":"array","items":{"type":"string"}}}"#),
            ("rows [[int]]", #"{"rows":{"type":"array","items":{"type":"array","items":{"type":"integer"}}}}"#),
            ("tags [ int? ]?", #"{"tags":{"type":["array","null"],"items":{"type":["integer","null"]}}}"#),
            ("age int?", #"{"age":{"type":["integer","null"]}}"#), ("nick?", #"{"nick":{"type":["string","null"]}}"#),
            ("age INT", #"{"age":{"type":"integer"}}"#),
            (
                "born int: the year, name: in full",
                #"{"born":{"type":"integer","description":"the year"},"name":{"type":"string","description":"in full"}}"#
            ),
            (
                "born int: the year, four digits: always\n\n  name,nick? : short, or none  \n",
                #"{"born":{"type":"integer","description":"the year, four digits: always"},"name":{"type":"string"},"nick":{"type":["string","null"],"description":"short, or none"}}"#
            ),
            ("a,,b,", #"{"a":{"type":"string"},"b":{"type":"string"}}"#),
            ("größe_2 float\r\nfoo.bar-x", #"{"größe_2":{"type":"number"},"foo.bar-x":{"type":"string"}}"#),
        ] as [(String, String)])
    func parses(text: String, properties: String) throws {
        let schema = try SchemaSource.parse(text)
        #expect(schema["properties"]?.text == properties)
        #expect(schema["type"] == "object")
        #expect(schema["additionalProperties"] == false)
        #expect(schema["required"] == .array((schema["properties"]?.object?.names ?? []).map { .string($0) }))
        #expect(throws: Never.self) { try JSONSchemaCheck(schema) }
    }

    @Test(
        "mistakes say what is wrong",
        arguments: [
            ("", "no field"), (" , \n,", "no field"), ("a, a int", "a is there twice"), ("age itn", "unknown type itn"),
            ("age int or null", "unknown type intornull"), (": text", "no field before"),
            ("a b c: d", "unknown type bc"),
            ("na!me", "no field name"), ("?", "no field name"), ("x [[[[[[int]]]]]]", "nested too deeply"),
            ("tags [int", "unknown type [int"), (String(repeating: "a", count: 65), "no field name"),
            ((0...100).map { "f\($0)" }.joined(separator: ","), "more than 100"),
        ] as [(String, String)])
    func mistakes(text: String, message: String) {
        let error = #expect(throws: SchemaError.self) { try SchemaShorthand.parse(text) }
        #expect(error?.code == .shorthand)
        #expect(error?.kind == .usage)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.hint != nil)
    }

    @Test("a mistyped type is answered with the nearest one")
    func suggestion() {
        let error = #expect(throws: SchemaError.self) { try SchemaShorthand.parse("age integr") }
        #expect(error?.hint?.hasPrefix("did you mean integer?") == true)
    }
}
