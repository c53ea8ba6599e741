internal import AI1Core

/// Puts tool calls together from the fragments of a stream.
struct ToolCallAssembly {
    /// More calls in one answer than this are refused.
    static let largestCount = 1_024
    /// More argument text in one answer than this is refused, in octets.
    static let largestBytes = 64 * 1024 * 1024

    private struct Call {
        var index: Int64?
        var id: String
        var name: String
        var arguments: String
    }

    private var calls: [Call] = []
    private var bytes = 0

    /// Adds a fragment to the call it belongs to.
    /// - Parameters:
    ///   - index: the call's number; a new id under a known number begins a new call, since some brands count wrongly
    ///   - arguments: a piece of JSON text, or a whole object
    mutating func add(index: Int64?, id: String?, name: String?, arguments: JSONValue?) throws {
        let text = arguments?.string ?? (arguments?.object == nil ? "" : arguments?.text ?? "")
        bytes += text.utf8.count
        guard bytes <= Self.largestBytes, calls.count < Self.largestCount else {
            throw ProviderFault(.malformed, message: "the answer calls more tools than can be read")
        }
        let position = position(index, id)
        if let position {
            if calls[position].name.isEmpty, let name { calls[position].name = name }
            if calls[position].id.isEmpty, let id { calls[position].id = id }
            calls[position].arguments += text
        } else {
            calls.append(Call(index: index, id: id ?? "", name: name ?? "", arguments: text))
        }
    }

    private func position(_ index: Int64?, _ id: String?) -> Int? {
        let known = index == nil ? calls.indices.last : calls.lastIndex { $0.index == index }
        guard let known else { return nil }
        guard let id, !id.isEmpty else { return known }
        if let same = calls.lastIndex(where: { $0.id == id }) { return same }
        return calls[known].id.isEmpty ? known : nil
    }

    /// The calls in the order they began; those without a name are none.
    mutating func finish(_ request: RequestID) -> [ToolCall] {
        defer { calls = [] }
        return calls.filter { !$0.name.isEmpty }.enumerated().map { index, call in
            ToolCall(
                id: call.id.isEmpty ? CallID.make(for: request, index: index) : call.id, name: call.name,
                arguments: call.arguments.isEmpty ? "{}" : call.arguments)
        }
    }
}
