internal import AI1Core

/// One message of JSON-RPC 2.0, as the Model Context Protocol uses it.
enum RPCMessage: Sendable, Hashable {
    /// The server asks something, and waits for an answer.
    case request(id: JSONValue, method: String)
    /// The server tells something.
    case notification(method: String)
    /// The answer to a request of ours; the id as it came.
    case result(id: JSONValue, JSONValue)
    case failure(id: JSONValue, code: Int64, message: String)

    /// Characters of a server's error text that are kept.
    private static let messageLimit = 500

    /// Nil when the value is no such message.
    init?(_ value: JSONValue) {
        guard value.object != nil, value["jsonrpc"]?.string == "2.0" else { return nil }
        if let method = value["method"]?.string {
            if let id = value["id"], !id.isNull {
                self = .request(id: id, method: method)
            } else {
                self = .notification(method: method)
            }
        } else if let error = value["error"], error.object != nil {
            self = .failure(
                id: value["id"] ?? .null, code: error["code"]?.number?.int64 ?? 0,
                message: TerminalCleaner.cleanLine(
                    error["message"]?.string ?? "no reason given", limit: Self.messageLimit))
        } else if let id = value["id"], let result = value["result"] {
            self = .result(id: id, result)
        } else {
            return nil
        }
    }

    /// A request as a line.
    static func request(id: Int64, method: String, params: JSONValue?) -> [UInt8] {
        var object: JSONObject = ["jsonrpc": "2.0", "id": .integer(id), "method": .string(method)]
        object["params"] = params
        return line(object)
    }

    /// A notification as a line.
    static func notification(method: String, params: JSONValue? = nil) -> [UInt8] {
        var object: JSONObject = ["jsonrpc": "2.0", "method": .string(method)]
        object["params"] = params
        return line(object)
    }

    /// The answer to a server's request, as a line.
    static func answer(id: JSONValue, _ result: JSONValue) -> [UInt8] {
        line(["jsonrpc": "2.0", "id": id, "result": result])
    }

    /// The refusal of a server's request, as a line.
    static func refusal(id: JSONValue, method: String) -> [UInt8] {
        let message = "ai1 does not offer \(TerminalCleaner.cleanLine(method, limit: 80))"
        return line([
            "jsonrpc": "2.0", "id": id, "error": ["code": -32601, "message": .string(message)],
        ])
    }

    private static func line(_ object: JSONObject) -> [UInt8] { JSONValue.object(object).encoded() + [0x0A] }
}
