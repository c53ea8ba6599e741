import AI1Core
import Testing

@Suite("Requests as JSON")
struct RequestCodecTests {
    private func request() -> ChatRequest {
        var request = ChatRequest(
            id: RequestID(time: Timestamp(millisecondsSinceEpoch: 9), random: (1, 2)), system: "s",
            messages: [.user("why?\u{0}\n\u{1F600}"), .assistant("")], stream: false)
        request.messages[0].parts.append(.image(ImagePart(mediaType: "image/png", bytes: [0, 1, 255])))
        request.messages += [
            Message(role: .assistant, parts: [.toolCall(ToolCall(id: "c", name: "t", arguments: "{\"a\": 1}"))]),
            Message(
                role: .tool, parts: [.toolResult(ToolResult(callID: "c", name: "t", content: "r", isError: true))]),
        ]
        request.options = ChatOptions(
            temperature: JSONNumber("0.70"), maxOutputTokens: 9, seed: -3, stop: ["\n"], reasoning: .low,
            objective: .fastest)
        request.schema = OutputSchema(name: "n", schema: ["type": "object"])
        request.tools = [Tool(name: "t", summary: "u", parameters: ["type": "object"])]
        return request
    }

    @Test("a request comes back from its text as it was")
    func roundTrip() throws {
        #expect(RequestCodec.decode(try JSONParser.parse(RequestCodec.encode(request()).encoded())) == request())
    }

    @Test("the text of a message is the one that files of cut answers have had")
    func form() {
        let message = Message(
            role: .assistant, parts: [.text("a"), .toolCall(ToolCall(id: "c", name: "t", arguments: "{}"))])
        #expect(
            MessageCodec.encode(message).text
                == #"{"role":"assistant","parts":[{"type":"text","text":"a"},"#
                + #"{"type":"tool_call","id":"c","name":"t","arguments":"{}"}]}"#)
    }

    @Test(
        "a message with a part that is unknown or wrong is not read, rather than read without it",
        arguments: [
            #"{"type":"hologram"}"#, #"{"type":"text"}"#, #"{"type":"image","media_type":"image/png","data":"?"}"#,
            #"{"type":"tool_call","id":"c"}"#, #"{"type":"tool_result","id":"c"}"#, "1",
        ])
    func unknown(_ part: String) throws {
        let value = try JSONParser.parse(#"{"role":"user","parts":[{"type":"text","text":"a"},\#(part)]}"#)
        #expect(MessageCodec.decode(value) == nil)
    }
}
