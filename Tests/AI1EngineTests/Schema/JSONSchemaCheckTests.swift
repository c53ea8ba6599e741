import AI1Core
import AI1Engine
import Testing

@Suite struct JSONSchemaCheckTests {
    private func violations(_ schema: String, _ value: String) throws -> [String] {
        let check = try JSONSchemaCheck(try JSONParser.parse(schema))
        return try check.violations(in: try JSONParser.parse(value)).map { "\($0.pointer) \($0.message)" }
    }

    private func isValid(_ schema: String, _ value: String) throws -> Bool { try violations(schema, value).isEmpty }

    @Test(
        "every keyword accepts what it should and refuses what it should",
        arguments: [
            // schema, values that satisfy it, values that do not
            (#"true"#, ["1", "null", "{}"], []),
            (#"false"#, [], ["1", "null"]),
            (#"{}"#, ["1", "[]"], []),
            (
                #"{"type":"integer"}"#, ["1", "1.0", "-0", "1e3", "10e-1", "123456789012345678901234567890"],
                ["1.5", "1e-1", #""1""#, "true"]
            ),
            (#"{"type":"number"}"#, ["1", "1.5"], ["null", #""1""#]),
            (#"{"type":["string","null"]}"#, ["null", #""""#], ["1", "[]"]),
            (#"{"type":"boolean"}"#, ["true", "false"], ["0", "null"]),
            (
                #"{"enum":[1,"a",{"x":[1,2],"y":null}]}"#, ["1.0", #""a""#, #"{"y":null,"x":[1.0,2]}"#],
                ["2", #""A""#, #"{"x":[2,1],"y":null}"#]
            ),
            (#"{"const":0}"#, ["0", "-0.0", "0e9"], ["false", #""""#, "null"]),
            (#"{"minimum":1.5}"#, ["1.5", "2", #""x""#], ["1.49999999999999999999", "-2"]),
            (#"{"maximum":-1}"#, ["-1", "-1.0001"], ["-0.9999", "0"]),
            (#"{"exclusiveMinimum":0}"#, ["1e-400"], ["0", "-0.0", "-1"]),
            (#"{"exclusiveMaximum":100}"#, ["99.99"], ["100", "1e2", "101"]),
            (#"{"multipleOf":0.01}"#, ["19.99", "0", "4.35", "1e300"], ["0.001", "19.999"]),
            (#"{"multipleOf":2.5}"#, ["10", "-7.5", "5e20"], ["4", "1.25"]),
            (#"{"multipleOf":1e1}"#, ["20", "1e2"], ["5", "15"]),
            (#"{"minLength":2}"#, [#""ab""#, #""👍👍""#, "1"], [#""a""#, #""👍""#]),
            (#"{"maxLength":1}"#, [#""👍""#, #""""#], [#""e\u0301""#, #""ab""#]),
            (#"{"pattern":"^a+$"}"#, [#""aaa""#, "5"], [#""""#, #""ab""#]),
            (#"{"items":{"type":"integer"}}"#, ["[]", "[1,2]", "{}"], ["[1,null]"]),
            (
                #"{"prefixItems":[{"type":"integer"}],"items":{"type":"string"}}"#, ["[1]", #"[1,"a"]"#, "[]"],
                [#"["a"]"#, "[1,2]"]
            ),
            (#"{"items":false}"#, ["[]"], ["[1]"]),
            (#"{"minItems":1,"maxItems":2}"#, ["[1]", "[1,2]"], ["[]", "[1,2,3]"]),
            (
                #"{"uniqueItems":true}"#, ["[1,2]", #"[1,"1"]"#, "[0,false]"],
                ["[1,1.0]", #"[{"a":1,"b":2},{"b":2,"a":1}]"#]
            ),
            (#"{"contains":{"type":"null"}}"#, ["[1,null]"], ["[]", "[1]"]),
            (#"{"contains":{"const":1},"minContains":0,"maxContains":1}"#, ["[]", "[1]"], ["[1,1]"]),
            (#"{"required":["a"]}"#, [#"{"a":null}"#, "[]"], ["{}", #"{"A":1}"#]),
            (#"{"properties":{"a":{"type":"integer"}}}"#, [#"{"a":1}"#, "{}", #"{"b":"x"}"#], [#"{"a":"x"}"#]),
            (#"{"properties":{"a":true},"additionalProperties":false}"#, [#"{"a":1}"#, "{}"], [#"{"a":1,"b":2}"#]),
            (#"{"additionalProperties":{"type":"string"}}"#, [#"{"a":"x"}"#], [#"{"a":1}"#]),
            (
                #"{"patternProperties":{"^x-":{"type":"integer"}},"additionalProperties":false}"#, [#"{"x-a":1}"#],
                [#"{"x-a":""}"#, #"{"y":1}"#]
            ),
            (#"{"propertyNames":{"maxLength":2}}"#, [#"{"ab":1}"#], [#"{"abc":1}"#]),
            (#"{"minProperties":1,"maxProperties":2}"#, [#"{"a":1}"#], ["{}", #"{"a":1,"b":1,"c":1}"#]),
            (#"{"dependentRequired":{"a":["b"]}}"#, ["{}", #"{"a":1,"b":1}"#, #"{"b":1}"#], [#"{"a":1}"#]),
            (#"{"dependentSchemas":{"a":{"required":["b"]}}}"#, ["{}", #"{"a":1,"b":1}"#], [#"{"a":1}"#]),
            (#"{"allOf":[{"minimum":1},{"maximum":3}]}"#, ["2"], ["0", "4"]),
            (#"{"anyOf":[{"type":"string"},{"minimum":5}]}"#, [#""a""#, "6"], ["4"]),
            (#"{"oneOf":[{"multipleOf":3},{"multipleOf":5}]}"#, ["3", "5"], ["15", "1"]),
            (#"{"not":{"type":"integer"}}"#, ["1.5"], ["1"]),
            (
                #"{"if":{"type":"integer"},"then":{"minimum":3},"else":{"type":"string"}}"#, ["3", #""a""#],
                ["2", "true"]
            ),
            (##"{"$ref":"#/$defs/a~1b","$defs":{"a/b":{"type":"null"}}}"##, ["null"], ["1"]),
            (##"{"$ref":"#/$defs/%41","$defs":{"A":{"type":"null"}}}"##, ["null"], ["1"]),
            (
                ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##,
                ["{}", ##"{"next":{"next":{}}}"##], [##"{"next":{"other":1}}"##]
            ),
            (#"{"format":"email","title":"x","unknown":[1]}"#, [#""no mail""#], []),
        ] as [(String, [String], [String])])
    func keywords(schema: String, good: [String], bad: [String]) throws {
        for value in good { #expect(try violations(schema, value) == [], "\(schema) should accept \(value)") }
        for value in bad { #expect(try !isValid(schema, value), "\(schema) should refuse \(value)") }
    }

    @Test("violations name their place and say what is wrong, five at most")
    func messages() throws {
        let schema = #"""
            {"type":"object","required":["name","age"],"additionalProperties":false,"properties":{
            "name":{"type":"string"},"age":{"type":["integer","null"],"minimum":0},
            "tags":{"type":"array","items":{"enum":["a","b"]}},"a/b":{"type":"null"}}}
            """#
        #expect(
            try violations(schema, #"{"age":-1,"tags":["a","c"],"a/b":1,"extra":1}"#) == [
                "/name is missing", "/age must be at least 0", #"/tags/1 must be one of "a", "b""#,
                "/a~1b expected null, found integer", "/extra is not allowed",
            ])
        #expect(try violations(schema, "[]") == [" expected object, found array"])
        #expect(try violations(#"{"items":{"type":"null"}}"#, "[1,2,3,4,5,6,7]").count == 5)
        let hostile = try JSONSchemaCheck(["additionalProperties": false]).violations(in: ["\u{1B}[31mx\n": 1])
        #expect(hostile.map(\.description) == ["/x: is not allowed"])
        #expect(hostile.map(\.pointer) == ["/\u{1B}[31mx\n"])
    }

    @Test("of several forms, the one that fits the value's type is explained")
    func likelyForm() throws {
        let nullable =
            ##"{"anyOf":[{"$ref":"#/$defs/p"},{"type":"null"}],"$defs":{"p":{"type":"object","required":["x"]}}}"##
        #expect(try violations(nullable, "{}") == ["/x is missing"])
        #expect(try violations(nullable, "1") == [" matches none of the 2 allowed forms"])
        #expect(
            try violations(#"{"oneOf":[{"type":"integer"},{"minimum":0}]}"#, "3") == [
                " matches 2 of the 2 forms, exactly one is allowed"
            ])
    }

    @Test(
        "a schema that is none, or asks for what cannot be checked, is refused with its place",
        arguments: [
            (#"1"#, "at #: a schema is an object"), (#"{"type":"text"}"#, "none of null, boolean"),
            (#"{"type":[]}"#, "empty list"), (#"{"properties":[]}"#, "properties must be an object"),
            (#"{"properties":{"a":3}}"#, "at #/properties/a: a schema"), (#"{"required":"a"}"#, "list of names"),
            (#"{"enum":[]}"#, "enum must be"), (#"{"minimum":"1"}"#, "minimum must be a number"),
            (#"{"multipleOf":0}"#, "above zero"), (#"{"multipleOf":-1}"#, "above zero"),
            (#"{"multipleOf":1234567890123456789.5}"#, "more than 18 digits"), (#"{"minLength":-1}"#, "zero or more"),
            (#"{"maxItems":1.5}"#, "whole number"), (#"{"pattern":"(?=a)"}"#, "look-ahead"),
            (#"{"pattern":"("}"#, "not closed"), (#"{"patternProperties":{"[":{}}}"#, "not closed"),
            (#"{"anyOf":[]}"#, "at least one schema"), (#"{"items":[{}]}"#, "prefixItems"),
            (#"{"uniqueItems":1}"#, "true or false"), (#"{"$ref":"http://x/y"}"#, "within the schema"),
            (##"{"$ref":"#/$defs/none"}"##, "nothing is at"), (##"{"$ref":"#anchor"}"##, "within the schema"),
            (##"{"$ref":"#"}"##, "without end"), (##"{"anyOf":[{"$ref":"#/anyOf/0"}]}"##, "without end"),
            (
                ##"{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}}}"##,
                "without end"
            ),
            (##"{"unevaluatedProperties":false}"##, "not supported"), (##"{"$dynamicRef":"#x"}"##, "not supported"),
        ] as [(String, String)])
    func mistakes(schema: String, message: String) throws {
        let value = try JSONParser.parse(schema)
        let error = #expect(throws: SchemaError.self) { try JSONSchemaCheck(value) }
        #expect(error?.code == .notASchema)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test("a schema that multiplies its work with every level is stopped by the step limit")
    func exponentialWork() throws {
        let branch: JSONValue = ["allOf": [["properties": ["a": ["$ref": "#"]]], ["required": ["b"]]]]
        let schema: JSONValue = ["anyOf": [branch, branch]]
        var value: JSONValue = [:]
        for _ in 0..<60 { value = ["a": value] }
        let check = try JSONSchemaCheck(schema, workLimit: 50_000)
        let error = #expect(throws: SchemaError.self) { try check.violations(in: value) }
        #expect(error?.code == .tooMuchWork)
    }

    @Test("a value at the parser's greatest depth is checked against a recursive schema")
    func depth() throws {
        let schema = try JSONSchemaCheck(["anyOf": [["type": "array", "items": ["$ref": "#"]], ["type": "null"]]])
        let levels = JSONParser.maximumDepth
        let text = String(repeating: "[", count: levels) + "null" + String(repeating: "]", count: levels)
        #expect(try schema.violations(in: try JSONParser.parse(text)).isEmpty)
        let wrong = String(repeating: "[", count: levels) + "1" + String(repeating: "]", count: levels)
        #expect(try !schema.violations(in: try JSONParser.parse(wrong)).isEmpty)
    }

    @Test("a chain of nine thousand references is compiled without running out of stack")
    func longChain() throws {
        var definitions = JSONObject()
        for index in 0..<9_000 {
            definitions.append("d\(index)", ["items": ["$ref": .string("#/$defs/d\(index + 1)")]])
        }
        definitions.append("d9000", ["type": "null"])
        let check = try JSONSchemaCheck(["$ref": "#/$defs/d0", "$defs": .object(definitions)])
        #expect(try check.violations(in: [[[]]]).isEmpty)
    }

    @Test("a large answer is checked within the default limits")
    func largeAnswer() throws {
        let check = try JSONSchemaCheck(try SchemaSource.parse("rows [[int]]"))
        let row = JSONValue.array((0..<100).map { .integer($0) })
        let value: JSONValue = ["rows": .array(Array(repeating: row, count: 1_000))]
        #expect(try check.violations(in: value).isEmpty)
    }
}
