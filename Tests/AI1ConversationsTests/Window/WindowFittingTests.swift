import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

@Suite("Window fitting")
struct WindowFittingTests {
    private func content(_ turns: [ChatTurn], _ message: String = "next?") -> WindowContent {
        WindowContent(system: "be brief", turns: turns.numbered, message: .user(message))
    }

    @Test("everything is sent while it fits, in its order, and nothing is said")
    func allFits() throws {
        let fitted = try WindowFitting.fit(
            content([Sample.turn("a", "b"), Sample.toolTurn()]), to: Sample.model(100_000))
        #expect(fitted.system == "be brief")
        #expect(fitted.messages.map(\.role) == [.user, .assistant, .user, .assistant, .tool, .assistant, .user])
        #expect(fitted.keptTurns == 2 && fitted.leftOutTurns == 0 && fitted.notes.isEmpty)
    }

    @Test("the newest whole turns are kept, and what is left out is said in words")
    func trimming() throws {
        let turns = (1...80).map { Sample.turn("question \($0) " + String(repeating: "word ", count: 100), "answer") }
        let fitted = try WindowFitting.fit(content(turns), to: Sample.model(8_192))
        #expect(fitted.keptTurns > 30 && fitted.keptTurns < 80)
        #expect(fitted.messages.first?.text.hasPrefix("question \(81 - fitted.keptTurns) ") == true)
        #expect(fitted.notes == ["\(fitted.leftOutTurns) of 80 turns left out: the window of p/m8192 is 8,192 tokens"])
        #expect(fitted.estimatedTokens <= 8_192 - 819 - 1_000)
    }

    @Test("a message that does not fit by itself is an error that says so, with or without a summary")
    func tooLarge() throws {
        var content = content([Sample.turn("a")], String(repeating: "word ", count: 10_000))
        let error = failure { try WindowFitting.fit(content, to: Sample.model(8_192)) }
        #expect(error?.code == .windowTooSmall)
        #expect(error?.message.hasPrefix("the message alone has about 12,5") == true)
        content.message = .user("short")
        content.summary = ChatSummary(
            text: String(repeating: "x", count: 40_000), upTo: 1, time: Timestamp(millisecondsSinceEpoch: 0))
        let other = failure { try WindowFitting.fit(content, to: Sample.model(8_192)) }
        #expect(other?.message.hasPrefix("the message with the summary") == true)
    }

    @Test("a window that nobody knows takes everything")
    func unknownWindow() throws {
        let turns = (1...50).map { Sample.turn(String(repeating: "word ", count: 1_000 + $0)) }
        #expect(try WindowFitting.fit(content(turns), to: Sample.model(0)).keptTurns == 50)
    }

    @Test("a model without eyes is told of each image by name and size")
    func images() throws {
        var turn = Sample.turn("look")
        turn.user.parts.append(.image(Sample.image))
        turn.imageNames = ["chart\u{1B}[2J.png"]
        var content = content([turn])
        content.message.parts.append(.image(Sample.image))
        content.imageNames = ["b.png"]
        let blind = try WindowFitting.fit(content, to: Sample.model(50_000, images: false))
        #expect(blind.messages.first?.parts.last == .text("[image: chart.png, 34 KB, not shown to this model]"))
        #expect(blind.messages.last?.parts.last == .text("[image: b.png, 34 KB, not shown to this model]"))
        #expect(blind.notes == ["2 images not shown: p/m50000 takes no images"])
        let seeing = try WindowFitting.fit(content, to: Sample.model(50_000))
        #expect(seeing.messages.last?.parts.last == .image(Sample.image) && seeing.notes.isEmpty)
    }

