import AI1Core
import AI1Engine
import Testing

@Suite struct AnswerJSONTests {
    @Test(
        "JSON alone is found, also in one fenced block",
        arguments: [
            ("{\"b\": 1.0, \"a\": [ ]}\n", #"{"b":1.0,"a":[]}"#), ("  \"x\"  ", #""x""#),
            ("```json\n{\"a\": 1}\n```\n", #"{"a":1}"#), ("\n\n~~~\n[1,\r\n2]\n~~~  \n\n", "[1,2]"),
            ("```JSON\r\n1\r\n```", "1"),
        ])
    func found(answer: String, json: String) throws {
        #expect(String(decoding: try AnswerJSON(in: Array(answer.utf8)).bytes, as: UTF8.self) == json)
    }

    @Test(
        "anything around the JSON, or anything that is none, is a mismatch",
        arguments: [
            ("", "no JSON"), ("hello", "no JSON"), ("Here it is:\n```json\n1\n```", "text around"),
            ("```json\n1\n```\nEnjoy!", "text around"), ("```json\n1\n```\n```json\n2\n```", "text around"),
            ("```python\n1\n```", "text around"), ("```json\n{\"a\": 1}\n", "does not end"),
            ("```json\n{\"a\": }\n```", "code block is no JSON"), ("{\"a\":1} {\"b\":2}", "no JSON"),
        ] as [(String, String)])
    func mismatch(answer: String, reason: String) {
        let error = #expect(throws: AnswerJSON.Mismatch.self) { try AnswerJSON(in: Array(answer.utf8)) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test("an answer is satisfied, violated or no JSON")
    func outcomes() throws {
        let schema = try JSONSchemaCheck(try SchemaSource.parse("name, age int"))
        let good = Array(#"{"name":"Ada","age":36}"#.utf8)
        guard case .satisfied(let json) = try AnswerJSON.check(good, against: schema) else {
            Issue.record("should be satisfied")
            return
        }
        #expect(json.bytes == good)
        guard case .violated(_, let violations) = try AnswerJSON.check(Array(#"{"name":1}"#.utf8), against: schema)
        else {
            Issue.record("should be violated")
            return
        }
        #expect(violations.map(\.description) == ["/age: is missing", "/name: expected string, found integer"])
        #expect(
            try AnswerJSON.check(Array("no".utf8), against: schema)
                == .noJSON("the answer is no JSON: expected a value at byte 0"))
    }
}
