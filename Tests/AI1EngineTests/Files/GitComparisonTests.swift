import AI1TestSupport
import Testing

@testable import AI1Engine

/// What is read of random trees under random rules, beside what git itself would keep.
@Suite("Ignoring beside git")
struct GitComparisonTests {
    @Test("A folder gives what git does not ignore", arguments: UInt64(1)...40)
    func agrees(seed: UInt64) async throws {
        let random = SeededRandom(seed: seed)
        let folder = try TemporaryFolder()
        let git = try await run(folder, "git init -q .")
        #expect(git.status == 0, "git is needed: \(git.errorText)")
        for _ in 0..<40 { _ = try? folder.write(path(random), "x\n") }
        for _ in 0..<random.below(5) {
            let place = random.below(2) == 0 ? "" : folderName(random) + "/"
            let rules = (0...random.below(6)).map { _ in rule(random) }.joined(separator: "\n")
            _ = try? folder.write(place + ".gitignore", rules + (random.below(2) == 0 ? "\n" : ""))
        }
        try folder.write(".git/info/exclude", rule(random) + "\n")
        let kept = try await run(folder, "git ls-files --others --exclude-standard -z")
        let expected = Set(
            kept.outputText.split(separator: "\0").map(String.init).filter {
                !$0.split(separator: "/").contains(".gitignore")
            })
        let content = try FolderReader(folder: folder.path).read()
        let found = Set(content.files.map { String($0.attachment.name.dropFirst(folder.path.utf8.count + 1)) })
        let rules = folder.names.filter { $0.hasSuffix(".gitignore") || $0.hasSuffix("exclude") }.map {
            "\($0): \(folder.text($0) ?? "")"
        }
        #expect(
            found == expected, "seed \(seed), rules \(rules), tree \(folder.names.filter { !$0.hasPrefix(".git/") })")
    }

    private func run(_ folder: TemporaryFolder, _ line: String) async throws -> ProgramResult {
        var options = ProgramOptions(environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path])
        options.folder = folder.path
        return try await Program.run(path: "/bin/sh", ["-c", line], options: options)
    }

    private static let words = ["a", "b", "ab", "abc", "x.c", "x.log", "a b", "#c", "!d", "[e]", "naïve", "-"]

    private func folderName(_ random: SeededRandom) -> String {
        (0...random.below(2)).map { _ in ["a", "b", "ab", "build"][random.below(4)] }.joined(separator: "/")
    }

    private func path(_ random: SeededRandom) -> String {
        let name = Self.words[random.below(Self.words.count)]
        return random.below(3) == 0 ? name : folderName(random) + "/" + name
    }

    private func rule(_ random: SeededRandom) -> String {
        let pieces = [
            "a", "b", "ab", "*", "?", "**", "[ab]", "[!a]", "[[:alpha:]]*", "*.c", "*.log", "x.*", "build", "\\#c",
            "\\!d",
            "a b", "na*", "a*c", "\\[e\\]", "[", "a\\", "[a-", "***", "*b*", "[]e]",
        ]
        var text = (0...random.below(3)).map { _ in pieces[random.below(pieces.count)] }.joined(separator: "/")
        if random.below(4) == 0 { text = "/" + text }
        if random.below(4) == 0 { text += "/" }
        if random.below(4) == 0 { text = "!" + text }
        if random.below(8) == 0 { text += "  " }
        return random.below(12) == 0 ? "# " + text : text
    }
}

extension SeededRandom {
    fileprivate func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
