internal import AI1Core
internal import AI1TestSupport
internal import Testing

/// Settings in which nobody listens at the model's address: the discard port of loopback.
let closedServer = """
    providers:
      lab:
        base_url: http://127.0.0.1:9/v1
        dialect: openai
        models:
          - id: lab-1
            context: 100000000
            max_output: 50000000
            input_price: 1
            output_price: 2

    """

extension User {
    /// Keeps a request to the model of `servers([("lab", …)])`.
    /// - Returns: its id
    @discardableResult
    func keep(
        _ prompt: String, _ flags: String..., location: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let result = try await ai1(["ask", "--queue", "-m", "lab/lab-1"] + flags + [prompt])
        #expect(result.status == 0, "\(result.told)", sourceLocation: location)
        return result.outputText.trimmedLine
    }

    /// What `ai1 route log queue` lists.
    func queue(_ location: SourceLocation = #_sourceLocation) async throws -> [JSONValue] {
        try await ai1("route", "log", "queue", "--json").json(location)["requests"]?.array ?? []
    }
}

extension String {
    /// Without the line end and blanks around it.
    var trimmedLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}
