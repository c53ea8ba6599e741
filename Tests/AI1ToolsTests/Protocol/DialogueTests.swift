import AI1Core
import Testing

@testable import AI1Tools

@Suite("Dialogue with a server")
struct DialogueTests {
    private func line(_ text: String) -> [UInt8] { Array((text + "\n").utf8) }

    private func result(_ id: Int, _ value: Int = 1) -> [UInt8] {
        line(#"{"jsonrpc":"2.0","id":\#(id),"result":{"n":\#(value)}}"#)
    }

    @Test("An answer finds its request wherever its octets are cut", arguments: 1...40)
    func boundaries(size: Int) throws {
        var dialogue = Dialogue(ToolLimits())
        let first = dialogue.request("a").id
        let second = dialogue.request("b", ["x": 1]).id
        let bytes = line("") + result(Int(second), 2) + line("   ") + result(Int(first))
        var effects: [Dialogue.Effect] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + size)
            effects += try dialogue.receive(Array(bytes[start..<end]))
            start = end
        }
        #expect(
            effects == [
                .answered(id: second, .result(["n": 2])), .answered(id: first, .result(["n": 1])),
            ])
    }

    @Test("Requests are JSON-RPC lines with rising numbers")
    func requests() throws {
        var dialogue = Dialogue(ToolLimits())
        #expect(dialogue.request("ping").line == line(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#))
        #expect(
            dialogue.request("x", ["a": "b\n"]).line
                == line(#"{"jsonrpc":"2.0","id":2,"method":"x","params":{"a":"b\n"}}"#))
    }

    @Test("A batch of answers is taken apart; an error carries its code and its cleaned words")
    func batch() throws {
        var dialogue = Dialogue(ToolLimits())
        let (first, second) = (dialogue.request("a").id, dialogue.request("b").id)
        let effects = try dialogue.receive(
            line(
                #"[{"jsonrpc":"2.0","id":\#(first),"result":{}},"#
                    + #"{"jsonrpc":"2.0","id":\#(second),"error":{"code":-32602,"message":"no\u001b[31m"}}]"#))
        #expect(
            effects == [
                .answered(id: first, .result([:])),
                .answered(id: second, .failure(code: -32_602, message: "no")),
            ])
    }

    @Test("A ping is answered; what was never offered is refused with its name")
    func serverRequests() throws {
        var dialogue = Dialogue(ToolLimits())
        #expect(
            try dialogue.receive(line(#"{"jsonrpc":"2.0","id":"p","method":"ping"}"#))
                == [.send(line(#"{"jsonrpc":"2.0","id":"p","result":{}}"#))])
        let effects = try dialogue.receive(line(#"{"jsonrpc":"2.0","id":7,"method":"sampling/createMessage"}"#))
        guard case .send(let reply)? = effects.first else { return #expect(Bool(false), "no reply") }
        let value = try JSONParser.parse(reply)
        #expect(value["id"] == 7)
        #expect(value["error"]?["code"] == -32_601)
    }

    @Test("The news of changed tools is passed on; other notifications are only counted")
    func notifications() throws {
        var dialogue = Dialogue(ToolLimits())
        #expect(
            try dialogue.receive(line(#"{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}"#))
                == [.toolsChanged])
        #expect(try dialogue.receive(line(#"{"jsonrpc":"2.0","method":"notifications/progress","params":{}}"#)) == [])
    }

    @Test("More unasked messages than the bound are a flood; an answer starts the count anew")
    func flood() throws {
        var limits = ToolLimits()
        limits.unaskedMessages = 3
        var dialogue = Dialogue(limits)
        let note = line(#"{"jsonrpc":"2.0","method":"notifications/message"}"#)
        let id = dialogue.request("a").id
        for _ in 0..<3 { _ = try dialogue.receive(note) }
        _ = try dialogue.receive(result(Int(id)))
        for _ in 0..<3 { _ = try dialogue.receive(note) }
        let error = #expect(throws: ToolError.self) { try dialogue.receive(note) }
        #expect(error?.code == .protocolBroken)
        #expect(error?.message.contains("3 messages") == true)
    }

    @Test(
        "An answer to nothing that was ever asked breaks the protocol",
        arguments: [#""1""#, "0", "99", "1.5", "-1", "{}"])
    func wrongID(id: String) throws {
        var dialogue = Dialogue(ToolLimits())
        _ = dialogue.request("a")
        let error = #expect(throws: ToolError.self) {
            try dialogue.receive(line(#"{"jsonrpc":"2.0","id":\#(id),"result":{}}"#))
        }
        #expect(error?.message.contains("never made") == true)
    }

    @Test("An error without an id says that a request could not be read")
    func nullID() throws {
        var dialogue = Dialogue(ToolLimits())
        let error = #expect(throws: ToolError.self) {
            try dialogue.receive(line(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}"#))
        }
        #expect(error?.message == "it could not read a request: Parse error")
    }

    @Test("A late answer and a second one are left out")
    func late() throws {
        var dialogue = Dialogue(ToolLimits())
        let id = dialogue.request("a").id
        let notice = dialogue.abandon(id, reason: "timed out")
        #expect(
            notice
                == line(
                    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1,"reason":"timed out"}}"#
                ))
        #expect(dialogue.abandon(id, reason: "again") == nil)
        #expect(try dialogue.receive(result(Int(id))) == [])
        let next = dialogue.request("b").id
        #expect(try dialogue.receive(result(Int(next)) + result(Int(next))).count == 1)
    }

    @Test(
        "A few lines that are no message are survived, many are not",
        arguments: [
            "Welcome!", "{\"jsonrpc\":\"2.0\"", "42", "[1,2]", "{\"jsonrpc\":\"1.0\",\"id\":1,\"result\":{}}",
            "\u{FEFF}{}", "{\"a\":\u{1}}",
        ])
    func stray(text: String) throws {
        var limits = ToolLimits()
        limits.strayLines = 4
        var dialogue = Dialogue(limits)
        let id = dialogue.request("a").id
        _ = try dialogue.receive(line(text))
        #expect(try dialogue.receive(result(Int(id))).count == 1)
        let error = #expect(throws: ToolError.self) { for _ in 0..<4 { _ = try dialogue.receive(line(text)) } }
        #expect(error?.code == .protocolBroken)
    }

    @Test("A line without end is refused at the bound, in pieces of any size", arguments: [1, 7, 4_096])
    func endless(size: Int) {
        var limits = ToolLimits()
        limits.messageBytes = 1 << 20
        var dialogue = Dialogue(limits)
        let piece = [UInt8](repeating: 0x78, count: size)
        var taken = 0
        let error = #expect(throws: ToolError.self) {
            while taken <= 2 << 20 {
                _ = try dialogue.receive(piece)
                taken += size
            }
        }
        #expect(error?.code == .protocolBroken)
        #expect(taken <= 1 << 20)
    }

    @Test("Nesting without end is a stray line and no crash")
    func deep() throws {
        var dialogue = Dialogue(ToolLimits())
        let deep = String(repeating: "[", count: 100_000)
        #expect(try dialogue.receive(line(deep)) == [])
    }
}
