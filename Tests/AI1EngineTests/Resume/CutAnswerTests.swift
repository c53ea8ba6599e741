import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Cut answers")
struct CutAnswerTests {
    private func id(_ milliseconds: Int64) -> RequestID {
        RequestID(time: Timestamp(millisecondsSinceEpoch: milliseconds), random: (9, UInt64(milliseconds) << 2))
    }

    private func record(_ id: RequestID, state: AnswerRecord.State = .cut) -> AnswerRecord {
        var request = ChatRequest(id: id, system: "s", messages: [.user("why?")])
        request.messages[0].parts.append(.image(ImagePart(mediaType: "image/png", bytes: [1, 2, 3, 250])))
        request.options = ChatOptions(
            temperature: JSONNumber("0.70"), maxOutputTokens: 9, seed: -3, stop: ["\n"], reasoning: .low,
            objective: .fastest)
        request.schema = OutputSchema(name: "n", schema: ["type": "object"])
        request.tools = [Tool(name: "t", summary: "u", parameters: ["type": "object"])]
        request.messages.append(
            Message(
                role: .tool, parts: [.toolResult(ToolResult(callID: "c", name: "t", content: "r", isError: true))]))
        return AnswerRecord(
            request: request, target: TargetName(provider: "p", model: "m/x"),
            time: Timestamp(millisecondsSinceEpoch: 5), state: state, text: "half \u{1F600}",
            usage: TokenUsage(source: .estimated))
    }

    private func store(_ folder: TemporaryFolder) -> CutAnswerStore {
        CutAnswerStore(folder: folder.path) { bytes, path in
            try folder.write(String(path.split(separator: "/").last ?? ""), bytes)
        }
    }

    @Test("a record comes back as it was written")
    func roundTrip() async throws {
        let store = store(try TemporaryFolder())
        let written = record(id(1_000))
        await store.finish(written)
        #expect(try await store.find(nil) == written)
    }

    @Test("the newest is found without an id, any by the end of its id, none by another")
    func find() async throws {
        let store = store(try TemporaryFolder())
        for time: Int64 in [3_000, 1_000, 2_000] { await store.finish(record(id(time))) }
        #expect(try await store.find(nil)?.request.id == id(3_000))
        #expect(try await store.find(id(1_000).short)?.request.id == id(1_000))
        #expect(try await store.find("00000000-nothing") == nil)
    }

    @Test("complete answers are not kept, and only the newest twenty cut ones are")
    func limits() async throws {
        let store = store(try TemporaryFolder())
        await store.finish(record(id(1), state: .complete))
        #expect(try await store.find(nil) == nil)
        for time in 1...25 { await store.finish(record(id(Int64(time) * 1_000))) }
        #expect(try await store.find(id(5_000).description) == nil)
        #expect(try await store.find(id(6_000).description) != nil)
    }

    @Test("a damaged record is an error, not another answer")
    func damaged() async throws {
        let folder = try TemporaryFolder()
        try folder.write("\(id(7)).json", Array("{\"v\":1".utf8))
        await #expect(throws: EngineError.self) { _ = try await store(folder).find(nil) }
    }

    @Test("a resumption shows the model its own part and asks for the rest")
    func resumption() {
        let cut = record(id(1))
        let request = Resumption.request(for: cut, id: id(2), stream: true)
        #expect(request.messages.dropLast(2) == cut.request.messages[...])
        #expect(request.messages.suffix(2).map(\.role) == [.assistant, .user])
        #expect(request.messages.suffix(2).first?.text == cut.text)
    }

    @Test("what came before an unfinished event is kept, the unfinished event is not")
    func unfinishedEvent() async {
        let piece = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"caf"
        let bench = EngineBench([
            "a": [.stream([Events.text("caf\\u00e9"), piece], end: .failed(ProviderFault(.cut, message: "gone")))]
        ])
        let outcome = await bench.ask([EngineBench.target("a")])
        #expect(outcome.error?.kind == .protocolFailure)
        #expect(bench.history.records.first?.text == "café")
    }
}
