import AI1Core
import Testing

@testable import AI1Tools

@Suite("Results of tools")
struct ToolAnswerTests {
    private let all: JSONValue = [
        "content": [
            ["type": "text", "text": "one"], ["type": "image", "mimeType": "image/png", "data": "iVBORw0KGgo="],
            ["type": "image", "mimeType": "image/tiff", "data": "AAAA"],
            ["type": "audio", "mimeType": "audio/wav", "data": "AAAA"],
            ["type": "resource", "resource": ["uri": "file:///x", "text": "words"]],
            ["type": "resource", "resource": ["uri": "file:///y", "mimeType": "a/b", "blob": "AAAA"]],
            ["type": "resource_link", "name": "z", "uri": "file:///z"], ["type": "hologram"],
        ]
    ]

    @Test("Everything becomes text; an image is one where the model takes images")
    func parts() {
        let seeing = ToolAnswer(result: all, takesImages: true, ToolLimits())
        #expect(seeing.images.map(\.mediaType) == ["image/png"])
        #expect(seeing.images.first?.bytes.first == 0x89)
        #expect(
            seeing.text.split(separator: "\n") == [
                "one", "[image 1: image/png]", "[image of type image/tiff, 3 bytes, not shown]",
                "[audio of type audio/wav, 3 bytes, not shown]", "words",
                "[resource file:///y of type a/b, not text, not shown]", "[resource z: file:///z]",
                "[content of an unknown type, not shown]",
            ])
        let blind = ToolAnswer(result: all, takesImages: false, ToolLimits())
        #expect(blind.images.isEmpty)
        #expect(blind.text.contains("[image of type image/png, 9 bytes, not shown]"))
        #expect(!blind.isError)
    }

    @Test("Structured content alone is given as JSON; an error is one; nothing is nothing")
    func structured() {
        let answer = ToolAnswer(
            result: ["content": [], "structuredContent": ["b": 1, "a": 2], "isError": true], takesImages: false,
            ToolLimits())
        #expect(answer.text == #"{"b":1,"a":2}"#)
        #expect(answer.isError)
        #expect(ToolAnswer(result: .null, takesImages: false, ToolLimits()).text == "")
    }

    @Test("A long result is cut at a whole character and says so", arguments: 90...100)
    func cut(limit: Int) {
        var limits = ToolLimits()
        limits.resultBytes = limit
        let text = String(repeating: "aé😀", count: 100)
        let answer = ToolAnswer(
            result: ["content": [["type": "text", "text": .string(text)]]], takesImages: false, limits)
        let (kept, mark) = (answer.text.prefix { $0 != "\n" }, answer.text.drop { $0 != "\n" })
        #expect(text.hasPrefix(kept))
        #expect(kept.utf8.count <= limit && kept.utf8.count > limit - 4)
        #expect(mark == "\n[cut here: \(limit) of 700 bytes]")
        #expect(answer.wholeBytes == 700)
    }

    @Test("Too many images and too large ones are told in words")
    func images() {
        var limits = ToolLimits()
        limits.resultImages = 1
        limits.imageBytes = 4
        let large: JSONValue = ["type": "image", "mimeType": "image/png", "data": "AAAAAAAAAAAAAAAA"]
        let small: JSONValue = ["type": "image", "mimeType": "image/png", "data": "AAAA"]
        let answer = ToolAnswer(result: ["content": [large, small, small]], takesImages: true, limits)
        #expect(answer.images.count == 1)
        #expect(answer.text.split(separator: "\n").count == 3)
    }
}
