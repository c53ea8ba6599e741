internal import AI1Core
internal import AI1Sandbox
internal import AI1TestSupport
internal import Testing

extension ProgramResult {
    /// Standard output as JSON.
    func json(_ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
        try #require(try? JSONParser.parse(output), "\(outputText) \(errorText)", sourceLocation: location)
    }

    /// Every line of standard output as JSON.
    func jsonLines(_ location: SourceLocation = #_sourceLocation) throws -> [JSONValue] {
        try output.split(separator: 0x0A).map {
            try #require(try? JSONParser.parse(Array($0)), "\(outputText)", sourceLocation: location)
        }
    }

    /// The lines of standard error.
    var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }

    /// Both, for a test that failed.
    var told: String { "status \(shellStatus), output: \(outputText.prefix(400)), errors: \(errorText.prefix(800))" }
}

extension RecordedRequest {
    /// The body as JSON.
    func json(_ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
        try #require(
            try? JSONParser.parse(body), "\(String(decoding: body, as: UTF8.self))", sourceLocation: location)
    }

    var bodyText: String { String(decoding: body, as: UTF8.self) }

    /// Values of a header field, of all fields of that name.
    func all(_ name: String) -> [String] { headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value) }
}

/// Whether a program failed as it should: the code, nothing on standard output, one line that says what and why and names
/// what it should, and at most one hint.
/// - Parameter notices: what lines before that one must say
func expectFailure(
    _ result: ProgramResult, _ status: Int32, naming words: [String] = [], after notices: [String] = [],
    output: String = "", _ location: SourceLocation = #_sourceLocation
) {
    #expect(result.status == status, "\(result.told)", sourceLocation: location)
    #expect(result.outputText == output, "\(result.told)", sourceLocation: location)
    let errors = result.errorLines.filter { $0.hasPrefix("ai1: ") }
    #expect(errors.count == 1 + notices.count, "\(result.told)", sourceLocation: location)
    for (line, notice) in zip(errors, notices) {
        #expect(line.contains(notice), "'\(notice)' is missing: \(result.told)", sourceLocation: location)
    }
    #expect(result.errorLines.filter { $0.hasPrefix("hint: ") }.count <= 1, "\(result.told)", sourceLocation: location)
    for word in words {
        #expect(errors.last?.contains(word) == true, "'\(word)' is missing: \(result.told)", sourceLocation: location)
    }
}
