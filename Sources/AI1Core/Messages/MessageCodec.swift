/// Messages as JSON, for files that outlive a run of the program: cut answers, chats, the queue. A new case of `Part`
/// needs one line in `encode` and one in `decode`; a file that holds a kind of part which this version does not know is
/// not read at all, since a part that is left out could turn the meaning of a message round.
package enum MessageCodec {
    /// The message's JSON form. Images are base64.
    package static func encode(_ message: Message) -> JSONValue {
        var object: JSONObject = [
            "role": .string(message.role.rawValue), "parts": .array(message.parts.map(encode)),
        ]
        object["native"] = message.native.map(encode)
        return .object(object)
    }

    /// The message of a JSON form; nil when something is missing, of the wrong type, or of an unknown kind.
    package static func decode(_ value: JSONValue) -> Message? {
        guard let role = value["role"]?.string.flatMap(Message.Role.init), let parts = value["parts"]?.array else {
            return nil
        }
        let decoded = parts.compactMap(part)
        return decoded.count == parts.count ? Message(role: role, parts: decoded, native: native(value["native"])) : nil
    }

    /// The messages of a list of JSON forms; nil when one of them cannot be read.
    package static func decode(_ values: [JSONValue]) -> [Message]? {
        let decoded = values.compactMap { decode($0) }
        return decoded.count == values.count ? decoded : nil
    }

    /// One part's JSON form, told apart by its `type`.
    package static func encode(_ part: Part) -> JSONValue {
        switch part {
        case .text(let text): ["type": "text", "text": .string(text)]
        case .image(let image): encode(image)
        case .toolCall(let call): encode(call)
        case .toolResult(let result): encode(result)
        }
    }

    /// The part of a JSON form; nil when it cannot be read.
    package static func part(_ value: JSONValue) -> Part? {
        switch value["type"]?.string {
        case "text": value["text"]?.string.map(Part.text)
        case "image": image(value).map(Part.image)
        case "tool_call": toolCall(value).map(Part.toolCall)
        case "tool_result": toolResult(value).map(Part.toolResult)
        default: nil
        }
    }

    private static func encode(_ native: NativeTurn) -> JSONValue {
        var object: JSONObject = ["dialect": .string(native.dialect.rawValue)]
        if let target = native.target {
            object["provider"] = .string(target.provider)
            object["model"] = .string(target.model)
        }
        object["value"] = native.value
        return .object(object)
    }

    /// One that cannot be read is done without: the parts say the same.
    private static func native(_ value: JSONValue?) -> NativeTurn? {
        guard let dialect = value?["dialect"]?.string.flatMap(DialectName.init), let content = value?["value"] else {
            return nil
        }
        var target: TargetName?
        if let provider = value?["provider"]?.string, let model = value?["model"]?.string {
            target = TargetName(provider: provider, model: model)
        }
        return NativeTurn(dialect: dialect, target: target, value: content)
    }

    // MARK: Each kind of part

    private static func encode(_ image: ImagePart) -> JSONValue {
        ["type": "image", "media_type": .string(image.mediaType), "data": .string(Base64.encode(image.bytes))]
    }

    private static func image(_ value: JSONValue) -> ImagePart? {
        guard let type = value["media_type"]?.string, let bytes = value["data"]?.string.flatMap(Base64.decode) else {
            return nil
        }
        return ImagePart(mediaType: type, bytes: bytes)
    }

    private static func encode(_ call: ToolCall) -> JSONValue {
        [
            "type": "tool_call", "id": .string(call.id), "name": .string(call.name),
            "arguments": .string(call.arguments),
        ]
    }

    private static func toolCall(_ value: JSONValue) -> ToolCall? {
        guard let id = value["id"]?.string, let name = value["name"]?.string, let text = value["arguments"]?.string
        else { return nil }
        return ToolCall(id: id, name: name, arguments: text)
    }

    private static func encode(_ result: ToolResult) -> JSONValue {
        [
            "type": "tool_result", "id": .string(result.callID), "name": .string(result.name),
            "content": .string(result.content), "is_error": .bool(result.isError),
        ]
    }

    private static func toolResult(_ value: JSONValue) -> ToolResult? {
        guard let id = value["id"]?.string, let name = value["name"]?.string, let text = value["content"]?.string
        else { return nil }
        return ToolResult(callID: id, name: name, content: text, isError: value["is_error"]?.bool ?? false)
    }
}
