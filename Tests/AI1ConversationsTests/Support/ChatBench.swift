import AI1Conversations
import AI1Core
import AI1TestSupport

/// A store of chats in a folder of its own, and turns to put in it.
struct ChatBench {
    let folder: TemporaryFolder
    let clock: TestClock
    let store: ChatStore

    init(limits: ChatLimits = ChatLimits()) throws {
        folder = try TemporaryFolder(inMemory: true)
        clock = TestClock(sleeping: .advances)
        store = ChatStore(folder: folder.path("chats"), clock: clock, random: SeededRandom(seed: 7), limits: limits)
    }

    /// The same folder as another process would have it.
    var other: ChatStore { ChatStore(folder: folder.path("chats"), clock: clock, random: SeededRandom(seed: 99)) }

    func file(_ chat: Chat) -> String { "chats/\(chat.id).jsonl" }

    /// A turn; the clock goes on by a second.
    func turn(_ question: String, _ answer: String = "yes", charge: Int64 = 1_000) -> ChatTurn {
        clock.advance(milliseconds: 1_000)
        return Sample.turn(question, answer, time: clock.now, charge: charge)
    }
}

/// Turns and models for tests.
enum Sample {
    static let target = TargetName(provider: "openai", model: "gpt/x")

    static func turn(
        _ question: String, _ answer: String = "yes",
        time: Timestamp = Timestamp(millisecondsSinceEpoch: 1_767_225_600_000), charge: Int64 = 1_000
    ) -> ChatTurn {
        ChatTurn(
            user: .user(question), reply: answer.isEmpty ? [] : [.assistant(answer)], target: target,
            requestID: RequestID(time: time, random: (1, 2)), time: time,
            usage: TokenUsage(uncachedInput: 5, visibleOutput: 2), charge: NanoUSD(charge))
    }

    /// A turn in which the model called a tool, was given its result, and answered.
    static func toolTurn(_ question: String = "what time is it?") -> ChatTurn {
        var turn = turn(question)
        turn.reply = [
            Message(
                role: .assistant,
                parts: [
                    .text("I look."), .toolCall(ToolCall(id: "c1", name: "clock", arguments: #"{"zone":"UTC"}"#)),
                ]),
            Message(role: .tool, parts: [.toolResult(ToolResult(callID: "c1", name: "clock", content: "12:00"))]),
            .assistant("It is noon."),
        ]
        return turn
    }

    static func model(
        _ window: Int, reserve: Int = 1_000, images: Bool = true, tools: Bool = true
    ) -> WindowTarget {
        WindowTarget(
            name: TargetName(provider: "p", model: "m\(window)"), contextTokens: window, reservedOutputTokens: reserve,
            capabilities: Capabilities(imageInput: images, tools: tools))
    }

    static let image = ImagePart(mediaType: "image/png", bytes: [UInt8](repeating: 7, count: 33_500))
}

extension [ChatTurn] {
    /// Numbered from one, each the child of the one before.
    var numbered: [ChatTurn] {
        enumerated().map { index, turn in
            var turn = turn
            turn.number = index + 1
            turn.parent = index
            return turn
        }
    }
}

/// The error of a call, or nil.
func failure<Value>(of body: () throws -> Value) -> ConversationError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? ConversationError
    }
}
