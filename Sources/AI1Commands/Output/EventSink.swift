internal import AI1Core
internal import AI1Engine
internal import Synchronization

/// Prints one JSON event a line as an answer comes (`--jsonl`).
final class EventSink: AnswerSink {
    private struct State {
        var text = CharacterJoiner()
        var reasoning = CharacterJoiner()
    }

    private let output: OutputStream
    private let notices: NoticeWriter
    private let requestID: RequestID
    private let state = Mutex(State())

    init(output: OutputStream, notices: NoticeWriter, requestID: RequestID) {
        self.output = output
        self.notices = notices
        self.requestID = requestID
    }

    func write(_ text: [UInt8]) throws {
        notices.settle()
        try state.withLock { state in
            if let text = state.text.join(text) { try event("text", ["text": .string(text)]) }
        }
    }

    func writeReasoning(_ text: [UInt8]) throws {
        try state.withLock { state in
            if let text = state.reasoning.join(text) { try event("reasoning", ["text": .string(text)]) }
        }
    }

    func notice(_ notice: AskNotice) {
        if case .started(let target) = notice {
            // A reader that has gone is noticed at the next text.
            try? event(
                "start", ["id": .string(requestID.description), "target": .string(target.description)])
        }
        notices.show(notice)
    }

    /// Prints an event.
    func event(_ type: String, _ members: JSONObject) throws {
        var object: JSONObject = ["v": 1, "type": .string(type)]
        for member in members.members { object.append(member.name, member.value) }
        try output.write(JSONValue.object(object).encoded() + [0x0A])
    }
}

/// Joins UTF-8 that was cut in the middle of a character.
struct CharacterJoiner {
    private var rest: [UInt8] = []

    /// The whole characters so far; nil when there are none.
    mutating func join(_ bytes: [UInt8]) -> String? {
        rest.append(contentsOf: bytes)
        var end = rest.count
        // Look back at most three octets for a lead whose character is unfinished.
        for back in 1...3 where back <= rest.count {
            let byte = rest[rest.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if length > back { end = rest.count - back }
            break
        }
        guard end > 0 else { return nil }
        let text = String(decoding: rest[..<end], as: UTF8.self)
        rest.removeFirst(end)
        return text
    }
}
