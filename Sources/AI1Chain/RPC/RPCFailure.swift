internal import AI1Core
internal import AI1Wallet

/// The `error` object of an answer (JSON-RPC 2.0, section 5.1).
package struct RPCFailure: Sendable, Hashable {
    package let code: Int64
    /// What the node says: one line, cleaned for a terminal, without the endpoint's keys.
    package let message: String
    /// What a reverted call returned, where the node tells it; nil otherwise.
    package let data: [UInt8]?

    package init(code: Int64, message: String, data: [UInt8]? = nil) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// Method not found (JSON-RPC 2.0, section 5.1).
    package var isMethodMissing: Bool { code == -32_601 }

    /// The object as an endpoint sent it; nil when it is none.
    init?(_ value: JSONValue?, from endpoint: RPCEndpoint) {
        guard let value, let code = value["code"]?.number?.int64 else { return nil }
        self.init(
            code: code, message: endpoint.cleaned(value["message"]?.string ?? ""),
            data: Self.revertData(value["data"], depth: 0))
    }

    private static let deepestData = 2

    /// Most nodes give a hexadecimal string; some put a word before it, some an object around it.
    private static func revertData(_ value: JSONValue?, depth: Int) -> [UInt8]? {
        switch value {
        case .string(let text):
            let digits = text.split(separator: " ").last ?? ""
            return digits.hasPrefix("0x") ? HexText.decode(digits) : nil
        case .object(let object) where depth < deepestData:
            return revertData(object["data"] ?? object["result"], depth: depth + 1)
        default: return nil
        }
    }
}
