import AI1Commands
import AI1TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Generated files")
struct ReferenceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("manual pages, completions and generated documents are fresh; if not, run: make reference")
    func fresh() throws {
        let files = try ReferenceFiles.all()
        #expect(files.count >= 9)
        for file in files {
            let bytes = try Data(contentsOf: Self.root.appending(path: file.path))
            #expect(String(decoding: bytes, as: UTF8.self) == file.content, "\(file.path) is stale: make reference")
        }
    }

    @Test("every verb's help has examples")
    func examples() throws {
        for file in try ReferenceFiles.all() where file.path.hasSuffix(".1") {
            #expect(file.content.contains("Examples:"), "\(file.path) has none")
        }
    }
}
