internal import AI1Core

/// A tool call's arguments for providers that want the object and not its text.
enum ToolArguments {
    /// - Throws: `ProviderFault` of kind `badRequest` when they are no JSON object
    static func object(of call: ToolCall) throws -> JSONValue {
        if call.arguments.isEmpty { return [:] }
        guard let value = try? JSONParser.parse(call.arguments), value.object != nil else {
            throw ProviderFault(
                .badRequest, message: "the arguments of the call of \(FaultText.line(call.name)) are not a JSON object")
        }
        return value
    }
}
