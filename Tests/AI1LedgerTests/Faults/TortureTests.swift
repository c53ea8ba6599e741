import AI1TestSupport
import Testing

/// The parts of `make torture`, each with small counts.
@Suite("A ledger under torture", .serialized)
struct TortureTests {
    /// The source of the library that makes calls fail: four levels above this file is the package's folder.
    private static let faults =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
        + "/Tests/Torture/faults.c"

    @Test(
        "Nothing is lost, charged twice or left open",
        arguments: [
            "kill", "crowd", "cap", "key", "faults", "disk", "damage",
        ])
    func part(name: String) async throws {
        let result = try await TortureProgram.run(
            ["drive", name, "--faults", Self.faults], environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"],
            timeoutSeconds: 600)
        #expect(result.status == 0, "\(result.outputText)\(result.errorText)")
    }

    @Test("60 asks at once, each of exactly $0.10, against a budget of $5: the server hears 50")
    func asks() async throws {
        let result = try await TortureProgram.run(
            ["drive", "asks", "--ai1", try Program.binary()], environment: ["PATH": "/usr/bin:/bin"],
            timeoutSeconds: 600)
        #expect(result.status == 0, "\(result.outputText)\(result.errorText)")
    }
}
