import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

@Suite("Exports of chats")
struct ChatExportTests {
    @Test("Markdown has a heading a turn, and a line of model, tokens and cost")
    func markdown() throws {
        let bench = try ChatBench()
        var chat = try bench.store.create(name: "Plan", settings: ChatSettings(system: "be brief"))
        var turn = bench.turn("why?", "because", charge: 2_100_000)
        turn.trimmed = ["1 of 2 turns left out"]
        turn.state = .cut
        try bench.store.append(turn, to: &chat)
        #expect(
            ChatExport.markdown(chat) == """
                # Plan

                2026-01-01T00:00:00Z · 1 turn · 0.21 ¢

                ## System prompt

                be brief

                ## 1. You

                why?

                ### gpt/x

                because

                *openai/gpt/x · 5→2 tok · 0.21 ¢ · 2026-01-01T00:00:01Z · cut off*

                *1 of 2 turns left out*

                """)
    }

    @Test(
        "a fence that a message leaves open is closed, and one that is closed stays as it is",
        arguments: [
            ("```swift\nlet a = 1", "```"), ("~~~~\n```\n~~~", "~~~~"), ("````\n```\n", "````"),
            ("```\n``` not an end", "```"),
            ("```\na\n```", nil), ("`` ` ``", nil), ("    ```", nil), ("``` a`b", nil), ("~~~\nx\n~~~~  ", nil),
        ] as [(String, String?)])
    func fences(_ text: String, _ end: String?) throws {
        let bench = try ChatBench()
        var chat = bench.store.draft()
        try bench.store.append(bench.turn("q", text), to: &chat)
        let body = text.hasSuffix("\n") ? text : text + "\n"
        #expect(ChatExport.markdown(chat).contains("### gpt/x\n\n" + body + (end.map { $0 + "\n" } ?? "") + "\n*"))
    }

    @Test("tool calls and results stand in fences that nothing inside can end")
    func tools() throws {
        let bench = try ChatBench()
        var chat = bench.store.draft()
        var turn = Sample.toolTurn()
        turn.reply[1] = Message(
            role: .tool, parts: [.toolResult(ToolResult(callID: "c1", name: "a*b", content: "x\n````\n# no heading"))])
        try bench.store.append(turn, to: &chat)
        let text = ChatExport.markdown(chat)
        #expect(text.contains("Called `clock`:\n\n```json\n{\"zone\":\"UTC\"}\n```\n"))
        #expect(text.contains("Result of `a\\*b`:\n\n`````\nx\n````\n# no heading\n`````\n"))
    }

    @Test("JSON comes back as the same turns, in a chat of its own")
    func json() throws {
        let bench = try ChatBench()
        var chat = try bench.store.create(name: "Plan", settings: ChatSettings(model: "m", system: "s"))
        var turn = Sample.toolTurn()
        turn.user.parts.append(.image(Sample.image))
        turn.imageNames = ["a.png"]
        try bench.store.append(turn, to: &chat)
        for question in ["b", "c", "d"] { try bench.store.append(bench.turn(question), to: &chat) }
        try bench.store.undo(&chat)
        try bench.store.add(ChatSummary(text: "s", upTo: 2, time: bench.clock.now), to: &chat)
        let document = try JSONParser.parse(ChatExport.json(chat).prettyEncoded())
        #expect(document["v"] == 1)

        let copy = try bench.store.importing(document)
        #expect(copy.name == nil && copy.id != chat.id)
        let read = try bench.store.open(try bench.store.importing(document, name: "Again").name)
        #expect(read.turns.map(\.user) == chat.turns.map(\.user) && read.turns.map(\.reply) == chat.turns.map(\.reply))
        #expect(read.summary?.upTo == 2 && read.settings == chat.settings)
        #expect(read.totalCharge == .zero)
        #expect(try ChatBench().store.importing(document).name == "Plan")
    }

    @Test(
        "what is no export is refused and leaves nothing behind",
        arguments: [
            "{}", "[]", #"{"v":2}"#, #"{"v":1,"kind":"ai1 chat","id":"x","turns":[]}"#,
            #"{"v":1,"kind":"ai1 chat","id":"01998c5a-0000-7000-8000-000000000001","turns":[{"n":1}]}"#,
        ])
    func refused(_ text: String) throws {
        let bench = try ChatBench()
        let error = failure { try bench.store.importing(try JSONParser.parse(text)) }
        #expect(error?.code == .damaged || error?.code == .newerFormat)
        #expect(bench.store.list().isEmpty)
    }
}