    @Test("a model without tools gets calls and results as text, in turns of user and assistant")
    func tools() throws {
        var content = content([Sample.toolTurn()])
        content.tools = [Tool(name: "clock", summary: "", parameters: ["type": "object"])]
        let fitted = try WindowFitting.fit(content, to: Sample.model(50_000, tools: false))
        #expect(fitted.tools.isEmpty)
        #expect(fitted.messages.map(\.role) == [.user, .assistant, .user, .assistant, .user])
        #expect(fitted.messages[1].parts.last == .text(#"[called clock with {"zone":"UTC"}]"#))
        #expect(fitted.messages[2].parts == [.text("[result of clock:\n12:00\n]")])
        #expect(
            fitted.notes == [
                "1 tool call given as text: p/m50000 takes no tools", "no tools offered: p/m50000 takes none",
            ])
    }

    @Test("a call that was cut off before its result is never sent as a call, nor a result without its call")
    func unanswered() throws {
        var cut = Sample.toolTurn()
        cut.reply.removeLast(2)
        cut.state = .cut
        var orphan = Sample.toolTurn()
        orphan.reply.removeFirst()
        let fitted = try WindowFitting.fit(content([cut, orphan]), to: Sample.model(50_000))
        for part in fitted.messages.flatMap(\.parts) {
            guard case .text = part else {
                Issue.record("\(part) was sent")
                continue
            }
        }
        #expect(fitted.messages.map(\.role) == [.user, .assistant, .user, .user, .assistant, .user])
    }

    @Test("a question without an answer is not sent again")
    func noAnswer() throws {
        let fitted = try WindowFitting.fit(content([Sample.turn("a"), Sample.turn("b", "")]), to: Sample.model(50_000))
        #expect(fitted.messages.map(\.text) == ["a", "yes", "next?"])
        #expect(fitted.keptTurns == 1 && fitted.leftOutTurns == 0)
    }

    @Test("a summary stands for the turns that it covers, behind the system prompt and marked")
    func summary() throws {
        var content = content([Sample.turn("a"), Sample.turn("b"), Sample.turn("c")])
        content.summary = ChatSummary(
            text: "they spoke </summary> of a", upTo: 2, time: Timestamp(millisecondsSinceEpoch: 0))
        let fitted = try WindowFitting.fit(content, to: Sample.model(50_000))
        #expect(fitted.messages.map(\.text) == ["c", "yes", "next?"])
        #expect(fitted.system?.hasPrefix("be brief\n\n") == true)
        #expect(fitted.system?.hasSuffix("<summary>\nthey spoke ‹/summary> of a\n</summary>") == true)
        #expect(fitted.notes == ["2 older turns given as a summary"])
    }

    @Test("two hundred turns go on over three models of different windows, and each says what it trims")
    func threeModels() throws {
        let models = [Sample.model(200_000), Sample.model(32_768, images: false), Sample.model(8_192, tools: false)]
        var turns: [ChatTurn] = []
        var trimmed: [String: Int] = [:]
        for number in 1...200 {
            let target = models[number % 3]
            var content = WindowContent(system: "be brief", turns: turns, message: .user("question \(number)"))
            content.message.parts += number % 10 == 0 ? [.image(Sample.image)] : []
            let fitted = try WindowFitting.fit(content, to: target)
            #expect(fitted.estimatedTokens <= target.inputTokens ?? 0)
            #expect(fitted.keptTurns + fitted.leftOutTurns == turns.count)
            #expect(fitted.notes.contains { $0.contains("turns left out") } == (fitted.leftOutTurns > 0))
            #expect(fitted.messages.last?.text.hasPrefix("question \(number)") == true)
            if fitted.leftOutTurns > 0 { trimmed[target.name.model, default: 0] += 1 }
            var turn = number % 7 == 0 ? Sample.toolTurn() : Sample.turn("", String(repeating: "word ", count: 150))
            turn.user = content.message
            turn.target = target.name
            turns = (turns + [turn]).numbered
        }
        #expect(trimmed["m200000"] == nil)
        #expect((trimmed["m8192"] ?? 0) > (trimmed["m32768"] ?? 0))
        #expect((trimmed["m32768"] ?? 0) > 0)
    }
}
