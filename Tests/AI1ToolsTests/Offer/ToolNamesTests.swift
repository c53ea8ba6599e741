import AI1Core
import Testing

@testable import AI1Tools

@Suite("Names of tools for models")
struct ToolNamesTests {
    private func tool(_ server: String, _ name: String) -> ServerTool {
        ServerTool(server: server, name: name, description: "", schema: [:])
    }

    private func isAccepted(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
            }
    }

    @Test("An ordinary name is server__tool and nothing else")
    func ordinary() {
        #expect(
            ToolNames.names(for: [tool("time", "get_current_time"), tool("a-b", "c-d")])
                == ["time__get_current_time", "a-b__c-d"])
    }

    @Test("Other characters, length and clashes end in a checksum, the same whatever else is offered")
    func marked() {
        let tools = [
            tool("a", "b__c"), tool("a__b", "c"), tool("x.y", "z"), tool("x_y", "z"), tool("s", "größe/über"),
            tool("s", String(repeating: "n", count: 190)), tool("s", String(repeating: "n", count: 191)),
        ]
        let names = ToolNames.names(for: tools)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy(isAccepted), "\(names)")
        #expect(names[0].hasPrefix("a__b__c_"))
        #expect(names[3] == "x_y__z_" + names[3].suffix(8))
        for index in [2, 4, 5, 6] { #expect(ToolNames.names(for: [tools[index]]) == [names[index]]) }
    }

    @Test("Schemas get what providers insist on and lose what they refuse")
    func normalized() throws {
        let normalizer = SchemaNormalizer(limitBytes: 10_000)
        #expect(try normalizer.normalized([:]) == ["type": "object", "properties": [:]])
        #expect(try normalizer.normalized(.null) == ["type": "object", "properties": [:]])
        let odd: JSONValue = [
            "$schema": "x", "type": ["object", "null"], "anyOf": [], "required": [1], "additionalProperties": false,
            "properties": [
                "list": ["type": "array"], "text": ["type": "string", "description": "a\u{1B}[31mb\u{202E}"],
                "either": ["anyOf": [["type": "string"], ["type": "null"]]],
            ],
        ]
        #expect(
            try normalizer.normalized(odd) == [
                "type": "object", "additionalProperties": false,
                "properties": [
                    "list": ["type": "array", "items": [:]], "text": ["type": "string", "description": "ab"],
                    "either": ["anyOf": [["type": "string"], ["type": "null"]]],
                ],
            ])
    }

    @Test("A schema that is too large, too deep, or has an argument that models refuse is left out with a reason")
    func refused() {
        var deep: JSONValue = ["type": "string"]
        for _ in 0..<30 { deep = ["type": "object", "properties": ["x": deep]] }
        let tools = [
            ServerTool(
                server: "s", name: "large", description: "",
                schema: ["description": .string(String(repeating: "x", count: 40_000))]),
            ServerTool(server: "s", name: "deep", description: "", schema: deep),
            ServerTool(server: "s", name: "odd", description: "", schema: ["properties": ["a b": [:]]]),
            ServerTool(
                server: "s", name: "good", description: "\u{1B}]0;x\u{7}fine" + String(repeating: "y", count: 3_000),
                schema: [:]),
        ]
        let (offered, notices) = OfferedTool.offers(for: tools, ToolLimits())
        #expect(offered.map(\.offer.name) == ["s__good"])
        #expect(offered.first?.offer.summary.count == 1_024)
        #expect(offered.first?.offer.summary.hasPrefix("fineyyy") == true)
        #expect(notices.count == 3)
        #expect(notices[2].contains("\"a b\""))
    }
}
