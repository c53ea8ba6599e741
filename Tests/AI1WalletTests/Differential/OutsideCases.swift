import AI1Core
import AI1TestSupport
import FoundationEssentials

/// What eth-account and eth_abi made of random cases. They are generated once, and kept in the venv.
enum OutsideCases {
    private static let generated = Task { try await generate() }

    private static func generate() async throws -> String {
        let program = try ChainPython.start(
            "differential/generate.py", [ChainPython.folder], timeoutSeconds: 1_200)
        let result = await program.result()
        guard result.status == 0, let folder = result.outputText.split(separator: "\n").last else {
            throw ProgramError("the cases cannot be generated: \(result.errorText.suffix(400))")
        }
        return String(folder)
    }

    /// The cases of a kind, one JSON object each.
    static func cases(_ kind: String) async throws -> [JSONValue] {
        let path = try await generated.value + "/\(kind).jsonl"
        let data = try Data(contentsOf: URL(filePath: path))
        return try data.split(separator: 0x0A).map { try JSONParser.parse(Array($0)) }
    }

    /// Looks at every case of a kind.
    /// - Returns: how many there were, and what was wrong with those that fail
    static func compare(
        _ kind: String, _ check: (JSONValue) throws -> String?
    ) async throws -> (count: Int, failures: [String]) {
        var failures: [String] = []
        let cases = try await cases(kind)
        for (index, each) in cases.enumerated() {
            do {
                if let failure = try check(each) { failures.append("\(index): \(failure)") }
            } catch {
                failures.append("\(index): \(error)")
            }
        }
        return (cases.count, failures)
    }
}
