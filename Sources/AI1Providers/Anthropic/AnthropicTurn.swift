internal import AI1Core

/// The blocks of an answer as they came, in their order: thinking and its signature must come back unchanged beside the
/// calls that it led to.
struct AnthropicTurn {
    /// A larger turn is not kept: the calls alone then come back.
    static let largestBytes = 8 << 20

    private struct Block {
        let index: Int64
        var object: JSONObject
        var text: [String: [UInt8]] = [:]
        var input: [UInt8] = []
    }

    private var blocks: [Block] = []
    private var bytes = 0

    /// A block's beginning, or a whole block.
    mutating func begin(_ block: JSONValue, index: Int64) {
        guard let object = block.object, blocks.count < ToolCallAssembly.largestCount else { return }
        bytes += block.encoded().count
        blocks.append(Block(index: index, object: object))
    }

    /// A piece of a block that has begun.
    mutating func add(_ delta: JSONValue, index: Int64) {
        guard bytes <= Self.largestBytes, let place = blocks.lastIndex(where: { $0.index == index }) else { return }
        for name in ["text", "thinking", "signature"] {
            guard let piece = delta[name]?.string else { continue }
            bytes += piece.utf8.count
            blocks[place].text[name, default: []] += Array(piece.utf8)
        }
        if let piece = delta["partial_json"]?.string {
            bytes += piece.utf8.count
            blocks[place].input += Array(piece.utf8)
        }
    }

    /// The whole content; nil when nothing in it has to come back, or it cannot be sent as it is.
    func content() -> JSONValue? {
        guard bytes <= Self.largestBytes, blocks.contains(where: Self.isThinking) else { return nil }
        var content: [JSONValue] = []
        for block in blocks {
            guard let whole = Self.whole(block) else { return nil }
            // An empty text is refused.
            if whole["type"]?.string == "text", whole["text"]?.string?.isEmpty != false { continue }
            content.append(whole)
        }
        return .array(content)
    }

    private static func isThinking(_ block: Block) -> Bool {
        ["thinking", "redacted_thinking"].contains(block.object["type"]?.string)
    }

    private static func whole(_ block: Block) -> JSONValue? {
        var object = block.object
        for (name, octets) in block.text {
            object[name] = .string((object[name]?.string ?? "") + String(decoding: octets, as: UTF8.self))
        }
        if !block.input.isEmpty {
            guard let input = try? JSONParser.parse(block.input), input.object != nil else { return nil }
            object["input"] = input
        }
        return .object(object)
    }
}
