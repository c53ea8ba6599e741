internal import AI1Core

/// Answers every line of standard input with one line of JSON. A line that fails is answered with its error, and the others
/// are served all the same.
struct LineService {
    let context: CommandContext

    /// - Parameter answer: makes the members of an answer; they are printed behind `"v":1`
    /// - Throws: `CommandError` of code `badInput` in the end when a line failed; what ends the program; what writing throws
    func run(_ answer: ([UInt8]) async throws -> JSONObject) async throws {
        var lines = InputLines(descriptor: context.input)
        var total = 0
        var failed = 0
        while let line = try lines.next() {
            total += 1
            var object: JSONObject = ["v": 1]
            do {
                for member in try await answer(line).members { object[member.name] = member.value }
            } catch let error as any AI1Error {
                if [.interrupted, .terminated, .brokenPipe].contains(error.kind) { throw error }
                failed += 1
                object["line"] = .integer(total)
                object["error"] = OutcomeJSON.error(error)
            }
            try context.output.write(JSONValue.object(object).encoded() + [0x0A])
        }
        guard failed > 0 else { return }
        throw CommandError(
            .badInput, message: "\(failed) of \(total) lines failed", hint: "their answers have a member error")
    }
}
